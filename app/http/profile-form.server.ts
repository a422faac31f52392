import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Asked } from '#app/features/profiles/get-section.server.ts'
import type { Next } from '#app/features/profiles/save-section.server.ts'
import type { SectionName } from '#app/features/profiles/sections.ts'
import { redirectDone } from './done.server.ts'
import { parseForm } from './form.server.ts'

/** What the address of a profile's page asks for. */
export function readAsked(request: Request): Asked {
  const { searchParams } = new URL(request.url)
  return { q: searchParams.get('q') ?? '', change: searchParams.get('change') }
}

/** Which button of a page with several was pressed, and the rest of the form to be checked. */
export function readAct(form: FormData) {
  const answers = new FormData()
  for (const [name, value] of form) if (name !== 'act') answers.append(name, value)
  const act = form.get('act')
  return {
    pressed: typeof act === 'string' ? act : '',
    parse: <S extends z.ZodObject>(schema: S, lists?: string[]) =>
      parseForm(answers, schema, lists),
  }
}

/** Goes on after a page of a profile has been saved, and says there what was. */
export function redirectNext(
  args: Pick<LoaderFunctionArgs, 'context'>,
  { base, name, next }: { base: string; name: SectionName; next: Next },
) {
  const paths = { list: base, here: `${base}/${name}` }
  return redirectDone(
    args,
    next.to === 'opening' ? `/openings/${next.id}` : paths[next.to],
    next.done,
  )
}
