/**
 * What is left of a word's first seven letters after losing up to `losses` of them. Two words
 * within that many typos share at least one such form (the symmetric delete idea).
 */
export function stumpsOf(word: string, losses: number): string[] {
  let ring = new Set([[...word].slice(0, STUMP_LETTERS).join('')])
  const all = new Set(ring)
  for (let loss = 0; loss < losses; loss++) {
    const next = new Set<string>()
    for (const form of ring) {
      const letters = [...form]
      letters.forEach((_, at) => next.add(letters.toSpliced(at, 1).join('')))
    }
    next.forEach((form) => all.add(form))
    ring = next
  }
  return [...all]
}

/**
 * Typos between two words: letters added, lost, changed, or swapped with a neighbour each count
 * one; a wrong first letter counts one more, since people rarely get that one wrong.
 * Gives `limit + 1` as soon as it is sure to be over the limit.
 */
export function typosBetween(a: string, b: string, limit: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  const typos = at(last, to.length) + (from[0] === to[0] ? 0 : 1)
  return Math.min(typos, limit + 1)
}

const STUMP_LETTERS = 7

function at(row: number[], index: number): number {
  return row[index] ?? Infinity
}
