import { expect } from '@playwright/test'
import type { Canaries } from './canaries.ts'
import { expectUnheard } from './hearing.ts'
import type { Person } from './person.ts'

/** What an employer may know by now. */
export type Knows = 'nothing' | 'profile' | 'name'

export interface Scene {
  canaries: Canaries
  /** An address under `/openings`, and the introduction's id once there is one. */
  opening: string
  introduction?: string
}

/**
 * Lets an employer look wherever the introduction could show, by pages and by the data behind each,
 * at addresses of their own and of others. Of all that they have heard since the last time, nothing
 * may be more than they are to know; and what they are to know must have been heard.
 */
export async function expectToKnow(employer: Person, knows: Knows, scene: Scene) {
  await employer.goTo('/employer')
  const addresses = addressesOf(scene)
  await Promise.all([...addresses, ...addresses.map(dataOf)].map(employer.fetch))
  const { profile, name, never } = scene.canaries
  const known: string[] = { nothing: [], profile, name: [...profile, ...name] }[knows]
  const heard = await employer.heard()
  for (const word of known) expect(heard).toContain(word)
  const all = [...profile, ...name, ...never]
  expectUnheard(
    heard,
    all.filter((word) => !known.includes(word)),
  )
}

function addressesOf({ opening, introduction }: Scene): string[] {
  const everyday = ['/', '/employer', '/openings', opening, `/employer${opening}`]
  const others = ['/office/candidates', '/office/users', '/mentor', '/me', '/me/profile', '/board']
  if (!introduction) return [...everyday, ...others]
  const acts = ['', '/meet', '/not-this-time', '/offer', '/start']
  return [
    ...everyday,
    ...others,
    ...acts.map((act) => `/employer/introductions/${introduction}${act}`),
    `/mentor/introductions/${introduction}`,
    `/me/introductions/${introduction}`,
    `/me/introductions/${introduction}/consent`,
  ]
}

/** Where the browser's scripts get the data of a page. */
const dataOf = (address: string) => `${address === '/' ? '/_root' : address}.data`
