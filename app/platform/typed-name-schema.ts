import { z } from 'zod'
import { isAtMost } from './typed-text-schema.ts'

/**
 * The name of a person or an organisation, kept as typed in any script. Refused are marks that turn
 * the direction of what stands around it, which let a name read as something else, and names with
 * nothing to be seen in them.
 */
export const typedName = (missing: string, most: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .refine(isAtMost(most), `Use ${most} characters or fewer`)
    .refine((name) => !/[\p{Bidi_Control}\p{Cc}]/u.test(name), {
      message: 'There are hidden characters in the name. Type it again',
      abort: true,
    })
    .refine(
      (name) => /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800]/u.test(name),
      missing,
    )
