import { addDays, addMonths, format, subDays, subYears } from 'date-fns'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { displayNameOf } from '#app/features/mentors/display-name.ts'
import { hasHours } from '#app/features/opportunities/fields.ts'
import { system } from '#app/platform/context.ts'
import type { KeyRing } from '#app/platform/crypto.server.ts'
import { inTransaction, type Database, type Tx } from './client.server.ts'
import { mentors, roleGrants, users } from './schema/accounts.ts'
import {
  candidateIdentities,
  candidateProfiles,
  candidates,
  candidateSupervision,
  candidateWishes,
  mentorAssignments,
} from './schema/candidates.ts'
import { messages } from './schema/audit.ts'
import { employers } from './schema/employers.ts'
import { opportunities, reviewNotes } from './schema/opportunities.ts'
import { enrolments } from './schema/programmes.ts'
import { addProgrammes } from './seed/add-programmes.ts'
import { inventedDetails } from './seed/details.ts'
import { inventedEmployers, type InventedEmployer, type InventedOpening } from './seed/employers.ts'
import { seedIntroductions, type World } from './seed/introductions.ts'
import { demoPeople, inventedCandidates, inventedMentors, inventedProfiles } from './seed/people.ts'
import { seedProfiles } from './seed/profiles.ts'
import { seedRestrictions } from './seed/restrictions.ts'

/**
 * Fills an empty database with a small invented world. Every person, employer and opening of it is
 * marked as invented; the programmes are those of the public record, with what is stated of them.
 * True when it did; false, and nothing is touched, when anybody already has an account.
 */
export async function seedDemo(db: Database, keys: KeyRing, now = new Date()): Promise<boolean> {
  return inTransaction(db, system('demo'), async (tx) => {
    // Two programs that start together must not both find nobody.
    await tx.execute(sql`select pg_advisory_xact_lock(7246312)`)
    if ((await tx.select({ id: users.id }).from(users).limit(1)).length > 0) return false
    const staff = await seedStaff(tx)
    const hosts = await seedEmployers(tx, now, staff.coordinatorId)
    const people = await seedCandidates(tx, now, staff)
    await seedProfiles(tx, people, hosts)
    const world = {
      candidates: people,
      employers: hosts,
      safeguardingLeadId: staff.coordinatorId,
      keys,
    }
    await seedRestrictions(tx, world, now)
    await seedIntroductions(tx, world, now)
    // What happened before anybody looked is no news to anybody.
    await tx.delete(messages)
    return true
  })
}

type Role = (typeof roleGrants.$inferInsert)['role']

async function addPeople(
  tx: Tx,
  people: { name: string; email: string; role: Role; employerId?: string; isLead?: boolean }[],
): Promise<string[]> {
  const rows = people.map((person) => ({ ...person, id: uuidv7() }))
  await tx
    .insert(users)
    .values(rows.map(({ id, name, email }) => ({ id, name, email, isInvented: true })))
  await tx.insert(roleGrants).values(
    rows.map(({ id, role, employerId, isLead }) => ({
      userId: id,
      role,
      employerId,
      isSafeguardingLead: isLead ?? false,
    })),
  )
  return rows.map(({ id }) => id)
}

async function seedStaff(tx: Tx) {
  const [coordinatorId = ''] = await addPeople(tx, [
    { name: 'Tessa Bright', email: demoPeople.coordinator, role: 'coordinator', isLead: true },
    { name: 'Margaret Howe', email: demoPeople.board, role: 'board' },
  ])
  const mentorIds = await addPeople(
    tx,
    inventedMentors.map(({ name }, index) => ({
      name,
      email: index === 0 ? demoPeople.mentor : addressOf(name),
      role: 'mentor' as const,
    })),
  )
  await tx.insert(mentors).values(
    inventedMentors.map(({ organisation, ...mentor }, index) => ({
      userId: mentorIds[index] ?? '',
      displayName: displayNameOf(mentor),
      organisation,
      workPhone: `01632 96010${index}`,
      isVolunteer: mentor.isVolunteer,
    })),
  )
  return { coordinatorId, mentorIds }
}

