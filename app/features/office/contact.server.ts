import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { OfficeContact, Settings } from '#app/platform/env.server.ts'

/** Nobody's: the domain is reserved, and so are these numbers. */
const INVENTED: OfficeContact = { email: 'office@demo.example', phone: '01632 960990' }

/** How to reach the office, as it is set; in the demo an office that is as invented as its people. */
export async function officeContact(
  ctx: Context,
  { office, isDemo }: Settings,
): Promise<OfficeContact> {
  if (office.email !== null || office.phone !== null) return office
  return (await isDemoOpen(ctx, isDemo)) ? INVENTED : office
}
