/**
 * A distance inside a sentence: "about 6 miles". Under two there is no figure, since places are
 * outcodes and a smaller one would claim to know more.
 */
export function milesInWords(miles: number): string {
  const whole = Math.round(miles)
  return whole < 2 ? 'less than 2 miles' : `about ${whole} miles`
}

/** A distance beside how far somebody can travel; what is out of reach never reads as within it. */
export function reachInWords(miles: number, reach: number, who: 'they' | 'you' = 'they'): string {
  const away = miles > reach ? Math.max(2, Math.ceil(miles)) : miles
  return `It is ${milesInWords(away)} away; ${who} can travel ${reach} ${reach === 1 ? 'mile' : 'miles'}`
}
