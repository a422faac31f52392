import type { z } from 'zod'
import { parseForm } from '#app/http/form.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { makeGrant, makeUser } from '#db/factories/index.ts'
import type { Tx } from '#db/client.server.ts'
import { organisations } from '#db/schema/organisations.ts'
import { expect } from 'vitest'

/** What a page would send, judged as its action judges it. */
export function sent<S extends z.ZodObject>(schema: S, values: Record<string, string>): z.infer<S> {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return parseForm(form, schema)
}

/** The three boxes of a day, from `yyyy-MM-dd`; empty ones from ''. */
export function boxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** The fields that a refusal names. */
export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<string[]> {
  const error: unknown = await Promise.resolve()
    .then(() => (typeof work === 'function' ? work() : work))
    .then(
      () => null,
      (thrown: unknown) => thrown,
    )
  expect(error).toBeInstanceOf(Invalid)
  return Object.keys((error as Invalid).fieldErrors)
}

/** Somebody of the office, and an organisation that can run programmes. */
export async function makeOffice(tx: Tx) {
  const user = await makeUser(tx)
  await makeGrant(tx, { userId: user.id, role: 'coordinator' })
  const [organisation] = await tx
    .insert(organisations)
    .values({ name: 'Way Trust', kind: 'charity' })
    .returning()
  return { officeUserId: user.id, operatorId: organisation?.id ?? '' }
}
