import { NotFound } from '#app/platform/errors.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id in an address; what cannot be one was never there. */
export function introductionIdOf(inAddress: string | undefined): string {
  if (!inAddress || !uuid.test(inAddress)) throw new NotFound()
  return inAddress
}
