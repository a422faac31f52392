import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'

/** What only a coordinator does does not exist for anybody else. */
export function onlyOffice({ actor }: Context) {
  if (actor.role !== 'coordinator') throw new NotFound()
}
