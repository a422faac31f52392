import postgres from 'postgres'
import type { TestDatabase } from '#tests/support/database.ts'

/** Of every table: how many rows, and a hash of all that is in them; to see whether anything changed. */
export async function fingerprint({ adminUrl }: TestDatabase): Promise<Record<string, string>> {
  const sql = postgres(adminUrl, { max: 1 })
  try {
    const tables = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await sql<{ rows: number; hash: string }[]>`
        select count(*)::int as rows, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash
        from ${sql(name)} t`
      found[name] = `${row?.rows} rows, ${row?.hash}`
    }
    return found
  } finally {
    await sql.end()
  }
}
