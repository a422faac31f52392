import type { Mail } from '#app/platform/mailer.server.ts'

/** To whoever registers an organisation. Nothing a stranger typed is in it but the address. */
export const confirmRegistration = (to: string, link: string): Mail => ({
  to,
  subject: 'Finish registering with Throughgate',
  body: `Hello,

Somebody has registered an organisation with Throughgate and gave this address. If it was you, use
this link to finish. It works once, and for 3 days:

${link}

If it was not you, you need not do anything. Nothing has been set up, and nothing will be.

Throughgate
`,
})
