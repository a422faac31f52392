/**
 * The words of a text as both engines see them: lower case, without accents or punctuation,
 * whatever Unicode form they came in. Documents and queries go through this one function, so an
 * engine's own tokeniser never decides what matches. Words are cut at 64 characters.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => SPELT_OUT[letter] ?? letter)
    .replace(/(\p{L})['’ʼ`](?=\p{L})/gu, '$1')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, 64).join(''))
}

/** Letters that Unicode does not take apart but that people type apart. */
const SPELT_OUT: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' }
