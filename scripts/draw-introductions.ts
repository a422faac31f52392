import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { edges, events, terminalStates, type State } from '#app/features/introductions/events.ts'
import { statusFor, type Audience } from '#app/features/introductions/status.ts'

/** The page of the docs that is partly drawn by this program. */
export const PAGE = fileURLToPath(new URL('../docs/introductions.md', import.meta.url))

const AUDIENCES: Audience[] = ['candidate', 'mentor', 'employer', 'coordinator']

/** The page with every part between `<!-- drawn: … -->` and `<!-- end -->` drawn anew. */
export async function redraw(page: string): Promise<string> {
  const parts: Record<string, string> = {
    diagram: diagram(),
    events: eventTable(),
    wording: wordingTable(),
  }
  const drawn = page.replace(
    /(<!-- drawn: (\w+) -->)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const part = parts[name]
      if (!part) throw new Error(`Nothing is known of how to draw "${name}".`)
      return `${begin}\n\n${part}\n\n${end}`
    },
  )
  return format(drawn, { ...(await resolveConfig(PAGE)), parser: 'markdown' })
}

function diagram(): string {
  const arrows = edges().map(([from, to]) => `  ${from} --> ${to} : ${eventsOf(from, to)}`)
  const ends = terminalStates.map((state) => `  ${state} --> [*]`)
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> proposed', ...arrows, ...ends, '```'].join(
    '\n',
  )
}

/** The events that lead along one edge, in the order of the table. */
function eventsOf(from: State, to: State): string {
  return Object.entries(events)
    .filter(([, event]) => (event.from as readonly State[]).includes(from))
    .filter(([, event]) => {
      if (event.to === 'stays') return from === to
      if (event.to === 'introduced_when_complete') return to === from || to === 'introduced'
      return event.to === to
    })
    .map(([name]) => name)
    .join(', ')
}

function eventTable(): string {
  const leads = (to: string) => {
    if (to === 'stays') return 'the same state'
    return to === 'introduced_when_complete' ? 'introduced, if it was the last key missing' : to
  }
  const rows = Object.entries(events).map(
    ([name, { from, to, by }]) =>
      `| \`${name}\` | ${from.join(', ')} | ${leads(to)} | ${by.join(', ')} |`,
  )
  return ['| event | from | leads to | who |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function wordingTable(): string {
  const states = ['proposed', ...new Set(edges().map(([, to]) => to))].filter(
    (state, index, all) => all.indexOf(state) === index,
  ) as State[]
  const rows = states.map(
    (state) =>
      `| \`${state}\` | ${AUDIENCES.map((audience) => statusFor(state, audience)).join(' | ')} |`,
  )
  return [`| state | ${AUDIENCES.join(' | ')} |`, '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, await redraw(readFileSync(PAGE, 'utf8')))
}
