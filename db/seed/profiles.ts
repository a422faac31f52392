import type { Tx } from '../client.server.ts'
import {
  availableDays,
  candidateAvailability,
  candidateQualifications,
  candidateReleases,
  candidateStatements,
  candidateTravel,
  hiddenEmployers,
  keptApart,
  qualificationPlaces,
} from '../schema/profiles.ts'

interface InventedProfile {
  /** By their place in the list of invented candidates, and of invented employers. */
  candidate: number
  statement?: string
  qualifications?: {
    name: string
    awardingBody?: string
    level?: string
    gainedOn?: string
    place?: string
  }[]
  /** Monday is 1. */
  days?: [weekday: number, from: string, until: string][]
  isSchoolHours?: boolean
  isTermTimeOnly?: boolean
  needsChildcare?: boolean
  modes?: string[]
  maxMinutes?: number
  latestHome?: string
  expectedRelease?: string
  hiddenFrom?: number
  keptApartFrom?: string[]
}

const weekdays = (from: string, until: string): InventedProfile['days'] =>
  [1, 2, 3, 4, 5].map((weekday) => [weekday, from, until])

/** What some of the invented candidates have filled in, so that every page of a profile has one. */
const inventedProfiles: InventedProfile[] = [
  {
    candidate: 0,
    statement:
      'I have had a year to think about what I want. I want to learn a trade, earn my own money and be somebody my sister can rely on.\n\nGive me a start and I will be there ten minutes early.',
    qualifications: [
      {
        name: 'Food hygiene',
        level: 'Level 2',
        awardingBody: 'Highfield',
        gainedOn: '2025-06-12',
        place: 'HMP Norwich',
      },
    ],
    days: weekdays('09:00', '17:00'),
    modes: ['bus', 'bicycle'],
    maxMinutes: 45,
  },
  {
    candidate: 2,
    statement: 'Rwy’n siarad Cymraeg, and I read أحب العمل مع الناس to my little one at night. 🙂',
    days: weekdays('09:30', '14:45'),
    isSchoolHours: true,
    isTermTimeOnly: true,
    needsChildcare: true,
    modes: ['walk', 'bus'],
    latestHome: '15:15',
    keptApartFrom: ['Kevin Marlpit', 'The Blue Gate, Magdalen Street'],
  },
  {
    candidate: 17,
    statement: 'I have learned two trades, and I would like to use them.',
    qualifications: [
      {
        name: 'Barbering',
        level: 'Level 2',
        awardingBody: 'City & Guilds',
        gainedOn: '2025-11-03',
        place: 'HMP Norwich',
      },
      {
        name: 'Fork lift ticket',
        awardingBody: 'RTITB',
        gainedOn: '2026-02-20',
        place: 'HMP Norwich',
      },
    ],
    modes: ['train', 'lift'],
    expectedRelease: '2030-03-04',
  },
  { candidate: 19, modes: ['car'], hiddenFrom: 0 },
]

/** Fills in the profiles of some of the invented candidates. */
export async function seedProfiles(
  tx: Tx,
  candidates: readonly { id: string }[],
  employers: readonly { id: string }[],
) {
  for (const { candidate, hiddenFrom, ...profile } of inventedProfiles) {
    const candidateId = candidates[candidate]?.id
    if (!candidateId) throw new Error(`The demo has no candidate ${candidate}`)
    await seedProfile(tx, candidateId, profile)
    const employerId = hiddenFrom === undefined ? undefined : employers[hiddenFrom]?.id
    if (employerId) await tx.insert(hiddenEmployers).values({ candidateId, employerId })
  }
}

async function seedProfile(
  tx: Tx,
  candidateId: string,
  profile: Omit<InventedProfile, 'candidate' | 'hiddenFrom'>,
) {
  const { statement, qualifications = [], days = [], modes, expectedRelease } = profile
  if (statement !== undefined)
    await tx.insert(candidateStatements).values({ candidateId, body: statement })
  for (const { place, ...qualification } of qualifications) {
    const [row] = await tx
      .insert(candidateQualifications)
      .values({ candidateId, ...qualification })
      .returning({ id: candidateQualifications.id })
    if (row && place !== undefined)
      await tx.insert(qualificationPlaces).values({ qualificationId: row.id, candidateId, place })
  }
  if (days.length > 0) {
    const { isSchoolHours, isTermTimeOnly, needsChildcare } = profile
    await tx
      .insert(candidateAvailability)
      .values({ candidateId, isSchoolHours, isTermTimeOnly, needsChildcare })
    await tx.insert(availableDays).values(
      days.map(([weekday, fromTime, untilTime]) => ({
        candidateId,
        weekday,
        fromTime,
        untilTime,
      })),
    )
  }
  if (modes) {
    const { maxMinutes, latestHome } = profile
    await tx.insert(candidateTravel).values({ candidateId, modes, maxMinutes, latestHome })
  }
  if (expectedRelease !== undefined)
    await tx.insert(candidateReleases).values({ candidateId, expectedOn: expectedRelease })
  for (const who of profile.keptApartFrom ?? [])
    await tx.insert(keptApart).values({ candidateId, who })
}
