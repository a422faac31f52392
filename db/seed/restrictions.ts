import { addDays } from 'date-fns'
import { v7 as uuidv7 } from 'uuid'
import { saveStatement } from '#app/features/disclosure/statement.server.ts'
import { addRestriction, setStatus } from '#app/features/restrictions/commands.server.ts'
import { restrictionSchema } from '#app/features/restrictions/schema.ts'
import { fixedClock, londonDay } from '#app/platform/clock.ts'
import { system, type Actor, type Context } from '#app/platform/context.ts'
import { logger } from '#app/platform/logger.server.ts'
import { actAs, type Tx } from '../client.server.ts'
import type { World } from './introductions.ts'

/** By place in the list of people. All of it is invented. */
const some: Record<number, Record<string, unknown>[]> = {
  0: [
    {
      kind: 'curfew',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '21:00',
      to: '06:00',
      travelMinutes: '30',
      source: 'order',
      details: 'Invented: ends in the spring.',
    },
    {
      kind: 'appointment',
      days: ['wed'],
      from: '10:00',
      to: '11:00',
      source: 'agreed',
      details: 'Invented: can be moved once.',
    },
  ],
  4: [{ kind: 'area', days: [], outcodes: 'NR30', source: 'licence', details: 'Invented.' }],
}

/** Nobody has approved anything for these yet, and nobody can until it is said. */
const notChecked = [8, 21]

const STATEMENT =
  'This is invented. I was in court once, four years ago, for something I did when I was drinking. I stopped. I would rather say so myself.'

/** Says of everybody whether there are restrictions, by the commands that a mentor's clicks call. */
export async function seedRestrictions(tx: Tx, world: World, now: Date) {
  const clock = fixedClock(now)
  const as = async (actor: Actor): Promise<Context> => {
    await actAs(tx, actor)
    return { db: tx, actor, clock, log: logger, keys: world.keys }
  }
  for (const [index, { id, mentorUserId }] of world.candidates.entries()) {
    if (notChecked.includes(index)) continue
    const office = await as({
      ...system('demo'),
      role: 'coordinator',
      userId: world.safeguardingLeadId,
    })
    const mentor = { ...system('demo'), role: 'mentor' as const, userId: mentorUserId }
    if (!some[index]) {
      await setStatus(office, { candidateId: id, status: 'none', version: 0 })
      continue
    }
    for (const typed of some[index])
      await addRestriction(await as(mentor), { candidateId: id, form: formOf(typed, now) })
  }
  const first = world.candidates[0]
  if (first)
    await saveStatement(await as({ ...system('demo'), role: 'candidate', userId: first.userId }), {
      candidateId: first.id,
      words: STATEMENT,
      share: 'yes',
      version: 0,
    })
  await as(system('demo'))
}

function formOf(typed: Record<string, unknown>, now: Date) {
  const [year, month, day] = londonDay(addDays(now, 90)).split('-')
  return restrictionSchema.parse({
    ...typed,
    id: uuidv7(),
    'reviewOn-day': day,
    'reviewOn-month': month,
    'reviewOn-year': year,
  })
}
