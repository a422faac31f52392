/** What the office should look at twice in the words of an advert: sentences, most serious first. */
export function wordingWarnings(text: string): string[] {
  return checks.filter(({ pattern }) => pattern.test(text)).map(({ warning }) => warning)
}

const checks = [
  {
    pattern: /\b(clean|clear) (criminal )?record\b|\bno (criminal )?(convictions?|record)\b/i,
    warning:
      'This asks for no convictions at all. An exclusion must be of one thing, for a reason.',
  },
  {
    pattern: /\bex[- ]?con(vict)?s?\b|\b(ex[- ]?)?offenders?\b|\bcriminals\b/i,
    warning: 'This uses a word that labels people. Ask for “a person with a conviction”.',
  },
  {
    pattern: /\b(pay|send|transfer)\b.{0,40}\b(deposit|fee|up ?front)\b|\bregistration fee\b/i,
    warning: 'This may ask the person for money.',
  },
]
