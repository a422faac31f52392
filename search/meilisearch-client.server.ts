import { Meilisearch } from 'meilisearch'
import { EngineFailed } from './port.ts'

export interface MeiliAddress {
  url: string
  key: string
}

/** A client that asks for plain answers: compressed ones stall for about 45 ms on loopback. */
export function meiliClient({ url, key }: MeiliAddress, timeoutMs: number): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  })
}

/**
 * Waits until a task is done, asking with calls of its own. A failed or cancelled task throws:
 * the client's own wait resolves on those too.
 */
export async function finishTask(
  client: Meilisearch,
  enqueued: PromiseLike<{ taskUid: number }>,
  limitMs = 60_000,
): Promise<void> {
  const { taskUid } = await guarded(enqueued)
  if (!Number.isInteger(taskUid)) throw new EngineFailed('Meilisearch enqueued no task')
  const deadline = Date.now() + limitMs
  for (let pause = 5; ; pause = Math.min(pause * 1.5, 250)) {
    const task = await guarded(client.tasks.getTask(taskUid))
    if (task.status === 'succeeded') return
    if (task.status === 'failed' || task.status === 'canceled') {
      throw new EngineFailed(`Meilisearch task ${task.status}: ${task.error?.code ?? 'no reason'}`)
    }
    if (Date.now() > deadline) throw new EngineFailed('Meilisearch did not finish a task in time')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Whatever goes wrong in a call (refused, HTML instead of JSON, time-out) as an EngineFailed. */
export async function guarded<T>(call: PromiseLike<T>): Promise<T> {
  try {
    return await call
  } catch (cause) {
    if (cause instanceof EngineFailed) throw cause
    throw new EngineFailed('Meilisearch did not answer as it should', { cause })
  }
}

/** The same promise, rejected when it takes longer; the work itself is not stopped. */
export async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineFailed(`No answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
