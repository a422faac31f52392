import { setTimeout as sleep } from 'node:timers/promises'
import { TooManyRequests } from '#app/platform/errors.ts'

const TURN_MS = 500
const IN_A_LANE = 10
const IN_A_QUEUE = 20
const RETRY_AFTER = 5

/** Who waits in a queue: tries of one kind share a lane, and lanes are served in turn. */
export interface Lane {
  key: string
  /** Served every other time, however many lanes of strangers there are. */
  isKnown: boolean
}

/**
 * Waits for a turn in a queue, of which there is one every half second. However many tries come in
 * one lane, another lane waits for at most one of them, so that a flood from somewhere keeps nobody
 * else out. Throws `TooManyRequests` when too many wait already.
 */
export async function takeTurn(queueKey: string, lane: Lane): Promise<void> {
  const queue = queues.get(queueKey) ?? newQueue()
  const lanes = lane.isKnown ? queue.known : queue.strangers
  const waiting = lanes.get(lane.key) ?? []
  if (waiting.length >= IN_A_LANE) throw new TooManyRequests(RETRY_AFTER)
  if (!lane.isKnown && sizeOf(lanes) >= IN_A_QUEUE) throw new TooManyRequests(RETRY_AFTER)
  const turn = new Promise<void>((resolve) => waiting.push(resolve))
  lanes.set(lane.key, waiting)
  if (!queues.has(queueKey)) {
    queues.set(queueKey, queue)
    void serve(queueKey, queue)
  }
  await turn
}

type Lanes = Map<string, (() => void)[]>
interface Queue {
  known: Lanes
  strangers: Lanes
  isKnownNext: boolean
}

const queues = new Map<string, Queue>()
const newQueue = (): Queue => ({ known: new Map(), strangers: new Map(), isKnownNext: true })

async function serve(queueKey: string, queue: Queue): Promise<void> {
  while (sizeOf(queue.known) + sizeOf(queue.strangers) > 0) {
    await sleep(TURN_MS)
    const { known, strangers, isKnownNext } = queue
    const isKnown = strangers.size === 0 || (isKnownNext && known.size > 0)
    serveOne(isKnown ? known : strangers)
    queue.isKnownNext = !isKnown
  }
  queues.delete(queueKey)
}

/** The first of the first lane; what is left of that lane goes to the end. */
function serveOne(lanes: Lanes) {
  const [first] = lanes
  if (!first) return
  const [key, [next, ...others]] = first
  lanes.delete(key)
  if (others.length > 0) lanes.set(key, others)
  next?.()
}

const sizeOf = (lanes: Lanes) =>
  [...lanes.values()].reduce((sum, waiting) => sum + waiting.length, 0)