async function seedEmployers(tx: Tx, now: Date, coordinatorId: string) {
  const hosts = inventedEmployers.map((employer) => ({ ...employer, id: uuidv7() }))
  await tx.insert(employers).values([
    ...hosts.map(({ id, name, description, outcode }, index) => ({
      id,
      name,
      description,
      outcode,
      workPhone: `01632 9602${String(index).padStart(2, '0')}`,
      approvedAt: subDays(now, 500 - index),
      approvedBy: coordinatorId,
      isInvented: true,
      createdAt: subDays(now, 505 - index),
    })),
    ...['Blakeney Boat Yard', 'Acle Garden Centre'].map((name, index) => ({
      name,
      description: 'Has just registered and waits for the office to say yes.',
      outcode: index === 0 ? 'NR25' : 'NR13',
      workPhone: `01632 96030${index}`,
      isInvented: true,
      createdAt: subDays(now, 2 + index * 5),
    })),
  ])
  const userIds = await addPeople(
    tx,
    hosts.map(({ id, contact }, index) => ({
      name: contact,
      email: index === 0 ? demoPeople.employer : addressOf(contact),
      role: 'employer' as const,
      employerId: id,
    })),
  )
  const live = hosts.flatMap((host, number) =>
    host.openings.map((opening, index) => {
      const { closesOn, ...when } = dates(now, number * 5 + index)
      return {
        ...columns(host, opening, closesOn),
        ...when,
        id: uuidv7(),
        state: 'live' as const,
      }
    }),
  )
  await tx.insert(opportunities).values(live)
  await seedUnpublished(tx, hosts, now, coordinatorId)
  return hosts.map(({ id }, number) => ({
    id,
    userId: userIds[number] ?? '',
    openingIds: live.filter(({ employerId }) => employerId === id).map((opening) => opening.id),
  }))
}

type Host = InventedEmployer & { id: string }

/** Everything of an opening but where it stands and when. */
function columns(host: Host, opening: InventedOpening, closesOn: string) {
  const { kind, title, summary, hours, more } = opening
  return {
    employerId: host.id,
    kind,
    title,
    summary,
    hours: hasHours(kind) ? hours : [],
    sector: host.sector,
    outcodes: more?.isRemote ? [] : [host.outcode],
    town: host.town,
    places: 3,
    minAge: kind === 'job' ? 18 : 16,
    stance: 'open' as const,
    details: inventedDetails(kind, host.contact, closesOn),
    closesOn,
    ...more,
    isInvented: true,
  }
}

/** Spread over the past months and the next, so that no two lists look the same. */
function dates(now: Date, index: number) {
  const publishedAt = subDays(now, 75 + ((index * 7) % 60))
  return {
    createdAt: subDays(publishedAt, 3),
    submittedAt: subDays(publishedAt, 1),
    publishedAt,
    closesOn: format(addDays(now, 20 + ((index * 11) % 70)), 'yyyy-MM-dd'),
  }
}

/** Last year's closed openings, and what is being written, checked and mended now. */
async function seedUnpublished(tx: Tx, hosts: Host[], now: Date, coordinatorId: string) {
  const closed = hosts.flatMap((host, number) =>
    host.openings.slice(0, 2 + (number % 3)).map((opening, index) => {
      const { closesOn, ...when } = dates(subYears(now, 1), number * 5 + index)
      return {
        ...columns(host, opening, closesOn),
        ...when,
        id: uuidv7(),
        state: 'closed' as const,
        closedAt: addDays(when.publishedAt, 40),
        closeReason: index === 0 ? 'filled_by_us' : 'filled_elsewhere',
      }
    }),
  )
  const inSixtyDays = format(addDays(now, 60), 'yyyy-MM-dd')
  const waiting = (['submitted', 'submitted', 'submitted', 'submitted', 'returned'] as const).map(
    (state, index) => {
      const host = hosts[index % 4] as Host
      const opening = host.openings[(index + 1) % 5] as InventedOpening
      return {
        ...columns(host, { ...opening, title: `${opening.title}, spring` }, inSixtyDays),
        id: uuidv7(),
        state,
        createdAt: subDays(now, 6 + index),
        submittedAt: subDays(now, 1 + index),
      }
    },
  )
  const drafts = hosts.slice(0, 3).map((host) => ({
    id: uuidv7(),
    employerId: host.id,
    kind: 'job' as const,
    state: 'draft' as const,
    title: 'Weekend helper',
    sector: host.sector,
    isInvented: true,
  }))
  await tx.insert(opportunities).values([...closed])
  await tx.insert(opportunities).values([...waiting])
  await tx.insert(opportunities).values(drafts)
  const returned = waiting.find(({ state }) => state === 'returned')
  if (returned)
    await tx.insert(reviewNotes).values({
      opportunityId: returned.id,
      field: 'summary',
      note: 'Please say which days the work falls on.',
      answer: returned.summary,
      byUserId: coordinatorId,
    })
}

