import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/features/audit/record.server.ts'
import type { Context } from '#app/platform/context.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { opportunities } from '#db/schema/opportunities.ts'
import type { SearchPort } from '#search/port.ts'
import { searchDocumentOf } from '../search-document.ts'
import { isCoordinator } from './coordinator.server.ts'
import { employersByName, type KnownEmployer } from './employers-by-name.server.ts'
import { keysOfEarlierImports, shortKey } from './earlier-imports.server.ts'
import { count, emptyReport, type ImportReport } from './report.ts'
import { isRefusal, type ImportRow, type Refusal } from './row.ts'

export interface ImportOptions {
  /** Makes the rows live; the right of a coordinator, who must be the actor's user. */
  isPublished: boolean
  /**
   * Postgres's index, in the same transaction, so that what is live is found at once. The outbox
   * tells the other engine.
   */
  search: Pick<SearchPort, 'upsert'>
  onProgress?: (rows: number) => void
}

export interface ImportResult extends ImportReport {
  live: number
  newEmployers: string[]
}

/**
 * Writes every good row in the caller's transaction, with one audit entry for the import. Rows wait
 * for review unless they are published; what is published must have an approved employer and be a
 * job, because the other kinds have facts of their own that no file carries.
 */
export async function importOpportunities(
  ctx: Context,
  rows: AsyncIterable<ImportRow | Refusal>,
  { isPublished, search, onProgress }: ImportOptions,
): Promise<ImportResult> {
  if (isPublished && !(await isCoordinator(ctx.db, ctx.actor.userId)))
    throw new Forbidden('Only a coordinator may publish an import')
  const report: ImportResult = { ...emptyReport(), live: 0, newEmployers: [] }
  const earlier = await keysOfEarlierImports(ctx.db)
  const employers = employersByName(ctx)
  const importId = uuidv7()

  for await (const batch of batchesOf(rows, report)) {
    const fresh: ImportRow[] = []
    for (const row of batch) {
      if (earlier.has(shortKey(row.key))) report.refusals.push(again(row))
      else fresh.push(row)
    }
    const placed: { row: ImportRow; employer: KnownEmployer }[] = []
    for (const row of fresh) placed.push({ row, employer: await employers.find(row.employer) })
    await writeBatch(placed)
    for (const row of fresh) count(report, row)
    onProgress?.(report.rows)
  }
  report.newEmployers = employers.made()
  await recordAudit(ctx, {
    action: isPublished ? 'opportunities.import-published' : 'opportunities.import',
    objectType: 'import',
    objectId: importId,
    reason: `${report.taken} taken, ${report.live} live, ${report.refusals.length} refused`,
  })
  return report

  async function writeBatch(placed: { row: ImportRow; employer: KnownEmployer }[]) {
    if (placed.length === 0) return
    const at = ctx.clock.now()
    const values = placed.map(({ row, employer }) => {
      const isLive = isPublished && employer.isApproved && row.columns.kind === 'job'
      const { details, outcodes, ...columns } = row.columns
      return {
        ...columns,
        id: uuidv7(),
        employerId: employer.id,
        outcodes: [...outcodes],
        details: { ...details, importKey: shortKey(row.key) },
        isImported: true,
        audience: 'anyone' as const,
        version: 1,
        submittedAt: at,
        ...(isLive ? { state: 'live' as const, publishedAt: at } : { state: 'submitted' as const }),
      }
    })
    await ctx.db.insert(opportunities).values(values)
    const documents = values.flatMap((value, index) => {
      const one = placed[index]
      if (value.state !== 'live' || !one) return []
      return searchDocumentOf(value, one.employer.name)
    })
    await search.upsert(documents)
    report.live += documents.length
  }
}

/** Reads a file without a database: what an import of it would take and refuse. */
export async function checkFile(
  rows: AsyncIterable<ImportRow | Refusal>,
  onProgress?: (rows: number) => void,
): Promise<ImportReport> {
  const report = emptyReport()
  for await (const batch of batchesOf(rows, report)) {
    for (const row of batch) count(report, row)
    onProgress?.(report.rows)
  }
  return report
}

/** An import may take longer than a request is allowed to. For this transaction only. */
export async function allowTime(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.execute(sql`set local statement_timeout = 0`)
  await ctx.db.execute(sql`set local idle_in_transaction_session_timeout = 0`)
}

const BATCH = 1000

async function* batchesOf(rows: AsyncIterable<ImportRow | Refusal>, report: ImportReport) {
  let batch: ImportRow[] = []
  for await (const row of rows) {
    report.rows += 1
    if (isRefusal(row)) report.refusals.push(row)
    else batch.push(row)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const again = ({ line }: ImportRow): Refusal => ({
  line,
  reason: 'the same advert was imported before and is still there',
})
