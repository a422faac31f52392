import type { Actor } from '#app/platform/context.ts'

const homes: Record<Actor['role'], string> = {
  anonymous: '/',
  system: '/',
  candidate: '/me',
  mentor: '/mentor',
  employer: '/employer',
  board: '/board',
  coordinator: '/office',
}

/** Where somebody acting in this role begins. */
export const homeOf = (role: Actor['role']) => homes[role]

/** A path of ours to go on to after signing in, or null: never another site's address. */
export function safePath(to: string | null): string | null {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\u0000-\u001f\\]/.test(to)) return null
  const { origin, pathname, search } = new URL(to, 'http://here.invalid')
  return origin === 'http://here.invalid' && !pathname.startsWith('//') ? pathname + search : null
}
