import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { inject } from 'vitest'
import { migrate } from '#db/migrate.ts'

export type TestServer = {
  adminUrl: string
  template: string
  ownerUrl: string
  appUrl: string
}

export type TestDatabase = {
  /** The login that owns the tables. */
  ownerUrl: string
  /** The login of the product: row-level security applies to it. */
  appUrl: string
  /** A superuser on this database, for looking at what the app must not see. */
  adminUrl: string
  drop: () => Promise<void>
}

/** A fresh database with all migrations and no rows, cloned in some tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `throughgate_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server.adminUrl, async (sql) => {
    await sql.unsafe(
      `create database ${name} template ${server.template} owner ${loginOf(server.ownerUrl)}`,
    )
    await closeToStrangers(sql, name, loginOf(server.appUrl))
  })
  return {
    ownerUrl: onDatabase(server.ownerUrl, name),
    appUrl: onDatabase(server.appUrl, name),
    adminUrl: onDatabase(server.adminUrl, name),
    drop: () =>
      asAdmin(server.adminUrl, async (sql) => {
        await sql.unsafe(`drop database if exists ${name} with (force)`)
      }),
  }
}

/**
 * Makes two logins of its own and the migrated template on a server, given a superuser's
 * login. `drop` takes all of it away again.
 */
export async function prepareTemplate(
  adminUrl: string,
): Promise<{ server: TestServer; drop: () => Promise<void> }> {
  const id = randomBytes(4).toString('hex')
  const template = `throughgate_template_${id}`
  const login = (role: string) => ({
    role: `${role}_${id}`,
    password: randomBytes(16).toString('hex'),
  })
  const owner = login('throughgate_test_owner')
  const app = login('throughgate_test_app')
  const url = ({ role, password }: typeof owner) => {
    const made = new URL(onDatabase(adminUrl, template))
    made.username = role
    made.password = password
    return made.href
  }
  const server = { adminUrl, template, ownerUrl: url(owner), appUrl: url(app) }

  await asAdmin(adminUrl, async (sql) => {
    const [known] = await sql`select from pg_roles where rolname = 'throughgate_app'`
    if (!known) await sql`create role throughgate_app nologin`
    for (const { role, password } of [owner, app])
      await sql.unsafe(`create role ${role} login password '${password}' nosuperuser nobypassrls`)
    await sql.unsafe(`grant throughgate_app to ${app.role}`)
    await sql.unsafe(`grant set on parameter app.role to ${owner.role}`)
    // A login that is no superuser may only give a database to a role it belongs to.
    await sql.unsafe(`grant ${owner.role} to current_user`)
    await sql.unsafe(
      `create database ${template} owner ${owner.role} encoding utf8 template template0`,
    )
    await closeToStrangers(sql, template, app.role)
  })

  const drop = () =>
    asAdmin(adminUrl, async (sql) => {
      const left = await sql<{ name: string }[]>`
        select datname as name from pg_database
        where pg_get_userbyid(datdba) = ${owner.role}`
      for (const { name } of left) await sql.unsafe(`drop database ${name} with (force)`)
      await sql.unsafe(`revoke set on parameter app.role from ${owner.role}`)
      await sql.unsafe(`drop role ${app.role}, ${owner.role}`)
    })
  try {
    await migrate(server.ownerUrl, server.appUrl)
  } catch (error) {
    await drop()
    throw error
  }
  return { server, drop }
}

async function closeToStrangers(sql: Sql, database: string, appRole: string): Promise<void> {
  await sql.unsafe(`revoke all on database ${database} from public`)
  await sql.unsafe(`grant connect on database ${database} to ${appRole}`)
}

async function asAdmin(adminUrl: string, act: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    await act(sql)
  } finally {
    await sql.end()
  }
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
