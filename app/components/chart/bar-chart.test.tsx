import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { wrapLabel } from './wrap-label.ts'

const data = [
  { label: 'Referred', value: 1200 },
  { label: 'Ready', value: 600 },
  { label: 'Started', value: 0 },
  { label: 'At 26 weeks', value: null },
]

describe('BarChart', () => {
  const html = draw(data)
  const table = html.slice(html.indexOf('<table'))

  it('has every figure in its table', () => {
    const cells = [...table.matchAll(/<td[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(cells).toEqual(['1,200', '600', '0', 'fewer than 5'])
  })

  it('writes every figure beside its bar too', () => {
    const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
    const values = [...svg.matchAll(/class="tg-chart__value"[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    )
    expect(values).toEqual(['1,200', '600', '0', 'fewer than 5'])
  })

  it('draws lengths in proportion, and none for a figure that is hidden', () => {
    const lengths = [...html.matchAll(/<rect[^>]* width="([\d.]+)%"/g)].map(([, width]) =>
      Number(width),
    )
    expect(lengths).toHaveLength(3)
    expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 2)
    expect(lengths[2]).toBe(0)
  })

  it('gives the drawing a name that points to the table', () => {
    expect(html).toMatch(/<svg[^>]* role="img" aria-label="Bar chart: People\. The table/)
    expect(table).toMatch(/<caption[^>]*>People<\/caption>/)
  })

  it('draws when every figure is hidden or there is none', () => {
    expect(draw([{ label: 'Ready', value: null }])).not.toMatch(/<rect|NaN/)
    expect(draw([])).not.toMatch(/<rect|NaN|height="-/)
  })
})

describe('wrapLabel', () => {
  it('breaks between words', () => {
    expect(wrapLabel('Introduced to an employer or provider', 20)).toEqual([
      'Introduced to an',
      'employer or provider',
    ])
  })

  it('keeps a long word whole', () => {
    expect(wrapLabel('a Llanfairpwllgwyngyll b', 10)).toEqual(['a', 'Llanfairpwllgwyngyll', 'b'])
  })
})

function draw(rows: { label: string; value: number | null }[]): string {
  return renderToStaticMarkup(
    <BarChart title="People" labelHeading="Step" valueHeading="People" data={rows} />,
  )
}
