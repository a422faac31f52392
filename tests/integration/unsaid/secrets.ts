/** Somebody on licence, in a programme whose name says why, with an officer of their own. */
export const PROGRAMME = 'Chantry Burglary Recovery'
export const OFFICER = 'Pernilla Vosshage'
export const NAME = 'Zebedee Quillfeather'
export const EMAIL = 'zeb.canary@example.test'
export const PHONE = '07700 900461'
/** Words of what is kept sealed, each in one place and nowhere else. */
export const sealed = {
  restriction: /kestrelmoor/i,
  statement: /wrenfathom/i,
  safeguarding: /plovergate/i,
}
export const POSTCODE = 'NR1 3QG'
export const BORN = { day: '17', month: '5', year: '1987' }

/** What is never said anywhere but on the pages of the people of the case. */
export const secrets = {
  programme: /chantry|burglar/i,
  officer: /vosshage/i,
  'date of birth': /1987-05-17|17[ /]0?(5|May)[ /]1987/,
  'e-mail': /zeb\.canary/i,
  phone: /07700 ?900461/,
  'whole postcode': /nr1(%20|[ +])?3qg/i,
}

/** Words that give somebody away where nothing of the kind should be spoken of at all. */
export const telling =
  /licen[cs]e|convict|offen[cs]e|offender|prison|probation|drug|victim|health|supervis|officer/i

export const name = /zebedee|quillfeather/i

/** What texts say that they must not, with the words round it. */
export const saidIn = (texts: string[], ...others: RegExp[]): string[] =>
  texts.flatMap((text) =>
    [...Object.values(secrets), ...others].flatMap((pattern) => {
      const at = text.search(pattern)
      return at < 0 ? [] : [`${pattern.source}: …${text.slice(Math.max(0, at - 40), at + 60)}…`]
    }),
  )
