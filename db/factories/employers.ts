import type { Tx } from '../client.server.ts'
import { employers } from '../schema/employers.ts'
import { opportunities } from '../schema/opportunities.ts'
import { only } from './only.ts'

const LONG_AGO = new Date('2020-01-06T09:00:00Z')

/** An employer the office has approved; `{ approvedAt: null }` gives one that waits. */
export async function makeEmployer(tx: Tx, overrides: Partial<typeof employers.$inferInsert> = {}) {
  return only(
    await tx
      .insert(employers)
      .values({
        name: 'Sample Bakery',
        description: 'Bread and cakes for the county.',
        outcode: 'NR1',
        workPhone: '01632 960001',
        approvedAt: LONG_AGO,
        ...overrides,
      })
      .returning(),
  )
}

/** A live opening; of a new approved employer when none is named. */
export async function makeOpportunity(
  tx: Tx,
  overrides: Partial<typeof opportunities.$inferInsert> = {},
) {
  const employerId = overrides.employerId ?? (await makeEmployer(tx)).id
  return only(
    await tx
      .insert(opportunities)
      .values({
        kind: 'job',
        state: 'live',
        title: 'Bakery assistant',
        summary: 'Early mornings, warm kitchen, full training.',
        sector: 'hospitality_catering',
        hours: ['full_time'],
        outcodes: ['NR1'],
        town: 'Norwich',
        places: 2,
        stance: 'open',
        submittedAt: LONG_AGO,
        publishedAt: LONG_AGO,
        closesOn: '2099-12-31',
        payMinPence: 1300,
        payPeriod: 'hour',
        ...overrides,
        employerId,
      })
      .returning(),
  )
}
