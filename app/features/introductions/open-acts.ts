import type { Role } from '#app/platform/context.ts'
import { events, type EventName, type State } from './events.ts'

/** The acts of a role that a state allows; each page narrows them by its own facts. */
export const openActs = (state: State, role: Role): EventName[] =>
  (Object.keys(events) as EventName[]).filter((name) => {
    const { from, by } = events[name] as { from: readonly State[]; by: readonly string[] }
    return from.includes(state) && by.includes(role)
  })
