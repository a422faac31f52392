import { z } from 'zod'

/** How mail leaves: by SMTP, or not at all while the invented people are being tried out. */
export type MailSettings = { kind: 'smtp'; url: string; from: string } | { kind: 'demo' }

/** How people reach the office that runs the scheme; what is not set is not known. */
export interface OfficeContact {
  email: string | null
  phone: string | null
}

export interface Settings {
  port: number
  /** Where people reach us: scheme, host and port, without a slash at the end. */
  appOrigin: string
  /** Invented people may be tried out, as long as there is no real one. */
  isDemo: boolean
  mail: MailSettings
  office: OfficeContact
  /** How many proxies stand before us; 0 means that browsers connect directly. */
  proxies: number
}

const flag = z.enum(['0', '1']).optional()
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DEMO: flag,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  OFFICE_EMAIL: z.email().optional(),
  OFFICE_PHONE: z
    .string()
    .regex(/^\+?\d[\d ]{5,18}$/, 'figures and spaces only, like 01632 960123')
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
})

/**
 * Reads the settings, or throws an error that names the one that is missing or wrong.
 *
 * @param isEmbedded whether the database is the embedded one: then the demo is on unless DEMO=0
 */
export function readSettings(
  env: Record<string, string | undefined>,
  isEmbedded: boolean,
): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The setting ${String(issue?.path[0])} is wrong: ${issue?.message}`)
  }
  const { PORT, APP_ORIGIN, DEMO, SMTP_URL, MAIL_FROM, TRUST_PROXY } = parsed.data
  const { OFFICE_EMAIL, OFFICE_PHONE } = parsed.data
  const appOrigin = new URL(APP_ORIGIN ?? `http://localhost:${PORT}`).origin
  refusePlainHttpElsewhere(appOrigin)
  const isDemo = DEMO ? DEMO === '1' : isEmbedded
  return {
    port: PORT,
    appOrigin,
    isDemo,
    mail: mailSettings({ SMTP_URL, MAIL_FROM, appOrigin, isDemo }),
    office: { email: OFFICE_EMAIL ?? null, phone: OFFICE_PHONE ?? null },
    proxies: TRUST_PROXY,
  }
}

function mailSettings(given: {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
  appOrigin: string
  isDemo: boolean
}): MailSettings {
  const { SMTP_URL: url, MAIL_FROM, appOrigin, isDemo } = given
  if (url)
    return { kind: 'smtp', url, from: MAIL_FROM ?? `no-reply@${new URL(appOrigin).hostname}` }
  if (isDemo) return { kind: 'demo' }
  throw new Error(
    'SMTP_URL is not set, and people sign in with links sent by e-mail. ' +
      'Set it (smtp://user:password@host:587), or set DEMO=1 to try out invented people.',
  )
}

function refusePlainHttpElsewhere(appOrigin: string) {
  const { protocol, hostname } = new URL(appOrigin)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Error(`APP_ORIGIN is ${appOrigin}: anywhere but on this machine it must be https.`)
}
