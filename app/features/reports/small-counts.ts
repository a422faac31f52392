/** Fewer people than this could be told apart. */
export const SMALLEST_SHOWN = 5

/** A count of people as it may be published: `null` where there are a few. None at all says nobody. */
export const shown = (count: number): number | null =>
  count > 0 && count < SMALLEST_SHOWN ? null : count
