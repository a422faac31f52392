import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
/** The role that the migrations' own GRANTs and policies name. */
const APP_ROLE = 'throughgate_app'
/** Any constant will do; it only has to differ from other users of the same server. */
const LOCK = 7_246_311

/**
 * Brings the database to the newest migration and gives the app's login its rights. Any number of
 * programs may call it at once: they take turns.
 *
 * @param ownerUrl the login that owns the tables
 * @param appUrl the app's login; when its name is not `throughgate_app` it becomes a member of it
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await refuseOldServers(sql)
    await requireRightToSetRole(sql)
    await ensureAppRole(sql, loginOf(appUrl))
    await letAppReachNewTables(sql)
    // Row-level security is forced upon the owner too; a migration that writes rows is the system.
    await sql`select set_config('app.role', 'system', false)`
    await runMigrations(drizzle(sql), { migrationsFolder: FOLDER })
    // For migrationsAtHead, which the running product asks.
    await sql.unsafe(`grant usage on schema drizzle to ${APP_ROLE}`)
    await sql.unsafe(`grant select on drizzle.__drizzle_migrations to ${APP_ROLE}`)
  } finally {
    // Ends the session, and with it the lock.
    await sql.end()
  }
}

/** True when the newest migration of this version of the product has been run. */
export async function migrationsAtHead(sql: Sql): Promise<boolean> {
  const newest = journal().at(-1)
  if (!newest) return true
  try {
    const [row] = await sql<{ at: string | null }[]>`
      select max(created_at)::text as at from drizzle.__drizzle_migrations`
    return Number(row?.at ?? 0) >= newest.when
  } catch (error) {
    // 3F000, 42P01, 42501: nothing was ever migrated, or not by us
    if (['3F000', '42P01', '42501'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

async function refuseOldServers(sql: Sql): Promise<void> {
  const [row] = await sql<{ version: string; number: number }[]>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number`
  if (row && row.number < 150_000)
    throw new Error(`Postgres 15 or later is needed; this server is ${row.version}.`)
}

/** Functions of the migrations carry `SET app.role`, which only a superuser may allow. */
async function requireRightToSetRole(sql: Sql): Promise<void> {
  const [row] = await sql<{ owner: string; may: boolean }[]>`
    select current_user as owner, has_parameter_privilege('app.role', 'set') as may`
  if (row && !row.may)
    throw new Error(
      `The login of DATABASE_OWNER_URL may not set app.role. ` +
        `As a superuser run: grant set on parameter app.role to "${row.owner}";`,
    )
}

/**
 * New tables are open to the app role unless a migration narrows them; set before the migrations
 * run, so that a REVOKE in one of them stays.
 */
async function letAppReachNewTables(sql: Sql): Promise<void> {
  await sql.unsafe(`grant usage on schema public to ${APP_ROLE}`)
  for (const rights of ['select, insert, update, delete on tables', 'usage on sequences'])
    await sql.unsafe(`alter default privileges in schema public grant ${rights} to ${APP_ROLE}`)
}

async function ensureAppRole(sql: Sql, login: string): Promise<void> {
  const [known] = await sql`select from pg_roles where rolname = ${APP_ROLE}`
  if (!known) {
    try {
      await sql.unsafe(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`)
    } catch (cause) {
      throw new Error(
        `The database has no role ${APP_ROLE} and DATABASE_OWNER_URL may not create it. ` +
          `As a superuser run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to "${login}";`,
        { cause },
      )
    }
  }
  if (login === APP_ROLE) return
  const [member] = await sql<{ yes: boolean }[]>`
    select pg_has_role(${login}, ${APP_ROLE}, 'usage') as yes from pg_roles where rolname = ${login}`
  if (!member) throw new Error(`The login "${login}" of DATABASE_URL does not exist.`)
  if (!member.yes) await sql`grant ${sql(APP_ROLE)} to ${sql(login)}`
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

function journal(): { when: number }[] {
  const file = `${FOLDER}/meta/_journal.json`
  if (!existsSync(file)) return []
  return (JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number }[] }).entries
}
