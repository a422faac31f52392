/**
 * The rows of a reply's ids, in the order of the ids. `load` reads them under the viewer's rights;
 * an id it does not give back has meanwhile gone or was never theirs to see, and is left out.
 */
export async function hydrate<Row extends { id: string }>(
  ids: string[],
  load: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  if (ids.length === 0) return []
  const rows = new Map((await load(ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}
