import type { Repairs } from './repair.ts'
import type { ImportRow, Refusal } from './row.ts'

/** What an import read and did, or would do. */
export interface ImportReport {
  /** Rows of the file, without the heading and empty lines. */
  rows: number
  taken: number
  refusals: Refusal[]
  placesUnknown: number
  /** Rows whose pay could be read into amounts; the words are kept for all. */
  payRead: number
  repairs: Repairs
}

export const emptyReport = (): ImportReport => ({
  rows: 0,
  taken: 0,
  refusals: [],
  placesUnknown: 0,
  payRead: 0,
  repairs: { pounds: 0, euros: 0, others: 0 },
})

/** Adds one row that was taken. */
export function count(report: ImportReport, { columns, repairs }: ImportRow): void {
  report.taken += 1
  if (columns.outcodes.length === 0 && !columns.isRemote) report.placesUnknown += 1
  if (columns.payPeriod !== null) report.payRead += 1
  for (const kind of ['pounds', 'euros', 'others'] as const) report.repairs[kind] += repairs[kind]
}

/** The report as the command prints it, without the refused rows. */
export function summaryOf(report: ImportReport): string[] {
  const { pounds, euros, others } = report.repairs
  const n = (value: number) => value.toLocaleString('en-GB')
  return [
    `${n(report.rows)} rows read: ${n(report.taken)} good, ${n(report.refusals.length)} refused`,
    `place not known: ${n(report.placesUnknown)} (they are never found by distance)`,
    `pay read into amounts: ${n(report.payRead)}; kept as written: all`,
    `damaged signs repaired: ${n(pounds)} pound, ${n(euros)} euro, ${n(others)} other`,
  ]
}
