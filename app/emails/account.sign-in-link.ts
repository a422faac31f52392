import type { Mail } from '#app/platform/mailer.server.ts'

/** The link that signs a candidate in. */
export const signInLink = (to: string, link: string): Mail => ({
  to,
  subject: 'Your link to sign in to Throughgate',
  body: `Hello,

Use this link to sign in. It works once, and for 10 minutes:

${link}

If you did not ask for it, you need not do anything.

Throughgate
`,
})
