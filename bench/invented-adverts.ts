const TITLES =
  'Kitchen Porter,Vehicle Technician,Legal Secretary,Warehouse Operative,Care Assistant,Welder,Groundworker,Shop Assistant,Delivery Driver,Cleaner,Plasterer,Chef,Receptionist,Gardener,Fork Lift Driver'.split(
    ',',
  )
const BEFORE = 'Senior,Trainee,Weekend,Night,Assistant,Mobile,Temporary,Experienced'.split(',')
const TOWNS = 'Norwich,King’s Lynn,Thetford,Great Yarmouth,Dereham,Cromer,Diss'.split(',')

/** A file of adverts that all differ, in the columns of `--columns adverts`; nobody real. */
export function inventedAdverts(rows: number): string {
  const lines = ['category,city,job_title,job_type,salary_offered,state']
  for (let n = 0; n < rows; n++) {
    const title = `${pick(BEFORE, n)} ${pick(TITLES, n >> 3)} ${n}`
    const pay = `£${18_000 + (n % 90) * 100} per annum`
    lines.push(`catering jobs,${pick(TOWNS, n)},${title},"Permanent, full-time","${pay}",Norfolk`)
  }
  return `${lines.join('\n')}\n`
}

const pick = (list: string[], n: number) => list[n % list.length] ?? ''
