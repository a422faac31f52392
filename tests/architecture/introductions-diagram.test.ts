import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { edges } from '#app/features/introductions/events.ts'
import { PAGE, redraw } from '../../scripts/draw-introductions.ts'

const page = readFileSync(PAGE, 'utf8')

test('the page on introductions is drawn from the events table: npx tsx scripts/draw-introductions.ts', async () => {
  expect(await redraw(page)).toBe(page)
})

test('its diagram has every edge of the table, and no other', () => {
  const drawn = [...page.matchAll(/^ {2}(\w+) --> (\w+) : /gm)].map(([, from, to]) => [from, to])
  expect(drawn.length).toBeGreaterThan(0)
  expect(drawn.sort()).toEqual(edges().sort())
})
