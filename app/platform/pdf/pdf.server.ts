import PDFDocument from 'pdfkit'
import type { Paper, PaperPart } from '../paper.ts'
import { facesOf, type Weight } from './fonts.server.ts'
import { lettersOf, runsOf, type ChooseFace, type Letter } from './letters.ts'

/**
 * A paper as a tagged PDF: headings, lists and paragraphs are said to be such, each of them carries
 * its words as they were typed, and each line runs in the direction of its own script.
 *
 * @throws Undrawable where a letter is in none of the faces, rather than draw an empty box
 */
export async function makePdf(paper: Paper, now: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: paper.title, CreationDate: now, ModDate: now, Creator: 'Throughgate' },
  })
  const pen = openPen(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  pen.write(root, 'H1', paper.title, { size: 20, weight: 700 })
  for (const line of paper.under) pen.write(root, 'P', line)
  for (const part of paper.parts) writePart(doc, pen, root, part)
  root.end()
  doc.end()
  const chunks: Buffer[] = []
  for await (const chunk of doc as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Doc = PDFKit.PDFDocument
type Struct = PDFKit.PDFStructureElement
type Pen = ReturnType<typeof openPen>
type Tag = 'H1' | 'H2' | 'P' | 'LBody'

const MARGIN = 56

function writePart(doc: Doc, pen: Pen, root: Struct, { heading, words, lines, facts }: PaperPart) {
  pen.space(14)
  pen.write(root, 'H2', heading, { size: 14, weight: 700, keepWith: 40 })
  if (words !== undefined) pen.write(root, 'P', words)
  if (lines) {
    const list = doc.struct('L')
    root.add(list)
    for (const line of lines) {
      const item = doc.struct('LI')
      list.add(item)
      pen.write(item, 'LBody', line, { hasBullet: true })
      item.end()
    }
    list.end()
  }
  for (const { name, value } of facts ?? []) {
    pen.write(root, 'P', name, { weight: 700, keepWith: 16 })
    pen.write(root, 'P', value)
    pen.space(4)
  }
}

interface Style {
  size?: number
  weight?: Weight
  hasBullet?: boolean
  /** Room that must be left under it on the page. */
  keepWith?: number
}

/** Writes down a page, and goes on to the next. */
function openPen(doc: Doc) {
  const registered = new Set<string>()
  /** By face, size and text: the same words come again and again, and shaping takes its time. */
  const widths = new Map<string, number>()
  const choosers = { 400: chooserOf(400), 700: chooserOf(700) }
  let y = MARGIN
  let size = 0

  function use(face: string) {
    if (!registered.has(face)) {
      const found = [...facesOf(400), ...facesOf(700)].find(({ name }) => name === face)
      if (!found) throw new Error(`There is no face ${face}`)
      doc.registerFont(face, found.bytes)
      registered.add(face)
    }
    doc.font(face)
  }

  const widthOf = (letters: readonly Letter[]): number =>
    runsOf(letters).reduce((sum, { text, face }) => {
      const key = `${face} ${size} ${text}`
      const known = widths.get(key)
      if (known !== undefined) return sum + known
      use(face)
      const width = doc.widthOfString(text, DRAWN)
      widths.set(key, width)
      return sum + width
    }, 0)

  function draw(line: readonly Letter[], left: number) {
    let x = left
    for (const { text, face } of runsOf(line)) {
      use(face)
      doc.text(text, x, y + size, DRAWN)
      x += doc.widthOfString(text, DRAWN)
    }
  }

  function drawBullet(isRightToLeft: boolean) {
    const x = isRightToLeft ? doc.page.width - MARGIN - 4 : MARGIN + 4
    doc.markContent('Artifact')
    doc.circle(x, y + size * 0.65, 1.6).fill('black')
    doc.endMarkedContent()
  }

  function writeLine(element: Struct, tag: Tag, text: string, style: Style) {
    const { weight = 400, hasBullet = false, keepWith = 0 } = style
    const indent = hasBullet ? 14 : 0
    const width = doc.page.width - 2 * MARGIN - indent
    const { letters, isRightToLeft } = lettersOf(text, choosers[weight])
    size = style.size ?? 11
    const height = size * 1.5
    doc.fontSize(size)
    for (const [index, line] of broken(letters, width, widthOf).entries()) {
      if (y + height + keepWith > doc.page.height - MARGIN) {
        doc.addPage()
        y = MARGIN
      }
      if (hasBullet && index === 0) drawBullet(isRightToLeft)
      const content = doc.markStructureContent(tag)
      draw(line, MARGIN + (isRightToLeft ? width - widthOf(line) : indent))
      doc.endMarkedContent()
      element.add(content)
      y += height
    }
    if (letters.length === 0) y += height
  }

  return {
    space: (points: number) => {
      y += points
    },
    /**
     * Words as one element of the structure, each line end that was typed being one. Readers that
     * speak are given them as they were typed, and not as they stand from left to right.
     */
    write: (parent: Struct, tag: Tag, text: string, style: Style = {}) => {
      const element = doc.struct(tag, { actual: text })
      parent.add(element)
      for (const line of text.split('\n')) writeLine(element, tag, line, style)
      element.end()
    },
  }
}

/** With features, if none, a run is shaped as a whole: word by word its words would change places. */
const DRAWN: PDFKit.Mixins.TextOptions = { lineBreak: false, features: [], baseline: 'alphabetic' }

function chooserOf(weight: Weight): ChooseFace {
  const chosen = new Map<string, string | null>()
  return (codePoints) => {
    const key = codePoints.join()
    const known = chosen.get(key)
    if (known !== undefined) return known
    const face = facesOf(weight).find(({ has }) => codePoints.every(has))?.name ?? null
    chosen.set(key, face)
    return face
  }
}

/** The lines that letters fill: broken at spaces, or within a word that is wider than a line. */
function broken(
  letters: readonly Letter[],
  width: number,
  widthOf: (letters: readonly Letter[]) => number,
): Letter[][] {
  const lines: Letter[][] = [[]]
  let filled = 0
  const add = (some: readonly Letter[]) => {
    const [visible, whole] = [widthOf(trimmed(some)), widthOf(some)]
    if (filled > 0 && filled + visible > width) {
      lines.push([])
      filled = 0
    }
    lines.at(-1)?.push(...some)
    filled += whole
  }
  for (const word of wordsOf(letters)) {
    if (widthOf(trimmed(word)) <= width) add(word)
    else for (const letter of word) add([letter])
  }
  return lines.map(trimmed).filter((one) => one.length > 0)
}

function wordsOf(letters: readonly Letter[]): Letter[][] {
  const words: Letter[][] = []
  for (const [index, letter] of letters.entries()) {
    const startsWord = index === 0 || (letters[index - 1]?.isSpace && !letter.isSpace)
    if (startsWord) words.push([])
    words.at(-1)?.push(letter)
  }
  return words
}

function trimmed(line: readonly Letter[]): Letter[] {
  const end = line.findLastIndex(({ isSpace }) => !isSpace)
  return line.slice(0, end + 1)
}
