import type { Mail } from '#app/platform/mailer.server.ts'

/** The link that lets somebody choose a new password. */
export const resetLink = (to: string, link: string): Mail => ({
  to,
  subject: 'Choose a new Throughgate password',
  body: `Hello,

Use this link to choose a new password. It works once, and for an hour:

${link}

If you did not ask for it, you need not do anything. Your password stays as it is.

Throughgate
`,
})
