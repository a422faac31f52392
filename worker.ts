import { Logger, run } from 'graphile-worker'
import type { Services } from '#app/http/services.server.ts'
import { brief } from '#app/platform/logger.server.ts'
import { catchUpSearch, relaySearch } from '#app/tasks/search.relay.server.ts'
import { sendMessage } from '#app/tasks/message.send.server.ts'

export interface Worker {
  /** Lets running tasks finish. */
  stop: () => Promise<void>
}

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
    taskList: {
      'message.send': (payload) => sendMessage(services, idOf(payload)),
      'search.relay': async () => {
        await relaySearch(services)
      },
    },
  })
  runner.promise.catch((error: unknown) => {
    log.error({ err: brief(error) }, 'the worker has stopped')
    process.exit(1)
  })
  // What changed while no worker ran, or what an emptied index has lost.
  const caughtUp = catchUpSearch(services).catch((error: unknown) => {
    log.error({ err: brief(error) }, 'search has not caught up')
  })
  return { stop: () => Promise.all([runner.stop(), caughtUp]).then(() => undefined) }
}

function idOf(payload: unknown): string {
  const id = (payload as { id?: unknown } | null)?.id
  if (typeof id !== 'string') throw new Error('A task without an id')
  return id
}
