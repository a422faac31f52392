import { z } from 'zod'
import { typedName } from '#app/platform/typed-name-schema.ts'
import { versionSchema } from '#app/platform/version-schema.ts'
import { normaliseOutcode } from '#search/outcodes.ts'
import { reconsiderReasons } from './status.ts'

/** Asked of an organisation that wants to post openings. */
export const registerSchema = z.strictObject({
  organisation: typedName('Enter the name of your organisation', 150),
  description: text('Say in a few words what you do', 1000),
  outcode: text('Enter the first part of your postcode', 10).refine(
    (typed) => typed === '' || normaliseOutcode(typed) !== null,
    'Enter the first part of a postcode, like NR1',
  ),
  workPhone: text('Enter a work phone number', 30).refine(
    (typed) => typed === '' || /^[+\d][\d\s()-]{6,}$/.test(typed),
    'Enter a phone number, like 01603 123456',
  ),
  personName: typedName('Enter your name', 150),
  email: text('Enter your e-mail address', 200).refine(
    (typed) => typed === '' || z.email().safeParse(typed).success,
    'Enter an e-mail address, like name@example.com',
  ),
})

/** The office's answer to a registration. */
export const vettingSchema = z
  .strictObject({
    decision: z.enum(['approve', 'refuse'], 'Choose whether to approve this employer'),
    reason: z.string().trim().max(500, 'Use at most 500 characters').default(''),
    version: versionSchema,
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision === 'refuse' && reason === '')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why' })
  })

/** An employer that was refused is approved after all. */
export const reconsiderSchema = z.strictObject({
  reason: z.enum(
    reconsiderReasons.map(({ value }) => value),
    'Choose why the decision changes',
  ),
  version: versionSchema,
})

function text(missing: string, most: number) {
  return z.string(missing).trim().min(1, missing).max(most, `Use at most ${most} characters`)
}
