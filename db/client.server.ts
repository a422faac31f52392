import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as accounts from './schema/accounts.ts'
import * as audit from './schema/audit.ts'
import * as candidates from './schema/candidates.ts'
import * as employers from './schema/employers.ts'
import * as introductions from './schema/introductions.ts'
import * as opportunities from './schema/opportunities.ts'
import * as organisations from './schema/organisations.ts'
import * as profiles from './schema/profiles.ts'
import * as programmes from './schema/programmes.ts'
import { makeSockets, type Sockets } from './sockets.ts'

const schema = {
  ...accounts,
  ...audit,
  ...candidates,
  ...employers,
  ...introductions,
  ...opportunities,
  ...organisations,
  ...profiles,
  ...programmes,
}

/** A pool of connections as the app's login. Only `inTransaction` takes statements to it. */
export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql }

/** What queries and commands are given: one transaction, in which the database knows who acts. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Whom the database's row-level security judges by. */
export interface DatabaseActor {
  userId: string | null
  role: 'anonymous' | 'candidate' | 'mentor' | 'employer' | 'board' | 'coordinator' | 'system'
  employerId: string | null
}

const STATEMENT_LIMIT = 5_000
/** How long a request waits for its whole transaction, in milliseconds. */
export const REQUEST_LIMIT = 8_000

const socketsOf = new WeakMap<Database, Sockets>()

/** Opens a pool. Times are in milliseconds; see `docs/security.md` for why each limit is there. */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  const sockets = makeSockets()
  const options = {
    max,
    socket: sockets.open,
    onnotice: () => undefined,
    connect_timeout: 5,
    connection: {
      application_name: 'throughgate',
      statement_timeout: STATEMENT_LIMIT,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  }
  const db = drizzle(postgres(url, options), { schema })
  socketsOf.set(db, sockets)
  return db
}

/**
 * Runs `work` in one transaction that begins by saying who acts; the only way to the database.
 * A statement sent after the transaction has failed is refused here, because postgres.js would run
 * it on another connection, outside any transaction.
 *
 * With a `limit` (in milliseconds) nobody waits longer: what is still to come is refused and undone.
 * Requests have one. A database that is frozen, or cut off, says nothing at all, not even that a
 * statement took too long.
 */
export async function inTransaction<T>(
  db: Database,
  actor: DatabaseActor,
  work: (tx: Tx) => Promise<T>,
  { limit }: { limit?: number } = {},
): Promise<T> {
  let isOver = false
  const done = new AbortController()
  try {
    const result = db.transaction(async (tx) => {
      refuseWhen(tx, () => isOver)
      const [, result] = await Promise.all([actAs(tx, actor), work(tx)])
      // Somebody has been told that nothing was saved.
      if (isOver) throw new DatabaseSilent()
      return result
    })
    return await (limit ? Promise.race([result, giveUpAfter(limit, db, done.signal)]) : result)
  } finally {
    isOver = true
    done.abort()
  }
}

/** The database did not answer in time. */
export class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT'
  constructor() {
    super('The database did not answer in time')
  }
}

/**
 * Then drops the connections that have been silent for longer than any statement may take, so that
 * the next transaction gets a new one: those at whose other end nobody is, and idle ones.
 */
async function giveUpAfter(limit: number, db: Database, signal: AbortSignal): Promise<never> {
  const longestSilence = STATEMENT_LIMIT + 1_000
  await sleep(Math.max(0, limit - longestSilence), undefined, { signal })
  const dropSilent = socketsOf.get(db)?.listen()
  await sleep(Math.min(limit, longestSilence), undefined, { signal })
  dropSilent?.()
  throw new DatabaseSilent()
}

/**
 * Says who acts, for the rest of this transaction only. The statement is sent before this function
 * returns, so that whatever is asked next is judged by it without waiting for the answer.
 */
export async function actAs(
  tx: Tx,
  actor: Omit<DatabaseActor, 'role'> & { role: DatabaseActor['role'] | 'gate' },
): Promise<void> {
  await sqlOf(tx)
    .unsafe(
      `select set_config('app.user_id', $1, true), set_config('app.role', $2, true),
        set_config('app.organisation_id', $3, true)`,
      [actor.userId ?? '', actor.role, actor.employerId ?? ''],
    )
    .execute()
}

/** The same transaction as postgres.js gives it, for the search engine's own SQL. */
export const sqlOf = (tx: Tx) =>
  (tx as unknown as { session: { client: postgres.TransactionSql } }).session.client

function refuseWhen(tx: Tx, isOver: () => boolean) {
  const client = sqlOf(tx)
  const send = client.unsafe.bind(client)
  client.unsafe = ((query: string, values?: Parameters<typeof send>[1]) => {
    if (isOver()) throw new Error('This transaction is over; the statement was not sent')
    // Kept by the connection: planning a page's queries under the policies costs more than they do.
    return send(query, values, { prepare: true })
  }) as typeof client.unsafe
}
