import { expect } from '@playwright/test'
import { answer } from './form.ts'
import type { Person } from './person.ts'

/** Opens the page of one of a mentor's people. */
export async function openPersonOf(mentor: Person, name: string) {
  await mentor.goTo('/mentor')
  await mentor.choose(name, mentor.main.getByRole('table').filter({ hasText: 'Area' }))
}

/** Says of somebody whether there are restrictions. */
export async function sayRestrictions(mentor: Person, name: string, status: 'None' | 'Some') {
  await openPersonOf(mentor, name)
  await mentor.choose('Say whether there are restrictions')
  await answer(mentor, { 'Are there restrictions?': status })
  await mentor.choose('Save this answer')
  await expect(mentor.main).toContainText(`${status}, said on`)
}

/** Opens one kind of what is kept private about the person whose page is shown. */
export async function openPrivate(reader: Person, kind: string) {
  await reader.choose('Read what is kept private')
  await answer(reader, {
    'What do you need to read?': kind,
    'Why do you need to read it?': 'To talk about it today',
  })
  await reader.choose('Open it for ten minutes')
  await expect(reader.main).toContainText('Open to you until')
}
