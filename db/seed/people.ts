/** People who do not exist; those of `demoPeople` are who a visitor of the demo becomes. */
export const demoPeople = {
  candidate: 'candidate@demo.example',
  mentor: 'mentor@demo.example',
  employer: 'employer@demo.example',
  board: 'board@demo.example',
  coordinator: 'coordinator@demo.example',
} as const

export const inventedMentors = [
  { name: 'Priya Nair', organisation: 'St Giles', isVolunteer: false },
  { name: 'Owen Catchpole', organisation: 'Jobcentre Plus', isVolunteer: false },
  { name: 'Leanne Futter', organisation: 'Mancroft Advice Project', isVolunteer: false },
  { name: 'Bernard Kett', organisation: 'Community Chaplaincy', isVolunteer: true },
  { name: 'Zara Oyelaran', organisation: 'St Giles', isVolunteer: false },
] as const

/** Name, outcode, mentor and programme by their place in the lists above. */
export const inventedCandidates: InventedCandidate[] = [
  person(
    'Jamie Fielding',
    'NR3',
    0,
    0,
    ['job', 'training'],
    ['warehousing', 'hospitality_catering'],
  ),
  person('Callum Brighty', 'NR1', 0, 0, ['job'], ['construction'], { onLicence: true }),
  person('Aisha Warnes', 'NR2', 0, 4, ['job', 'work_experience'], ['retail', 'office']),
  person('Dean Larwood', 'NR5', 0, 1, ['training', 'job'], ['driving', 'warehousing']),
  person('Kofi Mensah', 'NR7', 0, 0, ['job'], ['warehousing'], { onLicence: true }),
  person('Rebecca Plume', 'NR6', 0, 4, ['interview_experience', 'job'], ['hair_beauty']),
  person('Lewis Gathercole', 'NR30', 1, 0, ['job'], ['animal_care_farming', 'construction']),
  person('Marta Nowak', 'NR31', 1, 4, ['job', 'bursary'], ['hospitality_catering']),
  person('Shane Tooley', 'NR29', 1, 1, ['work_experience'], ['animal_care_farming']),
  person('Gary Thirtle', 'NR28', 1, 0, ['job'], ['cleaning_maintenance'], { onLicence: true }),
  person(
    'Devon Sewell',
    'NR27',
    1,
    0,
    ['job', 'training'],
    ['construction', 'cleaning_maintenance'],
  ),
  person('Natalie Cross', 'NR26', 1, 4, ['job'], ['retail', 'cleaning_maintenance']),
  person('Tyler Amis', 'NR1', 2, 2, ['training', 'work_experience'], ['it'], { age: 16 }),
  person('Ellie Bloom', 'NR30', 2, 2, ['work_experience'], ['hair_beauty', 'retail'], { age: 17 }),
  person('Mason Riches', 'NR3', 2, 2, ['training'], ['construction'], { age: 17 }),
  person('Jayden Platten', 'NR5', 2, 2, ['bursary', 'training'], ['sport', 'it'], { age: 16 }),
  person('Harley Mace', 'NR31', 2, 2, ['interview_experience'], ['hospitality_catering'], {
    age: 17,
  }),
  person('Chloe Seago', 'NR7', 2, 2, ['work_experience'], ['animal_care_farming'], { age: 16 }),
  person('Martin Eke', 'PE30', 3, 3, ['job'], ['manufacturing', 'warehousing'], {
    onLicence: true,
  }),
  person('Robert Daplyn', 'PE38', 3, 3, ['job', 'training'], ['manufacturing']),
  person('Stephen Howes', 'PE34', 3, 3, ['work_experience', 'job'], ['animal_care_farming']),
  person('Ian Pratt', 'PE37', 3, 3, ['training'], ['driving']),
  person('Luke Tyrrell', 'NR19', 3, 3, ['job'], ['driving', 'warehousing']),
  person('Vincent Ogilvie', 'PE36', 3, 3, ['job'], ['hospitality_catering']),
  person('Sophie Larner', 'IP24', 4, 4, ['job', 'training'], ['waste_management', 'office']),
  person('Danielle Rix', 'IP22', 4, 4, ['training'], ['hair_beauty']),
  person('Hassan Ali', 'IP24', 4, 1, ['job'], ['waste_management', 'manufacturing']),
  person('Craig Bunting', 'NR17', 4, 1, ['job', 'bursary'], ['construction'], { onLicence: true }),
  person('Femi Adeyemi', 'NR18', 4, 1, ['job'], ['it', 'office']),
  person('Paula Gooch', 'NR14', 4, 4, ['work_experience'], ['education_support', 'office']),
]

export interface InventedCandidate {
  fullName: string
  outcode: string
  mentor: number
  programme: number
  kinds: string[]
  sectors: string[]
  onLicence: boolean
  /** In whole years; an adult's age is spread by place in the list. */
  age: number | null
}

function person(
  fullName: string,
  outcode: string,
  mentor: number,
  programme: number,
  kinds: string[],
  sectors: string[],
  extra: { onLicence?: boolean; age?: number } = {},
): InventedCandidate {
  const { onLicence = false, age = null } = extra
  return { fullName, outcode, mentor, programme, kinds, sectors, onLicence, age }
}

/** Taken in turn, so that no two neighbours say the same. */
export const inventedProfiles = [
  {
    strengths: 'I turn up on time, and I stay calm when it gets busy.',
    skills: 'Food hygiene level 2. Good with my hands. Cash handling.',
    experience: 'Three years in a café kitchen, and a summer on a market stall.',
  },
  {
    strengths: 'I like to finish what I start. I am good at working in a team.',
    skills: 'Fork lift ticket, manual handling, basic computer skills.',
    experience: 'Warehouse work for two seasons, then volunteering in a food bank.',
  },
  {
    strengths: 'I listen, I ask when I do not know, and I learn by doing.',
    skills: 'Painting, plastering, reading simple drawings.',
    experience: 'Helped a builder for four years. Finished a bricklaying course.',
  },
  {
    strengths: 'People tell me I am patient and friendly.',
    skills: 'Customer service, first aid at work, good spelling.',
    experience: 'Shop work after school, and looking after my younger brothers.',
  },
  {
    strengths: 'I am careful, and I notice when something is not right.',
    skills: 'Basic welding, bike repair, full attention to safety.',
    experience: 'Two placements in a workshop. I mend bikes for my street.',
  },
] as const
