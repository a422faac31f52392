import type { ServerBuild } from '@remix-run/node'
import type { Access, RouteHandle } from '#app/http/handle.ts'
import type { ThingName } from './who-may-see.ts'
import { thingsAt } from './who-may-see.ts'
import type { Person, Scene } from './scene.ts'

export type Routes = ServerBuild['routes']

/** One route at one address: with a thing in it, where it has a place for one. */
export interface Address {
  route: string
  /** Such as `me/introductions/:id/consent`. */
  pattern: string
  path: string
  access: Access | undefined
  hasAction: boolean
  thing: ThingName | null
  /** Who may see the thing; null where there is none. */
  seenBy: Person[] | null
}

/** Parts of an address that choose a page and name nothing of anybody's. */
const choices: Record<string, string> = { section: 'about', part: 'strengths' }

/**
 * Every address of every route the server has. A route that has a place for something the test has
 * nothing to put into is a problem, in words.
 */
export function addressesOf(
  routes: Routes,
  things: Scene['things'],
): { addresses: Address[]; problems: string[] } {
  const addresses: Address[] = []
  const problems: string[] = []
  for (const route of Object.values(routes)) {
    if (!route) continue
    const access = (route.module.handle as Partial<RouteHandle> | undefined)?.access
    if (!access) problems.push(`${route.id} does not say who may come in.`)
    // The root draws round the others and has no address of its own.
    if (route.id === 'root') continue
    const pattern = patternOf(routes, route.id)
    const address = (path: string) => ({
      route: route.id,
      pattern,
      path: `/${path}`,
      access,
      hasAction: route.module.action !== undefined,
    })
    const chosen = pattern.replaceAll(/:(\w+)/g, (name, key: string) => choices[key] ?? name)
    const place = /^.*?:\w+/.exec(chosen)?.[0]
    if (place === undefined)
      addresses.push({
        ...address(chosen.replace('*', 'nothing-is-here')),
        thing: null,
        seenBy: null,
      })
    else if (thingsAt(place).length === 0 || chosen.slice(place.length).includes(':'))
      problems.push(
        `${route.id} is about "${pattern}", and the test has nothing to put there. ` +
          'Add a thing to scene.ts and say in who-may-see.ts who may see it.',
      )
    else
      for (const { thing, seenBy } of thingsAt(place))
        addresses.push({
          ...address(chosen.replace(/:\w+/, things[thing].id)),
          thing,
          seenBy,
        })
  }
  return { addresses, problems }
}

/** The address of a page's data, as the framework asks for it. */
export const dataPath = (path: string) => (path === '/' ? '/_root.data' : `${path}.data`)

function patternOf(routes: Routes, id: string): string {
  const parts: string[] = []
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    if (route.path) parts.unshift(route.path)
  return parts.join('/')
}
