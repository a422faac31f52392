import { z } from 'zod'

const COMMON = ['password', 'throughgate', 'qwertyuiop', '123456789', 'letmein', 'iloveyou']

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That e-mail address is too long')
  .pipe(z.email('Enter an e-mail address, like name@example.com'))

/** Twelve characters or more, no rules on which; nothing that everybody tries first. */
export const newPassword = z
  .string()
  .min(12, 'Use 12 characters or more. Three words you will remember are good')
  .max(200, 'Use 200 characters or fewer')
  .refine(
    (password) => !COMMON.some((common) => password.toLowerCase().includes(common)),
    'That is easy to guess. Choose something else',
  )
  .refine(
    (password) => new Set(password.toLowerCase()).size > 4,
    'That is easy to guess. Choose something else',
  )

export const passwordSignIn = z.object({
  email,
  password: z.string().min(1, 'Enter your password').max(200, 'That password is too long'),
  to: z.string().max(2000).optional(),
})
export const linkRequest = z.object({ email, to: z.string().max(2000).optional() })
export const setPassword = z.object({ password: newPassword })
export const roleChoice = z.object({ grantId: z.uuid('Choose a role') })
export const demoPerson = z.object({
  person: z.enum(['candidate', 'mentor', 'employer', 'board', 'coordinator']),
})
