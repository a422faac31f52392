import type { Tx } from '#db/client.server.ts'
import type { Clock } from './clock.ts'
import type { KeyRing } from './crypto.server.ts'
import type { Logger } from './logger.server.ts'

export type Role = 'candidate' | 'mentor' | 'employer' | 'board' | 'coordinator'

/** Who acts in this request or task, in one role. */
export interface Actor {
  userId: string | null
  role: Role | 'anonymous' | 'system'
  employerId: string | null
  isSafeguardingLead: boolean
  requestId: string
}

/** What every query and command is given first. */
export interface Context {
  db: Tx
  actor: Actor
  clock: Clock
  log: Logger
  /** Opens sealed texts; tasks that have nothing to do with any are given none. */
  keys?: KeyRing | undefined
}

export const anonymous = (requestId: string): Actor => ({
  userId: null,
  role: 'anonymous',
  employerId: null,
  isSafeguardingLead: false,
  requestId,
})

/** Tasks, imports and sign-in act as the system: no person, no organisation. */
export const system = (requestId: string): Actor => ({ ...anonymous(requestId), role: 'system' })
