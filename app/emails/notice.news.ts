import type { Mail } from '#app/platform/mailer.server.ts'

/** Something has moved on, and the next turn is somebody else's. */
export const news = (to: string, home: string): Mail => ({
  to,
  subject: 'There is news for you on Throughgate',
  body: `Hello,

There is news for you on Throughgate. Sign in to read it:

${home}

We say no more by e-mail, since other people may read it.

Throughgate
`,
})
