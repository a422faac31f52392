import { compile } from 'sass'
import { describe, expect, it } from 'vitest'

const { css } = compile('app/styles/app.scss', {
  loadPaths: ['node_modules'],
  quietDeps: true,
})

describe('the colours of the pages', () => {
  const onGrounds = ['text', 'secondary-text', 'link', 'link-visited', 'link-hover', 'link-active']

  it.each(onGrounds)('%s reads at 7:1 on the page, on white and on the sand ground', (name) => {
    const grounds = [colour('body-background'), '#ffffff', colour('template-background')]
    for (const ground of grounds) expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(7)
  })

  it.each(['error', 'success'])('%s reads at 7:1 on the page and on white', (name) => {
    for (const ground of [colour('body-background'), '#ffffff']) {
      expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(7)
    }
  })

  it('white reads at 7:1 on the brand colour, and text on the focus colour', () => {
    expect(contrast('#ffffff', colour('brand'))).toBeGreaterThanOrEqual(7)
    expect(contrast(colour('focus-text'), colour('focus'))).toBeGreaterThanOrEqual(7)
  })

  it.each(['grey', 'turquoise', 'green', 'yellow', 'red'])('a %s tag reads at 7:1', (name) => {
    const rules = [...css.matchAll(new RegExp(`\\.govuk-tag--${name} \\{([^}]*)\\}`, 'g'))]
    const rule = rules.at(-1)?.[1] ?? ''
    const [text, ground] = [...rule.matchAll(/#[\da-f]{6}/g)].map(String)
    expect(contrast(text ?? '', ground ?? '')).toBeGreaterThanOrEqual(7)
  })
})

describe('what is not ours to use', () => {
  it('is nowhere in the style sheet', () => {
    expect(css).not.toMatch(/GDS Transport|crown/i)
  })
})

describe('the style sheet', () => {
  it('loads two weights of one typeface, and shows text before they arrive', () => {
    expect(css.match(/@font-face/g)).toHaveLength(2)
    expect(css.match(/font-display: swap/g)).toHaveLength(2)
  })
})

function colour(name: string): string {
  const found = new RegExp(`--govuk-${name}-colour: (#[\\da-f]{6})`).exec(css)?.[1]
  if (!found) throw new Error(`The style sheet sets no colour named ${name}`)
  return found
}

/** The contrast ratio of WCAG 2.2 between two colours written #rrggbb. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
