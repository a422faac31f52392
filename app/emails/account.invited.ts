import type { Mail } from '#app/platform/mailer.server.ts'

/** The first message to somebody who has been given an account. */
export const invited = (to: string, link: string): Mail => ({
  to,
  subject: 'Your Throughgate account',
  body: `Hello,

An account has been made for you on Throughgate. Use this link to choose your password. It works
once, and for 3 days:

${link}

Throughgate
`,
})
