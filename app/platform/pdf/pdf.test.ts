import { expect, test } from 'vitest'
import { Undrawable } from './letters.ts'
import { makePdf } from './pdf.server.ts'

const now = new Date('2026-11-25T12:00:00Z')
const paperOf = (words: string) => ({
  title: 'Siân مريم',
  under: ['sian@example.test'],
  parts: [
    { heading: 'About me', words },
    { heading: 'Tickets', lines: ['Food hygiene', 'شهادة ٣'] },
    { heading: 'Facts', facts: [{ name: 'Phone', value: 'None' }] },
  ],
})
const pdfOf = async (words: string) => (await makePdf(paperOf(words), now)).toString('latin1')

/** Text as it stands in the structure of a PDF: two bytes for a letter, some of them written out. */
const asUtf16 = (text: string) =>
  Buffer.from(`\ufeff${text}`, 'utf16le')
    .swap16()
    .toString('latin1')
    .replaceAll(/[\n\r\t\x08\f()\\]/g, (one) => escapes[one] ?? `\\${one}`)
const escapes: Record<string, string> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

const WORDS = 'Dwi’n siarad Cymraeg ŵ, العربية 12, עברית, Привіт, हिन्दी, Ελληνικά & <b> 🙂👨‍👩‍👧❤️'

test('a PDF is tagged, says its language and title, and holds the words as they were typed', async () => {
  const pdf = await pdfOf(`${WORDS}\n\nNew line`)
  expect(pdf).toMatch(/^%PDF-1\.7/)
  for (const part of ['/StructTreeRoot', '/Marked true', '/Lang (en-GB)', '/DisplayDocTitle true'])
    expect(pdf).toContain(part)
  for (const tag of ['/S /H1', '/S /H2', '/S /P', '/S /L\n', '/S /LI', '/S /LBody'])
    expect(pdf).toContain(tag)
  for (const words of [`${WORDS}\n\nNew line`, 'شهادة ٣'])
    expect(pdf.includes(asUtf16(words)), words).toBe(true)
})

test('each script has a face of its own, embedded', async () => {
  const pdf = await pdfOf(WORDS)
  for (const face of ['NotoSans-Regular', 'NotoSansArabic-Regular', 'NotoSansHebrew-Regular'])
    expect(pdf).toMatch(new RegExp(`\\+${face}`))
  expect(pdf).toMatch(/\+NotoEmoji/)
  expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(6)
})

test('long words go on over lines and pages', async () => {
  const pdf = await pdfOf(`${'word '.repeat(900)}\n${'x'.repeat(500)}`)
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1)
})

test('a letter that is in no face makes no PDF with an empty box in it', async () => {
  await expect(pdfOf('工作')).rejects.toBeInstanceOf(Undrawable)
})
