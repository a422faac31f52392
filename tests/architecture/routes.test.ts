import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'

const sourceOf = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../app/${file}`, import.meta.url)), 'utf8')

/** The door as it stands in the source of a route module. */
const accessOf = (source: string) =>
  /export const handle = \{[^}]*\baccess: ('[^']*'|\[[^\]]*\])[^}]*\} satisfies RouteHandle/.exec(
    source.replaceAll(/\s+/g, ' '),
  )?.[1]

/** What is wrong with the door of a route module, in words. */
function doorProblems(source: string): string[] {
  const problems: string[] = []
  const access = accessOf(source)
  if (!access) return ['it does not say who may come in']
  const has = (name: string) => new RegExp(`export async function ${name}\\b`).test(source)
  if (/export (const|let) (loader|action)\b/.test(source))
    problems.push('a wrapped loader or action')
  if (has('loader') && !/\bread\(\s*args,\s*handle,/.test(source))
    problems.push('a loader that passes its door by')
  if (has('action') && !/\bact\(\s*args,\s*handle,/.test(source))
    problems.push('an action that passes its door by')
  // `confirmPassword` parses with the schema it is given.
  if (has('action') && !/\b(parseForm|confirmPassword)\(/.test(source))
    problems.push('an action that takes any field')
  if (access !== "'anyone'" && /export default/.test(source) && !has('loader'))
    problems.push('a page for some, without a loader to hold the door')
  return problems
}

const files = ['root.tsx', ...routes.map(({ file }) => file)]

/** Refuses everything; and forms whose strict schema depends on the opening, or on the page. */
const takesItsFieldsElsewhere = [
  'routes/system/not-found.tsx',
  'routes/employer/openings-section.tsx',
  'routes/candidate/profile-section.tsx',
  'routes/mentor/profile-section.tsx',
]

test.each(files)('%s says who may come in, and every way in asks', (file) => {
  const problems = takesItsFieldsElsewhere.includes(file) ? ['an action that takes any field'] : []
  expect(doorProblems(sourceOf(file))).toEqual(problems)
})

/** Whom the pages of a folder are for; those about accounts are for anybody, signed in or not. */
const forWhom: Record<string, RegExp> = {
  public: /^'anyone'$/,
  system: /^'anyone'$/,
  account: /^'(anyone|signed-in)'$/,
  candidate: /^\['candidate'\]$/,
  mentor: /^\['mentor'\]$/,
  employer: /^\['employer'\]$/,
  board: /^\['board'\]$/,
  coordinator: /^\['coordinator'\]$/,
}

test.each(files.slice(1))('%s lets those come in that its folder is for', (file) => {
  const folder = file.split('/')[1] ?? ''
  expect(accessOf(sourceOf(file))).toMatch(forWhom[folder] ?? /^no such folder$/)
})

test('every route file is in the site map once', () => {
  expect(new Set(files).size).toBe(files.length)
})

test('a route without a door is found out', () => {
  const door = "export const handle = { access: ['mentor'] } satisfies RouteHandle\n"
  const loader = 'export async function loader(args) { return read(args, handle, list) }\n'
  const page = 'export default function Page() { return null }\n'
  expect(doorProblems(loader + page)).toEqual(['it does not say who may come in'])
  expect(doorProblems(door + page)).toEqual(['a page for some, without a loader to hold the door'])
  expect(doorProblems(`${door}export async function loader() { return list() }\n${page}`)).toEqual([
    'a loader that passes its door by',
  ])
  expect(doorProblems(`${door}${loader}export const action = wrap()\n${page}`)).toEqual([
    'a wrapped loader or action',
  ])
  const action = 'export async function action(args) { return act(args, handle, save) }\n'
  expect(doorProblems(door + loader + action + page)).toEqual(['an action that takes any field'])
  expect(doorProblems(door + loader + page)).toEqual([])
})
