import { tryAs, type DemoRole } from '#tests/pages/account.ts'
import type { Person } from '#tests/pages/person.ts'
import { expectToRefuse, type FormPage } from '#tests/pages/refusal.ts'
import { test } from '#tests/pages/test.ts'

const EVERYBODY: FormPage[] = [
  { at: '/employers/register', button: 'Register' },
  { at: '/sign-in', button: 'Sign in' },
  { at: '/sign-in/link', button: 'Send me a link' },
  { at: '/reset-password', button: 'Send me a link' },
  { at: '/reset-password/no-such-link', button: 'Set my password' },
]

const forms: Record<Exclude<DemoRole, 'board'>, FormPage[]> = {
  candidate: [{ at: '/me/profile/wishes', button: 'Save what I want' }],
  mentor: [
    { at: behind('/mentor', '/mentor/introductions/', 'Refuse'), button: 'Refuse introduction' },
    {
      at: behind('/mentor', '/mentor/introductions/', 'Record the officer’s approval'),
      button: 'Record approval',
    },
    { at: behind('/openings?kind=job', '/openings/', 'Suggest somebody'), button: 'Put forward' },
  ],
  employer: [
    { at: '/employer/openings/new', button: 'Start a draft' },
    {
      at: behind('/employer', '/employer/openings/', 'Close this opening'),
      button: 'Close this opening',
    },
    {
      at: behind('/employer', '/employer/openings/', 'Open it again'),
      button: 'Make it live again',
    },
    {
      at: behind('/employer', '/employer/introductions/', 'Not this time'),
      button: 'Send “not this time”',
    },
  ],
  coordinator: [
    { at: '/office/candidates/new', button: 'Enrol this person' },
    { at: '/office/users/new', button: 'Send the invitation' },
    { at: first('/office/candidates', '/office/candidates/'), button: 'Assign this mentor' },
    { at: first('/office/employers', '/office/employers/'), button: 'Save the decision' },
    {
      at: first('/office/review', '/office/review/'),
      button: 'Send back with these notes',
      takesAnyText: true,
    },
  ],
}

for (const javaScript of [true, false])
  test.describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.slow()

    test('anybody’s forms say what is wrong, and keep what was typed', async ({ open }) => {
      const person = await open({ javaScript, width: 320 })
      for (const form of EVERYBODY) await expectToRefuse(person, form)
    })

    for (const [role, pages] of Object.entries(forms))
      test(`the ${role}’s forms say what is wrong, and keep what was typed`, async ({ open }) => {
        const person = await open({ javaScript, width: 320 })
        await tryAs(person, role as DemoRole)
        for (const form of pages) await expectToRefuse(person, form)
      })
  })

/** The first page that a list leads to. */
function first(list: string, under: string) {
  return async (person: Person) => {
    await person.goTo(list)
    const [address] = await addresses(person, under)
    await person.goTo(address ?? '')
  }
}

/** The step with this name, of the first thing in a list that can take it. */
function behind(list: string, under: string, name: string) {
  return async (person: Person) => {
    await person.goTo(list)
    for (const address of await addresses(person, under)) {
      if (!(await (await person.fetch(address)).text()).includes(`>${name}</a>`)) continue
      await person.goTo(address)
      return person.choose(name)
    }
    throw new Error(`Nothing in ${list} can take the step “${name}”`)
  }
}

/** Where the links of a page lead that begin so; ids only, and no page of its own name. */
async function addresses({ main }: Person, under: string): Promise<string[]> {
  const all = await main
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return all.filter((href) => href.startsWith(under) && /[\da-f]{12}$/.test(href))
}
