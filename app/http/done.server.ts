import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { servicesOf } from './services.server.ts'

/** What the next page confirms. */
const texts = {
  profile: 'Your profile is saved.',
  wishes: 'What you want is saved.',
  part: 'That part is saved.',
  added: 'Added to the list.',
  changed: 'The change is saved.',
  removed: 'Taken off the list.',
  hidden: 'Hidden. The employer cannot tell.',
  shown: 'No longer hidden from this employer.',
  paused: 'Paused. It ends when you say so.',
  resumed: 'The pause is over.',
  deleted: 'The draft is deleted.',
  closed: 'The opening is closed. Nobody new will find it.',
  reopened: 'The opening is live again.',
  returned: 'Sent back with your notes. The employer can change it and send it in again.',
  approved: 'Approved. The opening is live, and people can find it.',
  'employer-approved': 'Approved. The employer can send openings in from now on.',
  'employer-refused': 'Not approved. The employer reads your reason.',
  enrolled: 'The person is enrolled.',
  details: 'The details are saved.',
  assigned: 'The mentor is assigned, and sees this person from now on.',
  stopped: 'The account is stopped. Nobody is signed in to it any more.',
  restarted: 'The account can be used again.',
  invited: 'The invitation is on its way by e-mail.',
} as const

export type Done = keyof typeof texts

const NAME = 'tg-done'

/**
 * Goes on to a page that says what was done, this once: the word for it travels in a cookie that the
 * page takes away again, and not in an address that could be opened later.
 */
export const redirectDone = (
  { context }: Pick<LoaderFunctionArgs, 'context'>,
  path: string,
  done: Done,
) => redirect(path, { status: 303, headers: { 'Set-Cookie': cookieOf(context, done, 60) } })

/** What the page that is asked for has to confirm, and the header by which it does so only once. */
export function doneIn({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): { text: string; forget: string } | null {
  const cookies = request.headers.get('Cookie') ?? ''
  const code = new RegExp(`(?:^|;\\s*)${NAME}=([a-z-]+)`).exec(cookies)?.[1]
  if (code === undefined || !Object.hasOwn(texts, code)) return null
  return { text: texts[code as Done], forget: cookieOf(context, '', 0) }
}

function cookieOf(context: LoaderFunctionArgs['context'], value: string, seconds: number) {
  const isSecure = servicesOf(context).settings.appOrigin.startsWith('https:')
  const always = `${NAME}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`
  return isSecure ? `${always}; Secure` : always
}
