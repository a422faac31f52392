import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Services } from '#app/http/services.server.ts'
import { expireIntroductions } from '#app/tasks/introduction.expire.server.ts'
import { catchUpSearch, relaySearch } from '#app/tasks/search.relay.server.ts'
import { sendMessage } from '#app/tasks/message.send.server.ts'

export interface Worker {
  /** Lets running tasks finish. */
  stop: () => Promise<void>
}

/** Every task by its name, with what it is given. */
const tasks = {
  'introduction.expire': expireIntroductions,
  'message.send': (services: Services, payload: unknown) => sendMessage(services, idOf(payload)),
  'search.relay': relaySearch,
}

/** Which tasks begin by themselves, and when (UTC). */
const schedule: { task: keyof typeof tasks; match: string }[] = [
  { task: 'introduction.expire', match: '7 * * * *' },
]

/**
 * Runs background tasks. The queue's own tables belong to the owner's login; the tasks themselves
 * act through the app's, under row-level security.
 */
export async function startWorker(ownerUrl: string, services: Services): Promise<Worker> {
  const { log } = services
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (`${level}` === 'error') log.error({ task: true }, message)
      else if (`${level}` === 'warning') log.warn({ task: true }, message)
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => {
          await task(services, payload)
        },
      ]),
    ),
    // In one queue they take turns, and one that has not been run yet is not added twice.
    parsedCronItems: parseCronItems(
      schedule.map((item) => ({
        ...item,
        options: { queueName: 'scheduled', jobKey: item.task },
      })),
    ),
  })
  runner.promise.catch((error: unknown) => {
    log.error({ err: String(error) }, 'the worker has stopped')
    process.exit(1)
  })
  // What changed while no worker ran, or what an emptied index has lost.
  const caughtUp = catchUpSearch(services).catch((error: unknown) => {
    log.error({ err: String(error) }, 'search has not caught up')
  })
  return { stop: () => Promise.all([runner.stop(), caughtUp]).then(() => undefined) }
}

function idOf(payload: unknown): string {
  const id = (payload as { id?: unknown } | null)?.id
  if (typeof id !== 'string') throw new Error('A task without an id')
  return id
}
