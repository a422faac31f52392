import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 400 | 700

/** A font of one script, as a PDF takes it. */
export interface Face {
  name: string
  bytes: Buffer
  has: (codePoint: number) => boolean
}

/**
 * The faces of a weight, in the order they are tried for a letter. They come with the packages: what
 * is installed on the machine plays no part.
 */
export function facesOf(weight: Weight): readonly Face[] {
  return (loaded[weight] ??= files(weight).map(load))
}

const loaded: Partial<Record<Weight, readonly Face[]>> = {}

const files = (weight: Weight): string[] => [
  ...[
    'latin',
    'latin-ext',
    'cyrillic',
    'cyrillic-ext',
    'greek',
    'greek-ext',
    'vietnamese',
    'devanagari',
  ].map((part) => `noto-sans/files/noto-sans-${part}-${weight}-normal.woff`),
  `noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff`,
  `noto-sans-hebrew/files/noto-sans-hebrew-hebrew-${weight}-normal.woff`,
  // Whole, with its sequences: the numbered parts beside it are cut for the web.
  `noto-emoji/files/noto-emoji-emoji-${weight}-normal.woff`,
]

const { resolve } = createRequire(import.meta.url)

function load(file: string): Face {
  const bytes = readFileSync(resolve(`@fontsource/${file}`))
  const font = create(bytes) as Font
  return { name: file, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}
