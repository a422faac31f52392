import type { Services } from '#app/http/services.server.ts'
import { connect } from '#db/client.server.ts'
import type { Search } from '#search/index.server.ts'
import { systemClock } from './clock.ts'
import type { KeyRing } from './crypto.server.ts'
import type { Settings } from './env.server.ts'
import { logger } from './logger.server.ts'

/** Makes what every request and task uses, on the app's own login. */
export function makeServices(
  appUrl: string,
  settings: Settings,
  search: Search,
  keys: KeyRing,
): Services {
  return { db: connect(appUrl), clock: systemClock, log: logger, settings, search, keys }
}
