import type { opportunities } from '../schema/opportunities.ts'

type Opening = typeof opportunities.$inferInsert
export type Kind = Opening['kind']

export interface InventedOpening {
  kind: Kind
  title: string
  summary: string
  hours: string[]
  more?: Partial<Opening>
}

export interface InventedEmployer {
  name: string
  description: string
  sector: string
  outcode: string
  town: string
  contact: string
  openings: InventedOpening[]
}

const opening = (
  kind: Kind,
  title: string,
  summary: string,
  hours: string[],
  more?: Partial<Opening>,
): InventedOpening => ({ kind, title, summary, hours, more })

const hourly = (pence: number, upTo?: number): Partial<Opening> => ({
  payMinPence: pence,
  payMaxPence: upTo ?? null,
  payPeriod: 'hour',
})

/** Twelve employers of Norfolk that do not exist, each with five openings. */
export const inventedEmployers: InventedEmployer[] = [
  {
    name: 'Wensum Lane Bakery',
    description: 'A small bakery that supplies cafés and village shops around Norwich.',
    sector: 'hospitality_catering',
    outcode: 'NR3',
    town: 'Norwich',
    contact: 'Ruth Larter',
    openings: [
      opening(
        'job',
        'Bakery assistant',
        'Mix, shape and bake bread with a team of six. Early starts. We teach you everything.',
        ['full_time', 'shifts'],
        hourly(1300),
      ),
      opening(
        'job',
        'Delivery driver, bread round',
        'Take the morning round to shops between Norwich and Cromer in our van.',
        ['part_time'],
        {
          ...hourly(1320),
          stance: 'exclusions',
          exclusions: [{ code: 'driving', reason: 'The work is driving our van on public roads.' }],
        },
      ),
      opening(
        'work_experience',
        'Two weeks in a working bakery',
        'See every step from flour to shop. Lunch and bus fares paid.',
        ['flexible'],
      ),
      opening(
        'training',
        'Food hygiene level 2',
        'One day in our training kitchen. The certificate is yours to keep.',
        ['flexible'],
      ),
      opening(
        'interview_experience',
        'Practice interview with our head baker',
        'A relaxed half hour, then honest and kind feedback the same day.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Broadland Timber Frames',
    description: 'Builds timber frames for houses and barns, with a workshop near Wroxham.',
    sector: 'construction',
    outcode: 'NR12',
    town: 'Wroxham',
    contact: 'Dale Cubitt',
    openings: [
      opening(
        'job',
        'Workshop joiner',
        'Cut and join oak and softwood frames to drawings. Some joinery needed.',
        ['full_time'],
        hourly(1500, 1700),
      ),
      opening(
        'job',
        'Construction labourer',
        'Work on sites across Norfolk with a regular crew. Lifts from Norwich.',
        ['full_time'],
        { ...hourly(1350), outcodes: ['NR12', 'NR1', 'NR30'] },
      ),
      opening(
        'training',
        'CSCS green card course',
        'A one-day health and safety course and the card test, both paid.',
        ['flexible'],
      ),
      opening(
        'work_experience',
        'A month in the frame workshop',
        'Learn hand tools, measuring and safe lifting beside a joiner.',
        ['full_time'],
      ),
      opening(
        'bursary',
        'Tool bursary for new joiners',
        'Help towards a first set of hand tools for anyone starting in joinery.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Yare Valley Warehousing',
    description: 'Stores and sends out goods for shops in the east of England.',
    sector: 'warehousing',
    outcode: 'NR7',
    town: 'Norwich',
    contact: 'Amara Doy',
    openings: [
      opening(
        'job',
        'Warehouse operative',
        'Pick, pack and load. Steady hours and a clear route to team leader.',
        ['full_time', 'shifts'],
        { ...hourly(1310), places: 4 },
      ),
      opening(
        'job',
        'Night warehouse operative',
        'Loading for the morning lorries, four nights a week.',
        ['nights'],
        hourly(1450),
      ),
      opening(
        'training',
        'Counterbalance fork lift ticket',
        'Five days with an accredited instructor, test fee paid.',
        ['full_time'],
      ),
      opening(
        'work_experience',
        'Warehouse taster week',
        'Five days on the floor with a buddy. Boots and gloves provided.',
        ['part_time'],
      ),
      opening(
        'interview_experience',
        'Warehouse interview practice',
        'A practice interview with two of our shift managers.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Marsh Barn Farms',
    description: 'A mixed farm on the edge of the marshes: cattle, barley and vegetables.',
    sector: 'animal_care_farming',
    outcode: 'NR29',
    town: 'Great Yarmouth',
    contact: 'Hugh Sayer',
    openings: [
      opening(
        'job',
        'Farm worker, vegetables',
        'Planting, weeding and packing through the year. Housing help possible.',
        ['full_time'],
        hourly(1290),
      ),
      opening(
        'job',
        'Stockperson',
        'Look after a herd of eighty. Experience with cattle is welcome but not needed.',
        ['full_time', 'weekends'],
        hourly(1380),
      ),
      opening(
        'work_experience',
        'Six weeks on the farm',
        'Try stock work, machinery and the packing shed.',
        ['part_time'],
      ),
      opening(
        'training',
        'Tractor driving certificate',
        'Two days of training and a test on our own fields.',
        ['flexible'],
      ),
      opening(
        'bursary',
        'Work boots and travel bursary',
        'Pays for boots, waterproofs and the first month of travel.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Kingfisher Kitchens',
    description: 'School and workplace kitchens in King’s Lynn and west Norfolk.',
    sector: 'hospitality_catering',
    outcode: 'PE30',
    town: 'King’s Lynn',
    contact: 'Selina Marsh',
    openings: [
      opening(
        'job',
        'Kitchen porter',
        'Keep a busy kitchen clean and moving. Meals on shift.',
        ['part_time', 'shifts'],
        hourly(1275),
      ),
      opening('job', 'Cook, term time', 'Cook lunch for 120 with one assistant.', ['term_time'], {
        ...hourly(1400),
        stance: 'case_by_case',
        dbsLevel: 'enhanced',
        dbsBasis: 'Regular work in a school during its hours.',
      }),
      opening(
        'training',
        'Commis chef course, level 2',
        'Twelve weeks, one day a week, in a real kitchen.',
        ['part_time'],
      ),
      opening(
        'interview_experience',
        'Kitchen trial and interview',
        'Cook one dish with us, talk about it, take the feedback home.',
        ['flexible'],
      ),
      opening(
        'work_experience',
        'Kitchen work experience',
        'Two weeks of prep, service and cleaning with a named supervisor.',
        ['part_time'],
      ),
    ],
  },
  {
    name: 'Fen Edge Fabrication',
    description: 'Welds and assembles steel parts for farm machines.',
    sector: 'manufacturing',
    outcode: 'PE38',
    town: 'Downham Market',
    contact: 'Colin Frost',
    openings: [
      opening(
        'job',
        'Trainee welder',
        'Start on simple jigs and work up to coded welding.',
        ['full_time'],
        hourly(1330),
      ),
      opening(
        'job',
        'Assembly operative',
        'Build gearboxes and frames by the drawing.',
        ['full_time', 'shifts'],
        hourly(1300),
      ),
      opening(
        'training',
        'MIG welding, first certificate',
        'Ten evenings in our workshop, all materials found.',
        ['part_time'],
      ),
      opening(
        'work_experience',
        'Workshop taster fortnight',
        'Grinding, drilling, measuring, and a weld to take home.',
        ['full_time'],
      ),
      opening(
        'bursary',
        'Certificate fee bursary',
        'Pays the test fee for a first welding certificate.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Bright Step Cleaning',
    description: 'Office and holiday-let cleaning along the coast.',
    sector: 'cleaning_maintenance',
    outcode: 'NR27',
    town: 'Cromer',
    contact: 'Jo Pegg',
    openings: [
      opening(
        'job',
        'Cleaner, holiday lets',
        'Saturday changeovers with a partner. Travel between houses is paid.',
        ['part_time', 'weekends'],
        hourly(1300),
      ),
      opening(
        'job',
        'Office cleaner, evenings',
        'Two hours each weekday evening in one building.',
        ['part_time'],
        hourly(1290),
      ),
      opening(
        'job',
        'Maintenance assistant',
        'Small repairs, painting and gardens. Driving is useful.',
        ['full_time'],
        hourly(1350),
      ),
      opening(
        'training',
        'Safe use of cleaning products',
        'Half a day, with a certificate employers know.',
        ['flexible'],
      ),
      opening(
        'interview_experience',
        'A first interview, made easy',
        'Practise the ten questions we always ask.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Castle Quarter Retail Group',
    description: 'Three shops in the middle of Norwich.',
    sector: 'retail',
    outcode: 'NR1',
    town: 'Norwich',
    contact: 'Nadia Hussain',
    openings: [
      opening(
        'job',
        'Shop assistant',
        'Tills, shelves and customers. Every other weekend off.',
        ['part_time', 'weekends'],
        hourly(1280),
      ),
      opening(
        'job',
        'Stockroom assistant',
        'Unload, sort and fill. A good job for somebody who likes order.',
        ['part_time'],
        hourly(1280),
      ),
      opening(
        'work_experience',
        'Four weeks in the shop',
        'Window, stockroom and till, one week each, and a reference.',
        ['part_time'],
      ),
      opening('training', 'Customer service level 1', 'Four mornings, free, with a certificate.', [
        'part_time',
      ]),
      opening(
        'bursary',
        'Interview clothes bursary',
        'Up to £80 for clothes to wear at interviews.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Thetford Recycling Works',
    description: 'Sorts and repairs what others throw away.',
    sector: 'waste_management',
    outcode: 'IP24',
    town: 'Thetford',
    contact: 'Piotr Zielak',
    openings: [
      opening(
        'job',
        'Recycling sorter',
        'Sort on the line in a team of eight. Regular breaks.',
        ['full_time', 'shifts'],
        { ...hourly(1275), places: 3 },
      ),
      opening(
        'job',
        'Household site attendant',
        'Help people put the right thing in the right place.',
        ['weekends', 'part_time'],
        hourly(1290),
      ),
      opening(
        'job',
        'Repair technician, small electrics',
        'Test and mend kettles, lamps and tools for our shop.',
        ['full_time'],
        hourly(1400),
      ),
      opening('training', 'Portable appliance testing', 'Two days and a recognised certificate.', [
        'flexible',
      ]),
      opening(
        'work_experience',
        'Repair bench placement',
        'Eight weeks beside a technician, one or two days a week.',
        ['part_time'],
      ),
    ],
  },
  {
    name: 'Northgate Digital',
    description: 'Websites and support for charities, mostly from home.',
    sector: 'it',
    outcode: 'NR2',
    town: 'Norwich',
    contact: 'Imogen Dack',
    openings: [
      opening(
        'job',
        'Junior support analyst',
        'Answer questions by phone and e-mail. From home after a month.',
        ['full_time'],
        { ...hourly(1420), isRemote: true },
      ),
      opening(
        'training',
        'First steps in web building',
        'Eight evenings online. A laptop on loan for those who need one.',
        ['part_time'],
        { isRemote: true },
      ),
      opening(
        'training',
        'Office and e-mail skills',
        'Ten short lessons at your own speed.',
        ['flexible'],
        { isRemote: true },
      ),
      opening(
        'work_experience',
        'A real project for a real charity',
        'Build one page with a mentor and put it in your CV.',
        ['flexible'],
        { isRemote: true },
      ),
      opening(
        'interview_experience',
        'Online interview practice',
        'Try a video interview, and see how to make it comfortable.',
        ['flexible'],
        { isRemote: true },
      ),
    ],
  },
  {
    name: 'Dereham Road Haulage',
    description: 'Moves grain, timber and pallets around East Anglia.',
    sector: 'driving',
    outcode: 'NR19',
    town: 'Dereham',
    contact: 'Terry Bunn',
    openings: [
      opening(
        'job',
        'Driver’s mate',
        'Load, strap and navigate. A way in to driving.',
        ['full_time'],
        hourly(1290),
      ),
      opening(
        'job',
        'Yard hand',
        'Shunting, washing and checking trailers.',
        ['full_time', 'shifts'],
        hourly(1310),
      ),
      opening(
        'bursary',
        'Provisional licence and theory test bursary',
        'Pays for the licence, the theory test and ten lessons.',
        ['flexible'],
      ),
      opening(
        'training',
        'HGV theory and medical',
        'Classroom days and the medical, paid by us.',
        ['part_time'],
        { stance: 'case_by_case' },
      ),
      opening(
        'interview_experience',
        'Talk to a transport manager',
        'Ask anything, then practise the interview.',
        ['flexible'],
      ),
    ],
  },
  {
    name: 'Waveney Salon School',
    description: 'A training salon in Diss that is open to the public.',
    sector: 'hair_beauty',
    outcode: 'IP22',
    town: 'Diss',
    contact: 'Kerry Youngs',
    openings: [
      opening(
        'job',
        'Salon assistant',
        'Welcome people, wash hair, keep the floor bright.',
        ['part_time', 'weekends'],
        hourly(1275),
      ),
      opening('training', 'Barbering level 2', 'Two days a week for six months in our own salon.', [
        'part_time',
      ]),
      opening('training', 'Nail care short course', 'Five mornings, kit to keep.', [
        'part_time',
        'term_time',
      ]),
      opening('work_experience', 'Salon taster', 'Three Saturdays on the salon floor.', [
        'weekends',
      ]),
      opening(
        'bursary',
        'Kit bursary for barbers',
        'A first set of clippers and scissors for our trainees.',
        ['flexible'],
      ),
    ],
  },
]
