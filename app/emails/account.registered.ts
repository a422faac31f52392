import type { Mail } from '#app/platform/mailer.server.ts'

/** To somebody new who has registered an employer: they choose a password and can begin. */
export const registered = (to: string, link: string): Mail => ({
  to,
  subject: 'Your organisation is registered on Throughgate',
  body: `Hello,

Thank you for registering. Use this link to choose your password. It works once, and for 3 days:

${link}

You can write your first opening now. The office checks your organisation before anybody sees it.

If you did not register, you need not do anything.

Throughgate
`,
})

/** To somebody who has a password already and registered one more employer. */
export const registeredAgain = (to: string): Mail => ({
  to,
  subject: 'Your organisation is registered on Throughgate',
  body: `Hello,

Thank you for registering. Sign in with your password as you always do, then choose what you want
to act as.

If you did not register, please tell the office.

Throughgate
`,
})
