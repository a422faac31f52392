import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addDays, differenceInCalendarDays } from 'date-fns'
import { ADVERT_COLUMNS, readAdvert } from '#app/features/opportunities/import/adverts.ts'
import { findCoordinator } from '#app/features/opportunities/import/coordinator.server.ts'
import {
  allowTime,
  checkFile,
  importOpportunities,
} from '#app/features/opportunities/import/import-opportunities.server.ts'
import {
  dayFrom,
  NEEDED_COLUMNS,
  OPTIONAL_COLUMNS,
  readOwnRow,
} from '#app/features/opportunities/import/own-columns.ts'
import { readFile, UnreadableFile } from '#app/features/opportunities/import/read-file.server.ts'
import { summaryOf, type ImportReport } from '#app/features/opportunities/import/report.ts'
import { londonDay, systemClock } from '#app/platform/clock.ts'
import { system } from '#app/platform/context.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { logger } from '#app/platform/logger.server.ts'
import { actAs, connect, inTransaction, sqlOf, type Tx } from '#db/client.server.ts'
import { connectDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import { postgresSearch } from '#search/postgres.server.ts'

const USAGE = `npm run import:opportunities -- FILE.csv [--columns adverts] [--closes yyyy-mm-dd] [--apply] [--publish] [--as EMAIL]

Without --apply nothing is written: the file is read and every row that would be refused is named.
--publish makes the rows live; it needs --as with the e-mail address of a coordinator.
The columns are described in docs/import.md.`

/** Something the person at the keyboard can put right; said without a stack. */
class Misuse extends Error {}

try {
  await run(readArguments())
} catch (error) {
  const isTheirs =
    error instanceof Misuse || error instanceof UnreadableFile || error instanceof Forbidden
  console.error(isTheirs ? error.message : error)
  console.error('Nothing was written.')
  process.exitCode = 1
}

type Arguments = ReturnType<typeof readArguments>

function readArguments() {
  const { values, positionals } = parse()
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Misuse(USAGE)
  const { columns = 'own', closes } = values
  if (columns !== 'own' && columns !== 'adverts')
    throw new Misuse(`--columns is “adverts” or left out, not “${columns}”.`)
  const today = londonDay(systemClock.now())
  const closesOn = closes ? dayFrom(closes) : londonDay(addDays(systemClock.now(), 30))
  if (closesOn === null) throw new Misuse(`--closes “${closes}” is not a date like 2027-03-05.`)
  if (differenceInCalendarDays(closesOn, today) < 0)
    throw new Misuse(`--closes ${closesOn} is in the past.`)
  if (values.publish && !values.apply) throw new Misuse('--publish needs --apply.')
  const { apply, publish, as: email = null } = values
  return { file, columns, today, closesOn, apply, publish, email }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        columns: { type: 'string' },
        closes: { type: 'string' },
        apply: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        as: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n\n${USAGE}`)
  }
}

async function run(given: Arguments): Promise<void> {
  const began = performance.now()
  if (given.apply) await apply(given)
  else {
    const report = await checkFile(rowsOf(given), showProgress)
    say(report)
    console.log('This was a dry run: nothing was written. Add --apply to write the good rows.')
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${seconds} s, ${megabytes} MB of memory at most`)
}

function rowsOf({ file, columns, today, closesOn }: Arguments) {
  return columns === 'adverts'
    ? readFile(file, { needed: ADVERT_COLUMNS, optional: [] }, (line, fields) =>
        readAdvert(line, fields, closesOn),
      )
    : readFile(file, { needed: NEEDED_COLUMNS, optional: OPTIONAL_COLUMNS }, (line, fields) =>
        readOwnRow(line, fields, { today, closesOn }),
      )
}

async function apply(given: Arguments): Promise<void> {
  const database = await connectDatabase(process.env, 'command')
  console.log(`Database: ${database.where}`)
  try {
    if (database.ownerUrl) await migrate(database.ownerUrl, database.appUrl)
    const db = connect(database.appUrl, { max: 1 })
    try {
      const result = await inTransaction(db, system('import'), (tx) =>
        write(tx, given, database.isEmbedded),
      )
      say(result)
      if (result.newEmployers.length > 0)
        console.log(`new employers: ${result.newEmployers.join(', ')}`)
      const waiting = result.taken - result.live
      console.log(
        `Written: ${count(result.live)} are live, ${count(waiting)} wait for review by a coordinator.`,
      )
    } finally {
      await db.$client.end()
    }
  } finally {
    await database.stop()
  }
}

async function write(tx: Tx, given: Arguments, isEmbedded: boolean) {
  await allowTime({ db: tx })
  const userId = await whoPublishes(tx, given, isEmbedded)
  const actor = { ...system(`import-${randomUUID()}`), userId }
  await actAs(tx, actor)
  return importOpportunities({ db: tx, actor, clock: systemClock, log: logger }, rowsOf(given), {
    isPublished: given.publish,
    search: postgresSearch(sqlOf(tx)),
    onProgress: showProgress,
  })
}

/** The coordinator of --as; on the embedded demo the invented one, when none is named. */
async function whoPublishes(tx: Tx, { email, publish }: Arguments, isEmbedded: boolean) {
  if (email === null && !(publish && isEmbedded)) {
    if (publish) throw new Misuse('--publish needs --as with the e-mail address of a coordinator.')
    return null
  }
  const userId = await findCoordinator(tx, email)
  if (userId !== null) return userId
  throw new Misuse(
    email === null
      ? '--publish needs --as with the e-mail address of a coordinator.'
      : `There is no active coordinator with the address ${email}.`,
  )
}

function say(report: ImportReport): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  for (const { line, reason } of report.refusals.sort((a, b) => a.line - b.line))
    console.log(`line ${line} refused: ${reason}`)
  for (const line of summaryOf(report)) console.log(line)
}

function showProgress(rows: number): void {
  const ending = process.stderr.isTTY ? '\r' : '\n'
  if (process.stderr.isTTY || rows % 5000 < 1000)
    process.stderr.write(`${count(rows)} rows …${ending}`)
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}
