/** What says whether a programme is open on a day; days are `yyyy-MM-dd` and compare as text. */
export interface Dates {
  startsOn: string | null
  closedOn: string | null
  funding: { startsOn: string; endsOn: string | null }[]
}

export type Standing = 'running' | 'not_begun' | 'unfunded' | 'closed'

/** Where a programme stands on a day. Where no funding is recorded at all, nothing is known of it. */
export function standingOn({ startsOn, closedOn, funding }: Dates, day: string): Standing {
  if (closedOn !== null && day > closedOn) return 'closed'
  if (startsOn !== null && day < startsOn) return 'not_begun'
  const isPaidFor =
    funding.length === 0 ||
    funding.some((one) => one.startsOn <= day && (one.endsOn === null || day <= one.endsOn))
  return isPaidFor ? 'running' : 'unfunded'
}

export const standingLabels: Record<
  Standing,
  { label: string; tone: 'good' | 'neutral' | 'waiting' | 'problem' }
> = {
  running: { label: 'Running', tone: 'good' },
  not_begun: { label: 'Not begun', tone: 'waiting' },
  unfunded: { label: 'No funding now', tone: 'problem' },
  closed: { label: 'Closed', tone: 'neutral' },
}

/** Why nobody can be enrolled now; null while people can. */
export const notRunning: Record<Standing, string | null> = {
  running: null,
  not_begun: 'This programme has not begun',
  unfunded: 'No funding is recorded for this programme on that day',
  closed: 'This programme is closed',
}
