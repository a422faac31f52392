import { attachOrStart, startEmbedded } from './embedded.ts'

export type DatabaseSettings = {
  /** The app's login on a Postgres of your own. Without it the embedded one is used. */
  DATABASE_URL?: string | undefined
  /** The login that owns the tables there; needed only to run migrations. */
  DATABASE_OWNER_URL?: string | undefined
}

export type DatabaseConnection = {
  appUrl: string
  /** null where an outside database is migrated by somebody else. */
  ownerUrl: string | null
  isEmbedded: boolean
  /** For the start-up line: where the data are. Names no password. */
  where: string
  /** Stops the embedded server if this program started it; does nothing otherwise. */
  stop: () => Promise<void>
}

/**
 * Finds the database: the one of the settings, or else the embedded one, which `product` starts
 * and owns, while a `command` joins that of a running product and starts one only if there is none.
 */
export async function connectDatabase(
  settings: DatabaseSettings | NodeJS.ProcessEnv,
  as: 'product' | 'command',
  dir?: string,
): Promise<DatabaseConnection> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings
  if (!appUrl && ownerUrl)
    throw new Error('DATABASE_OWNER_URL is set but DATABASE_URL is not: set both or neither.')
  if (appUrl) {
    if (ownerUrl && new URL(ownerUrl).username === new URL(appUrl).username)
      throw new Error(
        'DATABASE_URL and DATABASE_OWNER_URL name the same login. The app needs one of its own ' +
          'that owns nothing, or the database could not protect people from a mistake of the app.',
      )
    const { host, pathname } = new URL(appUrl)
    return {
      appUrl,
      ownerUrl: ownerUrl ?? null,
      isEmbedded: false,
      where: `${host}${pathname}`,
      stop: () => Promise.resolve(),
    }
  }
  const embedded = await (as === 'product' ? startEmbedded : attachOrStart)(dir ? { dir } : {})
  const { dataDir, stop } = embedded
  return {
    appUrl: embedded.appUrl,
    ownerUrl: embedded.ownerUrl,
    isEmbedded: true,
    where: `embedded, in ${dataDir}`,
    stop,
  }
}
