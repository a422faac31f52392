import type { Mail } from '#app/platform/mailer.server.ts'

/** The first message to somebody who has been enrolled: how to come in, and not into what. */
export const welcome = (to: string): Mail => ({
  to,
  subject: 'Welcome to Throughgate',
  body: `Hello,

You can use Throughgate now. You need no password: give this e-mail address on the page below, and
we send you a link that signs you in.

/sign-in/link

If you do not know what this is about, you need not do anything.

Throughgate
`,
})
