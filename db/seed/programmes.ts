import { addDays, format, subDays } from 'date-fns'
import type {
  fundingPeriods,
  metricValues,
  programmeMetrics,
  programmes,
  referralSources,
} from '../schema/programmes.ts'

type Row<T extends { $inferInsert: object }, K extends string> = Omit<T['$inferInsert'], K>

/** One programme with all that belongs to it; its organisations and districts by name. */
export interface SeededProgramme {
  row: Row<typeof programmes, 'operatorId' | 'ownerId'>
  operator: string
  owner?: string
  funding?: Row<typeof fundingPeriods, 'programmeId'>[]
  areas?: string[]
  sources?: Row<typeof referralSources, 'programmeId'>[]
  metrics?: (Row<typeof programmeMetrics, 'programmeId'> & {
    values?: Row<typeof metricValues, 'metricId'>[]
  })[]
}

const commissioner = 'Office of the Police and Crime Commissioner for Norfolk'

/** Real organisations, named in the public record of the schemes. */
export const partners = [
  { name: commissioner, kind: 'public_body' },
  { name: 'St Giles Trust', kind: 'charity' },
  { name: 'Norfolk Public Health and Norfolk Police', kind: 'public_body' },
  { name: 'Mancroft Advice Project (MAP)', kind: 'charity' },
  { name: 'Volunteers of the chaplaincy', kind: 'faith_group' },
  { name: 'HMP Norwich', kind: 'prison' },
] as const

const AFTER = 'One of West Norfolk, East Norfolk and Greater Norwich City, from April 2028'

/** Norfolk's districts until its councils change. Which place goes where is for the office to say. */
export const norfolk = [
  ['E07000143', 'Breckland'],
  ['E07000144', 'Broadland'],
  ['E07000145', 'Great Yarmouth'],
  ['E07000146', 'King’s Lynn and West Norfolk'],
  ['E07000147', 'North Norfolk'],
  ['E07000148', 'Norwich'],
  ['E07000149', 'South Norfolk'],
].map(([code = '', name = '']) => ({
  ...{ code, name },
  startsOn: '1974-04-01',
  endsOn: '2028-03-31',
  successor: AFTER,
}))

const greaterNorwich = ['Norwich', 'Broadland', 'South Norfolk']
const founding = 'The founding documents'

const pathwayOut: SeededProgramme = {
  row: {
    slug: 'p-11',
    publicSlug: 'pathway-out',
    name: 'Pathway Out (adult)',
    description:
      'Education, training, work and mentoring: steps towards work for about three months.',
    startsOn: '2021-05-01',
    closedOn: '2023-03-31',
    datesKnownTo: 'month',
    supportMonths: 3,
    minAge: 18,
    needLink: 'a link to drug misuse or supply',
    recordsRestrictions: true,
  },
  operator: 'St Giles Trust',
  owner: commissioner,
  funding: [
    {
      funder: 'DWP East Anglia and Norfolk Public Health (ADDER money)',
      startsOn: '2021-05-01',
      endsOn: '2023-03-31',
      amountPence: 9_500_000,
      note: 'Awarded in May 2021, due to end in March 2023. £95,000 over two financial years.',
    },
  ],
  sources: [
    { kind: 'work_coach', label: 'DWP work coach' },
    { kind: 'other_programme', label: 'ADDER enrolled' },
  ],
}

const adder: SeededProgramme = {
  row: {
    slug: 'p-12',
    publicSlug: 'project-adder',
    name: 'Project ADDER (Greater Norwich)',
    description:
      'Treatment by CGL, housing, work and groups. Peers go on to mentor others. Run by Norfolk Public Health and Norfolk Police.',
    startsOn: '2021-01-01',
    closedOn: '2025-03-31',
    datesKnownTo: 'month',
    minAge: 18,
    areasOnly: true,
    recordsRestrictions: true,
  },
  operator: 'Norfolk Public Health and Norfolk Police',
  areas: greaterNorwich,
  funding: [
    {
      funder: 'Home Office',
      startsOn: '2021-01-01',
      endsOn: '2023-03-31',
      amountPence: 480_000_000,
      note: '£4.8 million is stated for the project; how it is spread is not.',
    },
    {
      funder: 'Home Office',
      startsOn: '2023-04-01',
      endsOn: '2025-03-31',
      note: 'Extended to March 2025.',
    },
  ],
  sources: [
    { kind: 'custody', label: 'Drug test in custody' },
    { kind: 'health', label: 'CGL' },
    { kind: 'outreach', label: 'Outreach' },
    { kind: 'court_disposal', label: 'Out-of-court disposal' },
  ],
  metrics: [
    count(
      'People reached',
      'Everybody the project has been in touch with.',
      ofAllTime(540, '2021-01-01', '2025-03-31'),
    ),
    {
      ...count(
        'Entered treatment',
        'Everybody who began treatment, whatever came of it.',
        ofAllTime(170, '2021-01-01', '2025-03-31'),
      ),
      kind: 'target',
      target: 250,
    },
    count(
      'Received structured treatment',
      'Everybody who was given a plan of treatment and kept to it. Not the same as entering treatment.',
    ),
    {
      ...count(
        'Sessions for children',
        'Sessions held. Stated with it: 96 % of the children took part; of how many is not stated.',
        ofAllTime(120, '2021-01-01', '2025-03-31'),
      ),
      unit: 'events',
    },
  ],
}

