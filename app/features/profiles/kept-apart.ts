/** What an introduction would bring somebody near to. */
export interface Surroundings {
  employerName: string | null
  town: string | null
}

/**
 * Whether something somebody wants to be kept apart from may have to do with an employer or its
 * town: where the words of the one are among the words of the other, whatever else stands there.
 */
export const mayTouch = (rows: readonly string[], { employerName, town }: Surroundings): boolean =>
  rows.some((row) =>
    [employerName, town].some((place) => place !== null && share(wordsOf(row), wordsOf(place))),
  )

const share = (one: string, other: string) =>
  one !== ' ' && other !== ' ' && (one.includes(other) || other.includes(one))

/** " in small letters without marks or accents , a space on each side " */
const wordsOf = (text: string) =>
  ` ${text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `.replace(/^ +$/, ' ')
