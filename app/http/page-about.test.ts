import { expect, it } from 'vitest'
import routes from '../routes.ts'
import { pageAbout } from './page-about.ts'

const ID = '0190a1b2-0000-7000-8000-0123456789ab'
const paths = routes.flatMap((route) => ('path' in route ? [`/${route.path}`] : []))
/** Parts of a programme have no page of their own; the list of programmes leads to where they are. */
const parts = ['/office/areas/:id/end', '/office/sources/:id/end', '/office/values/:id/take-back']
const withId = paths.filter((path) => path.includes(':id') && !parts.includes(path))

it.each(withId)('of %s is a page of its own', (path) => {
  const about = pageAbout(path.replace(':id', ID).replace(':section', 'about'))
  expect(about.endsWith(`/${ID}`)).toBe(true)
  expect(paths).toContain(about.replace(ID, ':id'))
})

it.each(parts)('of %s is the list of programmes', (path) => {
  expect(paths).toContain(path)
  expect(pageAbout(path.replace(':id', ID))).toBe('/office/programmes')
})

it.each([
  [`/me/introductions/${ID}/consent`, `/me/introductions/${ID}`],
  [`/mentor/openings/${ID}/shortlist`, `/openings/${ID}`],
  [`/openings/${ID}/interest`, `/openings/${ID}`],
  [`/office/review/${ID}`, `/office/review/${ID}`],
  ['/me/profile', '/me/profile'],
])('of %s is %s', (path, page) => {
  expect(pageAbout(path)).toBe(page)
})
