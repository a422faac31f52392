/** The one row that a `returning()` gave. */
export function only<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined || rows.length > 1)
    throw new Error(`One row expected, ${rows.length} found`)
  return row
}
