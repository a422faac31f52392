import { longDate } from '#app/platform/clock.ts'
import type { Mail } from '#app/platform/mailer.server.ts'

/** It is somebody's turn. What about, only their page says: others may read their e-mail. */
export const waits = (to: string, home: string, answerBy?: string): Mail => ({
  to,
  subject: 'Something is waiting for you on Throughgate',
  body: `Hello,

Something is waiting for you on Throughgate.${answerBy ? ` Please answer by ${longDate(answerBy)}.` : ''} Sign in to see what it is:

${home}

We say no more by e-mail, since other people may read it.

Throughgate
`,
})
