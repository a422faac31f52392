import type { Role } from '#app/platform/context.ts'

/** Who may come in: anybody, anybody signed in, or people acting in one of these roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

/** What every route module exports as `handle`; a route without it does not start. */
export interface RouteHandle {
  access: Access
}
