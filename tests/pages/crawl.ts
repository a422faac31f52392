import routes from '#app/routes.ts'
import type { Person } from './person.ts'

/** Of each kind of page; enough for most whose looks depend on where a thing stands. */
const EXAMPLES = 4

/**
 * Follows every link from the page somebody is on, and every link from there, to a few examples of
 * each kind of page, four unless told otherwise. Gives the files of the routes that were opened.
 */
export async function crawl(person: Person, most = EXAMPLES): Promise<Set<string>> {
  const opened = new Map<string, Set<string>>()
  const { pathname, search } = new URL(person.page.url())
  const waiting = [pathname + search]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    const examples = opened.get(kind) ?? new Set()
    if (examples.has(path) || examples.size >= most) continue
    opened.set(kind, examples.add(path))
    await person.goTo(path)
    // The letters there are to everybody, and lead where each of them may go.
    if (path !== '/demo/mail') waiting.push(...(await linksOf(person)))
  }
  return new Set([...opened.keys()].map((kind) => kind.split('?')[0] ?? ''))
}

/** Every link to a page of ours, places on this one left out. */
async function linksOf({ page }: Person): Promise<string[]> {
  const all = await page
    .getByRole('link')
    .or(page.getByRole('button'))
    .evaluateAll((elements) =>
      // A file to keep is no page.
      elements
        .filter((element) => !element.hasAttribute('download'))
        .map((element) => element.getAttribute('href') ?? ''),
    )
  const { origin } = new URL(page.url())
  return all
    .filter((href) => href !== '' && !href.startsWith('#'))
    .map((href) => new URL(href, page.url()))
    .filter((url) => url.origin === origin)
    .map(({ pathname, search }) => pathname + search)
}

/** The route's file, and what is asked of it: a page with a filter is of another kind. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid')
  const route = routes.find((one) => patternOf(one).test(pathname))
  if (!route) throw new Error(`A link leads to ${path}, which is no route`)
  const asked = [...new Set(searchParams.keys())].sort().join('&')
  return `${route.file.replace('routes/', '')}?${asked}`
}

/** Routes without parameters come first where both fit, as in the router. */
function patternOf(route: (typeof routes)[number]): RegExp {
  const path = 'path' in route ? route.path : ''
  return new RegExp(`^/${path.replaceAll(/:\w+/g, '[^/]+').replace('*', '(?!)')}$`)
}
