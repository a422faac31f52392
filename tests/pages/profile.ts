import { answer, type Answer } from './form.ts'
import type { Person } from './person.ts'

/** Opens a page of a profile from the list of them, fills it in and saves it. */
export async function fillProfilePage(
  person: Person,
  base: string,
  {
    page,
    answers,
    button = 'Save',
  }: { page: string; answers: Record<string, Answer>; button?: string },
) {
  await person.goTo(base)
  await person.choose(page)
  await answer(person, answers)
  await person.choose(button)
}
