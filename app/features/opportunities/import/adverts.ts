import { parsePay } from './pay.ts'
import { outcodesOfPlace } from './places.ts'
import { mendRow } from './repair.ts'
import { LONGEST, type ImportRow, type Refusal } from './row.ts'
import { sectorOfCategory } from './sector-of-category.ts'

/** The columns of a file of collected job adverts. */
export const ADVERT_COLUMNS = [
  'category',
  'city',
  'job_title',
  'job_type',
  'salary_offered',
  'state',
] as const

/**
 * Reads one advert. It has no employer and no closing date of its own, and a town instead of an
 * outcode; a town that is not known in its county leaves the place unknown.
 */
export function readAdvert(
  line: number,
  fields: Record<string, string>,
  closesOn: string,
): ImportRow | Refusal {
  const { read: field, repairs } = mendRow(fields)
  const title = readEntities(field('job_title'))
  const [category, town, county] = [field('category'), field('city'), field('state')]
  const [jobType, payText] = [field('job_type'), field('salary_offered')]
  const refuse = (reason: string): Refusal => ({ line, reason })
  if (title === '') return refuse('it has no title')
  if (title.length > LONGEST.title)
    return refuse(`its title is longer than ${LONGEST.title} characters`)
  if (town.length > LONGEST.town)
    return refuse(`its town is longer than ${LONGEST.town} characters`)
  if (payText.length > LONGEST.pay)
    return refuse(`its pay is longer than ${LONGEST.pay} characters`)
  const contract = contractOf(jobType)
  return {
    line,
    key: [title, town, county, category, jobType, payText].join('|').toLowerCase(),
    employer: null,
    repairs,
    columns: {
      kind: 'job',
      title,
      summary: '',
      sector: sectorOfCategory(category),
      hours: hoursOf(jobType),
      isRemote: false,
      outcodes: outcodesOfPlace(town, county),
      town: town || null,
      places: 1,
      closesOn,
      minAge: 16,
      stance: null,
      payText: payText || null,
      ...(parsePay(payText) ?? { payMinPence: null, payMaxPence: null, payPeriod: null }),
      details: contract === null ? {} : { contract },
    },
  }
}

function hoursOf(jobType: string): string[] {
  const hours: string[] = []
  if (/full-time/i.test(jobType)) hours.push('full_time')
  if (/part-time/i.test(jobType)) hours.push('part_time')
  return hours
}

function contractOf(jobType: string): string | null {
  if (/permanent/i.test(jobType)) return 'permanent'
  if (/temporary/i.test(jobType)) return 'temporary'
  return /contract/i.test(jobType) ? 'fixed_term' : null
}

/** Characters that a web page wrote by number or name, also where the "#" got lost. */
function readEntities(text: string): string {
  return text
    .replace(/&#?(39|34|38);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
}
