import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a person sees as one letter, with the face that has it and the direction it runs in. */
export interface Letter {
  text: string
  face: string
  /** Odd runs from right to left; by the Unicode bidirectional algorithm. */
  level: number
  isSpace: boolean
}

/** Letters of one face and direction that are drawn together. */
export interface Run {
  text: string
  face: string
  level: number
}

/** Chooses the face that has all of these code points, or null. */
export type ChooseFace = (codePoints: number[]) => string | null

/** A letter that no face has, so that it would be drawn as an empty box. */
export class Undrawable extends Error {}

/**
 * The letters of one line of text, and whether it runs from right to left as a whole.
 * @throws Undrawable
 */
export function lettersOf(
  text: string,
  choose: ChooseFace,
): { letters: Letter[]; isRightToLeft: boolean } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto')
  const letters: Letter[] = []
  for (const { segment, index } of graphemes.segment(text)) {
    const level = levels[index] ?? 0
    const isSpace = /^\s+$/u.test(segment)
    const shown = isSpace ? ' ' : drawn(segment.normalize('NFC'))
    if (shown === '') continue
    const face = choose(codePointsOf(shown)) ?? (isSpace ? letters.at(-1)?.face : null)
    if (!face) throw new Undrawable(`No face has ${JSON.stringify(segment)}`)
    letters.push({ text: shown, face, level, isSpace })
  }
  return { letters, isRightToLeft: ((paragraphs[0]?.level ?? 0) & 1) === 1 }
}

/** The runs of one line, from left to right as they are drawn. */
export function runsOf(letters: readonly Letter[]): Run[] {
  const runs: (Run & { letters: Letter[] })[] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    if (last && last.face === letter.face && last.level === letter.level) last.letters.push(letter)
    else runs.push({ face: letter.face, level: letter.level, text: '', letters: [letter] })
  }
  return reordered(runs).map(({ letters: own, ...run }) => ({
    ...run,
    text: textOf(own, run.level),
  }))
}

/** A face that has no letters with a direction of their own would draw them from left to right. */
function textOf(letters: readonly Letter[], level: number): string {
  const text = letters.map((letter) => letter.text)
  if ((level & 1) === 0) return text.join('')
  const mirrored = text.map((one) => bidi.getMirroredCharacter(one) ?? one)
  const hasDirection = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.join(''))
  return (hasDirection ? mirrored : mirrored.reverse()).join('')
}

/** Rule L2 of the algorithm: from the highest level down, whatever is at least so high is turned. */
function reordered<T extends { level: number }>(runs: T[]): T[] {
  const turned = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < turned.length; from++) {
      let to = from
      while (to < turned.length && (turned[to]?.level ?? 0) >= level) to++
      if (to > from) turned.splice(from, to - from, ...turned.slice(from, to).reverse())
      from = to
    }
  return turned
}

/** Without what directs the text and is no letter, and without controls. */
const drawn = (text: string) =>
  text.replaceAll(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu, '')

/** What joins and varies letters needs no glyph of its own. */
const codePointsOf = (text: string) =>
  [...text]
    .filter((one) => !/^[\u200c\u200d\ufe0e\ufe0f]$/u.test(one))
    .map((one) => one.codePointAt(0) ?? 0)
