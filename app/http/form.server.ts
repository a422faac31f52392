import { z } from 'zod'
import { Invalid } from '#app/platform/errors.ts'

const CHANGED = 'This form has changed. Reload the page and try again.'

/** Of a form that has a button and nothing else. */
export const nothing = z.object({})

/**
 * Parses with a strict zod object; throws `Invalid` with the messages by field. Fields named in
 * `lists` may repeat and are always arrays; any other repeat is refused.
 */
export function parseForm<S extends z.ZodObject>(
  form: FormData,
  schema: S,
  lists: string[] = [],
): z.infer<S> {
  const input: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const name of lists) input[name] = []
  for (const [name, values] of valuesByName(form)) {
    if (name === 'idempotencyKey' && !('idempotencyKey' in schema.shape)) continue
    if (values.length > 1 && !lists.includes(name)) throw new Invalid({ '': [CHANGED] })
    input[name] = lists.includes(name) ? values : values[0]
  }
  const parsed = schema.strict().safeParse(input)
  if (parsed.success) return parsed.data as z.infer<S>
  throw new Invalid(messagesByField(parsed.error.issues))
}

/** By which a form that makes something is known when it is sent again; see `once`. */
export function keyOf(form: FormData): string {
  const key = z.uuid().safeParse(form.get('idempotencyKey'))
  if (!key.success) throw new Invalid({ '': [CHANGED] })
  return key.data
}

/** The longest form of ours, the office's notes on an opening, has some thirty fields. */
const MOST_FIELDS = 200

/**
 * Reads the body; what no form of ours sends (files, NUL, `_method`, fields by the thousand) is
 * refused with 400. Before any transaction, which would be held open meanwhile.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  let fields = 0
  for (const [name, value] of form)
    if (
      ++fields > MOST_FIELDS ||
      name === '_method' ||
      typeof value !== 'string' ||
      `${name}${value}`.includes('\0')
    )
      throw new Response(null, { status: 400 })
  return form
}

/** What was typed, to be shown again beside the messages; never a password. */
export function valuesToShowAgain(form: FormData): Record<string, string | string[]> {
  const shown: Record<string, string | string[]> = {}
  for (const [name, values] of valuesByName(form)) {
    if (/password/i.test(name) || name === '__proto__') continue
    shown[name] = values.length === 1 ? values[0]! : values
  }
  return shown
}

/** In one pass: to ask a form for all values of each name takes as long as the square of them. */
function valuesByName(form: FormData): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const others = values.get(name)
    if (others) others.push(value)
    else values.set(name, [value])
  }
  return values
}

function messagesByField(issues: z.core.$ZodIssue[]) {
  const errors: Record<string, string[]> = {}
  for (const issue of issues) {
    const isUnknown = issue.code === 'unrecognized_keys'
    const field = isUnknown ? '' : String(issue.path[0] ?? '')
    ;(errors[field] ??= []).push(isUnknown ? CHANGED : issue.message)
  }
  return errors
}
