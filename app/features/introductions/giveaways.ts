import { wordHeadings } from './word-headings.ts'

/** Something in a person's own words that says who they are, or leads to them. */
export interface Giveaway {
  kind: 'phone' | 'email' | 'link' | 'postcode' | 'name'
  /** As it stands in the words. */
  text: string
}

/**
 * Finds what would give somebody away to a reader who is not to know the name yet: telephone
 * numbers, addresses on paper, of e-mail and of the web, and any part of their name of three
 * letters or more. Each is named once, in the order of the kinds above and then of the words.
 */
export function giveawaysIn(words: string, { fullName }: { fullName: string }): Giveaway[] {
  let rest = withoutHeadings(words.normalize('NFKC').replace(INVISIBLE, ''))
  const found: Giveaway[] = []
  for (const [kind, pattern] of ADDRESSES)
    rest = rest.replace(pattern, (text) => {
      if (isSomethingElse(kind, text)) return text
      found.push({ kind, text: text.trim().replace(/[.,;:!?)]+$/, '') })
      // Nothing on the left may join with what is on the right.
      return ' | '
    })
  for (const text of namesIn(rest, fullName)) found.push({ kind: 'name', text })
  return unique(found)
}

/** A number or an address is never anything else; a word that is also a name may be just a word. */
export const isHard = ({ kind }: Giveaway) => kind !== 'name'

/** How a name is written down when somebody says that it is not meant as one. */
export const asWord = ({ text }: Giveaway) => fold(text)

/** "“07700 900123”, a phone number". */
export const giveawayInWords = ({ kind, text }: Giveaway) => `“${text}”, ${kindWords[kind]}`

const kindWords: Record<Giveaway['kind'], string> = {
  phone: 'a phone number',
  email: 'an e-mail address',
  link: 'a web address or a name on social media',
  postcode: 'a full postcode',
  name: 'part of a name',
}

/** Zero-width characters and soft hyphens, which a reader does not see. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Between two digits of one number: "07700-900 123", "(0)1603", "07700 – 900 – 123". */
const GAP = '[\\s().\\-‐‑–—]{0,3}'

// Looked for in this order, each in what the ones before have left.
const ADDRESSES: readonly [Exclude<Giveaway['kind'], 'name'>, RegExp][] = [
  ['email', /[^\s@<>()[\],;:|]{1,64}\s?(?:@|\(at\)|\[at\])\s?[^\s@<>()[\],;:|]+\.[a-z]{2,}/giu],
  ['link', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    'link',
    /(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:co\.uk|org\.uk|com|org|net|uk|info|io|tv|gg|app|dev|eu|biz|online|site|link)\b(?:\/\S*)?/giu,
  ],
  // Short ones: t.me/name. With a path only, since "good at cooking.Me too" lacks but a space.
  ['link', /(?<![\w.@-])(?:[a-z0-9-]+\.)+[a-z]{2,3}\/[\w@+-]\S*/giu],
  ['link', /(?<![\w.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]+/giu],
  [
    'phone',
    new RegExp(
      `(?<!\\d)(?:(?:\\+${GAP}|00${GAP})[1-9](?:${GAP}\\d){8,14}` +
        `|0${GAP}[1-9](?:${GAP}\\d){8,9}` +
        `|(?:44${GAP}(?:0${GAP})?)?7(?:${GAP}\\d){9})(?!\\d)`,
      'gu',
    ),
  ],
  ['postcode', /\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b/giu],
]

/** What only looks like one: days from and to, a kind of software, the first of something. */
function isSomethingElse(kind: Giveaway['kind'], text: string): boolean {
  if (kind === 'phone') return DAYS.test(text)
  if (kind === 'link') return /^(?:asp|vb|ado|dot)\.net$/i.test(text)
  return kind === 'postcode' && /^[A-Za-z]\d\s+(?:1st|2nd|3rd|[04-9]th)$/.test(text)
}

const DAYS =
  /^(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?:[\s–—-]|$)|^(?:0[1-9]|1[0-2])[\s.-](?:19|20)\d\d[\s–—-]/

const withoutHeadings = (words: string) =>
  words
    .split('\n')
    .filter((line) => !Object.values<string>(wordHeadings).includes(line))
    .join('\n')

const WORD = /[\p{L}\p{M}]+(?:['’‘ʼ`´][\p{L}\p{M}]+)*/gu
const APOSTROPHE = /['’‘ʼ`´]/u
const SHORTEST = 3

/** Between the parts of a name and saying nothing of whose it is: "van der Berg" drives a van. */
const PARTICLES = ['van', 'von', 'der', 'den', 'ter', 'dos', 'das', 'ibn']

function namesIn(words: string, fullName: string): string[] {
  const written = fullName.match(WORD) ?? []
  const parts = written.filter(
    (part, index) => index === 0 || !PARTICLES.includes(part.toLowerCase()),
  )
  const forms = new Set([
    ...parts.flatMap(formsOf).filter((form) => form.length >= SHORTEST),
    ...runsOf(written.map(fold)).filter((run) => run.length >= SHORTEST),
  ])
  const tokens = [...words.matchAll(WORD)]
  const found = tokens.map(([token]) => token).filter((token) => formsOf(token).some(hasForm))
  return [...found, ...wholeName()]

  function hasForm(form: string) {
    return forms.has(form)
  }

  // "Li Wu": each part is too short to be looked for by itself, both together are not.
  function wholeName(): string[] {
    if (written.length < 2) return []
    const name = written.map(fold).join(' ')
    const folded = tokens.map(([token]) => fold(withoutPossessive(token)))
    return tokens.flatMap((first, at) => {
      const last = tokens[at + written.length - 1]
      const isWhole = folded.slice(at, at + written.length).join(' ') === name
      if (!isWhole || !last || found.includes(first[0])) return []
      return [words.slice(first.index, last.index + last[0].length)]
    })
  }
}

/** "O’Neil" is also "oneil" and "neil"; "Zoë’s" is also "zoe". */
const formsOf = (word: string) => [
  fold(word),
  fold(withoutPossessive(word)),
  ...word.split(APOSTROPHE).map(fold),
]

/** Neighbouring parts written as one: "Smith-Jones" as "smithjones", "zoeoneil" in a nickname. */
const runsOf = (parts: string[]) =>
  parts.flatMap((_, from) =>
    parts.slice(from + 1).map((_, more) => parts.slice(from, from + more + 2).join('')),
  )

const withoutPossessive = (word: string) => word.replace(/['’‘ʼ`´]s$/iu, '')

/** Without accents, apostrophes and capitals. */
const fold = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/gu, (letter) => letters[letter] ?? letter)

/** What no accent can be taken from. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const unique = (found: Giveaway[]) => [
  ...new Map(found.map((one) => [`${one.kind} ${fold(one.text)}`, one])).values(),
]
