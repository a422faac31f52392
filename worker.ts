import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Services } from '#app/http/services.server.ts'
import { expireIntroductions } from '#app/tasks/introduction.expire.server.ts'
import { sendLink } from '#app/tasks/link.send.server.ts'
import { brief } from '#app/platform/logger.server.ts'
import { sendMessage } from '#app/tasks/message.send.server.ts'
import { reconcileSearch } from '#app/tasks/search.reconcile.server.ts'
import { relaySearch } from '#app/tasks/search.relay.server.ts'
import { sweepSearch } from '#app/tasks/search.sweep.server.ts'

export interface Worker {
  /** Lets running tasks finish. */
  stop: () => Promise<void>
}

/** Every task by its name, with what it is given. */
const tasks = {
  'introduction.expire': expireIntroductions,
  'link.send': (services: Services, payload: unknown) => sendLink(services, idOf(payload)),
  'message.send': (services: Services, payload: unknown) => sendMessage(services, idOf(payload)),
  'search.reconcile': reconcileSearch,
  'search.relay': relaySearch,
  'search.sweep': sweepSearch,
}

/** Which tasks begin by themselves, and when (UTC). */
const schedule: { task: keyof typeof tasks; match: string }[] = [
  { task: 'introduction.expire', match: '7 * * * *' },
  { task: 'search.reconcile', match: '*/10 * * * *' },
  { task: 'search.sweep', match: '1 * * * *' },
]

/** In one queue they take turns, and one that has not been run yet is not added twice. */
const inTurn = (task: keyof typeof tasks) => ({ queueName: 'scheduled', jobKey: task })

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
    logger: new Logger(() => (level, message, meta) => {
      // The queue's own sentences quote errors in full, with whatever they say of somebody.
      if (meta?.error)
        log.error({ task: true, err: brief(meta.error) }, 'a task or its queue failed')
      else if (`${level}` === 'error') log.error({ task: true }, message)
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
    parsedCronItems: parseCronItems(
      schedule.map((item) => ({ ...item, options: inTurn(item.task) })),
    ),
  })
  runner.promise.catch((error: unknown) => {
    log.error({ err: brief(error) }, 'the worker has stopped')
    process.exit(1)
  })
  // What changed while no worker ran, or what an emptied index has lost.
  await runner.addJob('search.reconcile', {}, inTurn('search.reconcile'))
  return { stop: () => runner.stop() }
}

function idOf(payload: unknown): string {
  const id = (payload as { id?: unknown } | null)?.id
  if (typeof id !== 'string') throw new Error('A task without an id')
  return id
}
