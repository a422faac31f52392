import { createReadStream } from 'node:fs'
import { parse, type Info } from 'csv-parse'
import type { ReadRow, ImportRow, Refusal } from './row.ts'
import { isRefusal } from './row.ts'

/** A file that cannot be read as a table at all; the message says why and where. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

export interface Columns {
  needed: readonly string[]
  optional: readonly string[]
}

/**
 * Reads a CSV file as a stream, one good row or refusal after the other. A row that says the same
 * as an earlier one is refused with that one's line.
 */
export async function* readFile(
  file: string,
  columns: Columns,
  readRow: ReadRow,
): AsyncGenerator<ImportRow | Refusal> {
  const firstLines = new Map<string, number>()
  let heading: string[] | null = null
  for await (const { line, cells } of readCells(file)) {
    if (heading === null) {
      heading = readHeading(cells, columns)
      continue
    }
    const row = readCellsAs(heading, line, cells, readRow)
    if (isRefusal(row)) {
      yield row
      continue
    }
    const first = firstLines.get(row.key)
    if (first === undefined) {
      firstLines.set(row.key, line)
      yield row
    } else yield { line, reason: `the same as line ${first}` }
  }
  if (heading === null) throw new UnreadableFile('The file is empty.')
}

/** More than any honest row has, so that an unclosed quotation mark is noticed early. */
const MOST_CHARACTERS = 100_000

async function* readCells(file: string): AsyncGenerator<{ line: number; cells: string[] }> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_CHARACTERS,
  })
  const source = createReadStream(file)
  source.once('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: Info
    }>) {
      const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      yield { line: info.lines - breaks, cells: record }
    }
  } catch (error) {
    const { code, lines, message } = error as { code?: string; lines?: number; message: string }
    if (code === 'ENOENT') throw new UnreadableFile(`There is no file ${file}.`)
    if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
      throw new UnreadableFile(
        `A quotation mark that is opened at or before line ${lines} is never closed.`,
      )
    if (code?.startsWith('CSV_')) throw new UnreadableFile(`Line ${lines}: ${message}`)
    throw error
  } finally {
    source.destroy()
  }
}

function readHeading(cells: string[], { needed, optional }: Columns): string[] {
  const heading = cells.map((cell) => cell.trim().toLowerCase())
  const missing = needed.filter((name) => !heading.includes(name))
  const unknown = heading.filter((name) => !needed.includes(name) && !optional.includes(name))
  const twice = heading.filter((name, index) => heading.indexOf(name) !== index)
  if (missing.length > 0)
    throw new UnreadableFile(`The heading lacks the columns ${missing.join(', ')}.`)
  if (unknown.length > 0)
    throw new UnreadableFile(`The heading has columns we do not know: ${unknown.join(', ')}.`)
  if (twice.length > 0) throw new UnreadableFile(`The heading names ${twice.join(', ')} twice.`)
  return heading
}

function readCellsAs(
  heading: string[],
  line: number,
  cells: string[],
  readRow: ReadRow,
): ImportRow | Refusal {
  if (cells.length !== heading.length)
    return { line, reason: `it has ${cells.length} cells and the heading ${heading.length}` }
  // What the decoder puts in the place of bytes that are no UTF-8.
  if (cells.some((cell) => cell.includes('\uFFFD')))
    return { line, reason: 'it is not UTF-8; save the file as UTF-8' }
  // Postgres keeps no such character in a text.
  if (cells.some((cell) => cell.includes('\0')))
    return { line, reason: 'it holds a character of number zero' }
  return readRow(line, Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? ''])))
}
