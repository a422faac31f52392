/**
 * Brings HTML into one form so that two renderings can be compared: attributes sorted, entities
 * read, space that no browser shows left out. One tag or text to a line, so that a difference
 * reads well.
 */
export function normaliseHtml(html: string): string {
  const tokens = html.match(/<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g) ?? []
  const lines = tokens.map((token, index) =>
    token.startsWith('<') ? normaliseTag(token) : normaliseText(token, tokens, index),
  )
  return lines.filter((line) => line !== '').join('\n')
}

function normaliseTag(tag: string): string {
  const name = /^<\/?[\w-]+/.exec(tag)?.[0].toLowerCase() ?? tag
  if (name.startsWith('</')) return `${name}>`
  const attributes = [...tag.slice(name.length).matchAll(/([^\s=>/"']+)(?:\s*=\s*"([^"]*)")?/g)]
    .map(([, key = '', value = '']) => normaliseAttribute(key.toLowerCase(), decode(value)))
    .sort()
  const closing = tag.endsWith('/>') && !isVoid(name) ? `\n</${name.slice(1)}>` : ''
  return `${[name, ...attributes].join(' ')}>${closing}`
}

function normaliseAttribute(name: string, value: string): string {
  const spaced = name === 'class' ? value.trim().split(/\s+/).join(' ') : value
  return `${name}=${JSON.stringify(spaced)}`
}

/** Space alone, or broken over lines at the edge of an element, only lays out the source. */
function normaliseText(text: string, tokens: string[], index: number): string {
  if (/^[^\S\u00a0]*$/.test(text)) return ''
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  let result = text
  if (!before || isOpening(before)) result = result.replace(/^[^\S\u00a0]*\n[^\S\u00a0]*/, '')
  if (!after || after.startsWith('</')) result = result.replace(/[^\S\u00a0]*\n[^\S\u00a0]*$/, '')
  // The icon of a button is laid out by flexbox, which takes no notice of the space before it.
  if (after?.startsWith('<svg')) result = result.trimEnd()
  return decode(result.replace(/[^\S\u00a0]+/g, ' '))
}

function isOpening(tag: string): boolean {
  return !tag.startsWith('</') && !isVoid(tag)
}

function isVoid(tag: string): boolean {
  return /^<(input|img|br|hr)\b/.test(tag)
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ctdot: '⋯',
  nbsp: '\u00a0',
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return entities[name] ?? whole
  })
}