async function seedCandidates(
  tx: Tx,
  now: Date,
  { mentorIds, coordinatorId }: { mentorIds: string[]; coordinatorId: string },
): Promise<World['candidates']> {
  const programmeIds = await addProgrammes(tx, now, coordinatorId)
  const userIds = await addPeople(
    tx,
    inventedCandidates.map(({ fullName }, index) => ({
      name: fullName,
      email: index === 0 ? demoPeople.candidate : addressOf(fullName),
      role: 'candidate' as const,
    })),
  )
  const people = inventedCandidates.map((person, index) => ({
    ...person,
    id: uuidv7(),
    index,
    userId: userIds[index] ?? '',
    mentorUserId: mentorIds[person.mentor] ?? '',
  }))
  await tx.insert(candidates).values(
    people.map(({ id, index, userId }) => ({
      id,
      reference: `TG-${1001 + index * 37}`,
      userId,
      isInvented: true,
      createdAt: subDays(now, 120 - index),
    })),
  )
  await tx.insert(candidateIdentities).values(
    people.map(({ id, index, fullName, age }) => ({
      candidateId: id,
      fullName,
      email: index === 0 ? demoPeople.candidate : addressOf(fullName),
      phone: `07700 9001${String(index).padStart(2, '0')}`,
      dateOfBirth: format(
        subDays(subYears(now, age ?? 21 + ((index * 5) % 34)), 200),
        'yyyy-MM-dd',
      ),
    })),
  )
  await tx
    .insert(candidateSupervision)
    .values(people.map(({ id, onLicence }) => ({ candidateId: id, isOnLicence: onLicence })))
  await tx.insert(candidateWishes).values(
    people.map(({ id, index, kinds, sectors, outcode }) => ({
      candidateId: id,
      kinds,
      sectors,
      hours: index % 2 === 0 ? ['full_time', 'shifts'] : ['part_time', 'flexible'],
      outcode,
      reachMiles: 10 + (index % 3) * 5,
      earliestStart: format(addDays(now, 7 + index), 'yyyy-MM-dd'),
    })),
  )
  await tx.insert(candidateProfiles).values(
    people.map(({ id, index }) => ({
      candidateId: id,
      ...inventedProfiles[index % inventedProfiles.length],
    })),
  )
  await tx.insert(mentorAssignments).values(
    people.map(({ id, mentorUserId, index }) => ({
      candidateId: id,
      mentorUserId,
      startsAt: subDays(now, 119 - index),
    })),
  )
  await tx.insert(enrolments).values(
    people.map(({ id, programme, index }) => ({
      candidateId: id,
      programmeId: programmeIds[programme] ?? '',
      startedOn: format(subDays(now, 120 - index), 'yyyy-MM-dd'),
      rulesConfirmedBy: coordinatorId,
      rulesConfirmedAt: subDays(now, 120 - index),
      // Of the one programme with a window of three months; most have had their review.
      ...(programme === 0 ? reviewOf(subDays(now, 120 - index), index % 5 !== 4) : {}),
    })),
  )
  return people.map(({ id, userId, mentorUserId, onLicence, age }) => ({
    id,
    userId,
    mentorUserId,
    onLicence,
    isUnder18: age !== null,
  }))
}

/** Due after three months; when it has been held, the next one after two more. */
function reviewOf(start: Date, isHeld: boolean) {
  const day = (months: number) => format(addMonths(start, months), 'yyyy-MM-dd')
  return isHeld ? { reviewDueOn: day(5), reviewedOn: day(3) } : { reviewDueOn: day(3) }
}

/** "Ruth Larter" is reached at an address that leads nowhere. */
const addressOf = (name: string) => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@demo.example`