const pathwaysOut: SeededProgramme = {
  row: {
    slug: 'p-13',
    publicSlug: 'pathways-out',
    name: 'Pathways Out (under 18)',
    description:
      'One-to-one mentoring, activities, college applications, training and work experience. For young people at risk of being drawn into County Lines.',
    startsOn: '2019-04-01',
    closedOn: '2020-03-31',
    datesKnownTo: 'month',
    maxAge: 17,
    ageMeasuredAt: 'referral',
    secondApprover: 'everyone',
  },
  operator: 'Mancroft Advice Project (MAP)',
  owner: commissioner,
  areas: ['Norwich', 'Great Yarmouth'],
  funding: [
    {
      funder: 'Home Office Early Intervention Youth Fund',
      startsOn: '2019-04-01',
      endsOn: '2020-03-31',
      note: 'A pilot of twelve months. Similar work goes on.',
    },
  ],
  sources: [
    { kind: 'school', label: 'Schools in Norwich' },
    { kind: 'school', label: 'Schools in Great Yarmouth' },
  ],
  metrics: [
    count('People referred', 'Every young person a school referred.', {
      ...{ value: 46, source: founding },
      ...{ periodFrom: '2019-04-01', periodTo: '2020-03-31' },
    }),
  ],
}

const wonder: SeededProgramme = {
  row: {
    slug: 'p-15',
    publicSlug: 'wonder-plus',
    name: 'WONDER+',
    description:
      'A link worker for women, with local partners: housing, debt, health, domestic abuse and work.',
    startsOn: '2017-02-28',
    closedOn: '2022-03-31',
    datesKnownTo: 'month',
    minAge: 18,
    onlySex: 'women',
    onlySexBasis: 'Equality Act 2010, Schedule 3, paragraph 27: services for one sex only',
    takesSelfReferrals: true,
    recordsRestrictions: true,
  },
  operator: 'St Giles Trust',
  owner: commissioner,
  funding: [
    ['2017-02-28', '2018-02-28', 'The pilot.'],
    ['2018-03-01', '2021-01-31', 'Stated as: to January 2021.'],
    ['2021-02-01', '2022-03-31', 'Stated as: to March 2022.'],
  ].map(([startsOn = '', endsOn, note]) => ({
    funder: 'OPCCN, Public Health and the Ministry of Justice',
    ...{ startsOn, endsOn, note },
  })),
  sources: [
    { kind: 'outreach', label: 'Community policing' },
    { kind: 'custody', label: 'Custody' },
    { kind: 'early_help', label: 'Early help hubs' },
    { kind: 'health', label: 'Health' },
    { kind: 'victim_services', label: 'Victim services' },
    { kind: 'self', label: 'Women themselves' },
  ],
  metrics: [
    count(
      'Women supported',
      'Every woman who came to a link worker.',
      {
        ...{ value: 131, source: `${founding}: the pilot` },
        ...{ periodFrom: '2017-02-28', periodTo: '2018-02-28' },
      },
      {
        ...{ value: 800, bound: 'at_least', source: `${founding}: “over 800 since March 2018”` },
        ...{ periodFrom: '2018-03-01', periodTo: '2022-03-31' },
      },
    ),
    {
      ...count(
        'Arrested again',
        'Women who were arrested again. Stated without a number: lower for those who took part.',
      ),
      kind: 'outcome',
      countedOver: 'engaged',
    },
    {
      ...count('Arrested again, of everybody referred', 'The same, of all who were referred.'),
      kind: 'outcome',
      countedOver: 'all_referrals',
    },
  ],
}

const chaplaincy: SeededProgramme = {
  row: {
    slug: 'p-4',
    publicSlug: 'community-chaplaincy',
    name: 'Community Chaplaincy',
    description:
      'Volunteers who walk beside people and their families, from prison through the gate: mentoring, education, training and work.',
    startsOn: '2017-02-01',
    datesKnownTo: 'month',
    minAge: 18,
    recordsRestrictions: true,
  },
  operator: 'Volunteers of the chaplaincy',
  owner: commissioner,
  funding: [{ funder: 'OPCCN', startsOn: '2017-02-01', note: 'No end is stated.' }],
  sources: [
    { kind: 'prison', label: 'Prison' },
    { kind: 'chaplaincy', label: 'Prison chaplaincy' },
  ],
  metrics: [
    count(
      'Mentors trained',
      'Volunteers who finished their training.',
      ofAllTime(19, '2017-02-01'),
    ),
    count('Active cases', 'People a volunteer walks beside.', ofAllTime(25, '2017-02-01')),
  ],
}

