import type { z } from 'zod'
import type { Asked } from '#app/features/profiles/get-section.server.ts'
import type { Next } from '#app/features/profiles/save-section.server.ts'
import type { SectionName } from '#app/features/profiles/sections.ts'
import { parseForm } from './form.server.ts'

/** What the address of a profile's page asks for, and what was just done there. */
export function readAsked(request: Request): { asked: Asked; done: string | null } {
  const { searchParams } = new URL(request.url)
  return {
    asked: { q: searchParams.get('q') ?? '', change: searchParams.get('change') },
    done: searchParams.get('done'),
  }
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

/** Where to go on after a page of a profile has been saved. */
export function nextPath(base: string, name: SectionName, next: Next): string {
  if (next.to === 'opening') return `/openings/${next.id}`
  return next.to === 'list' ? base : `${base}/${name}?done=${next.done}`
}
