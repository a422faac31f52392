import type { Role } from '#app/platform/context.ts'

/** Who may come in: anybody, anybody signed in, or people acting in one of these roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

/** What every route module exports as `handle`; a route without it does not start. */
export interface RouteHandle {
  access: Access
  /**
   * False where nothing on the page needs a script: it then carries none, which on a cheap phone
   * is most of what a page weighs.
   */
  scripts?: false
}