const boards: SeededProgramme[] = [
  {
    row: {
      slug: 'p-6',
      publicSlug: 'gateway-to-employment',
      name: 'Gateway to Employment Board (GtoE)',
      kind: 'board',
      description:
        'Brings employers and providers together to offer interview experience, bursaries, training, work experience and jobs. Chaired by the Commissioner, with the DWP.',
      startsOn: '2015-12-01',
      datesKnownTo: 'month',
    },
    operator: commissioner,
    metrics: [
      {
        ...in2018('Employers and providers', 'Employers and providers on the books.', 83),
        kind: 'target',
        target: 100,
      },
      in2018('Opportunities', 'Opportunities of every kind that were offered.', 214, 'at_least'),
      in2018('Job offers', 'Jobs offered among them. An offer is not a start.', 50, 'at_least'),
    ],
  },
  {
    row: {
      slug: 'p-7',
      publicSlug: 'reducing-reoffending-board',
      name: 'Reducing Reoffending Board',
      kind: 'board',
      description:
        'Oversees how the strategy, refreshed in 2019, is carried out. Chaired by the Commissioner, with agencies and partners.',
    },
    operator: commissioner,
  },
]

const rescueRehab: SeededProgramme = {
  row: {
    slug: 'p-8',
    publicSlug: 'rescue-rehab',
    name: 'Rescue Rehab',
    description: 'Skills and qualifications that are recognised outside, gained before release.',
    startsOn: '2017-01-01',
    datesKnownTo: 'year',
    minAge: 18,
    recordsRestrictions: true,
  },
  operator: 'HMP Norwich',
  owner: commissioner,
  funding: [
    {
      funder: 'OPCCN and the prison',
      startsOn: '2017-01-01',
      note: 'From 2017; the day is not stated, nor is an end.',
    },
  ],
  sources: [{ kind: 'prison', label: 'HMP Norwich' }],
}

/** The eight schemes of the public record, with what is stated of them. */
export const statedProgrammes = [
  ...[pathwayOut, adder, pathwaysOut, wonder, chaplaincy],
  ...[...boards, rescueRehab],
]

/**
 * Those of them that have ended, running today for the demo's people to be in: each a programme of
 * its own, marked as invented, so that nothing untrue is said of the real one.
 */
export const triedProgrammes = (now: Date): SeededProgramme[] => {
  const day = (at: Date) => format(at, 'yyyy-MM-dd')
  const tried = (of: SeededProgramme, slug: string, name: string): SeededProgramme => ({
    ...of,
    row: {
      ...of.row,
      ...{ slug, name, publicSlug: `${of.row.publicSlug}-demo` },
      ...{ startsOn: null, closedOn: null, isInvented: true },
      lawfulBasis: 'Public task: Article 6(1)(e) of the UK GDPR (an example)',
      schedule1Condition: 'Part 2, paragraph 18: safeguarding people at risk (an example)',
      employerWording: 'A local scheme that helps people into work',
    },
    funding: [
      {
        funder: 'An invented funder',
        startsOn: day(subDays(now, 400)),
        endsOn: day(addDays(now, 400)),
        note: 'Invented, so that people can be enrolled in the demo.',
        isInvented: true,
      },
    ],
    metrics: [],
  })
  return [
    tried(pathwayOut, 'p-1', 'Pathway Out (adult, demo)'),
    tried(adder, 'p-2', 'Project ADDER (Greater Norwich, demo)'),
    tried(pathwaysOut, 'p-3', 'Pathways Out (under 18, demo)'),
    tried(wonder, 'p-5', 'WONDER+ (demo)'),
  ]
}

/** The programmes that the demo's people are in, in the order of their numbers there. */
export const demoSlugs = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5']

type Value = Row<typeof metricValues, 'metricId'>
type Metric = NonNullable<SeededProgramme['metrics']>[number]

/** A count of people, with the numbers that are stated of it. */
function count(name: string, definition: string, ...values: Value[]): Metric {
  return { kind: 'count', unit: 'people', name, definition, values }
}

function in2018(
  name: string,
  definition: string,
  value: number,
  bound: Value['bound'] = 'exact',
): Metric {
  const of = { source: founding, periodFrom: '2018-01-01', periodTo: '2018-12-31' }
  return { ...count(name, definition, { value, bound, ...of }), unit: 'events' }
}

/** A number whose period is not stated: all the time there was, or was until it was written down. */
function ofAllTime(value: number, periodFrom: string, periodTo = '2026-10-31'): Value {
  const source = `${founding}; the period is not stated, so it is all of its time`
  return { value, source, periodFrom, periodTo }
}
