import { tab, tabTo } from '#tests/pages/keyboard.ts'
import { expect, test } from '#tests/pages/test.ts'

test('somebody with a keyboard alone signs in, finds an opening and shows interest', async ({
  open,
}) => {
  const person = await open()
  const { page, main } = person
  const pressEnter = () => person.arrive(() => page.keyboard.press('Enter'))
  await person.goTo('/')

  await test.step('Given the first stop of every page leads past its navigation', async () => {
    await tab(person)
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(main).toBeFocused()
    await person.look()
  })

  await test.step('When they become a candidate and go to the openings', async () => {
    await tabTo(person, page.getByRole('button', { name: 'Try it as a candidate' }))
    await pressEnter()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello Jamie')
    // A page that came without a new document is read from its beginning.
    await expect(main).toBeFocused()
    await person.goTo('/openings?kind=bursary')
    await tabTo(person, main.getByRole('heading', { level: 3 }).getByRole('link').first())
    await pressEnter()
  })

  await test.step('Then they can say that they are interested, and read what comes of it', async () => {
    await tabTo(person, main.getByRole('button', { name: 'I’m interested' }))
    await pressEnter()
    await expect(main).toContainText('The employer cannot')
    await expect(main).toBeFocused()
    await tabTo(person, main.getByRole('button', { name: 'Read the words and decide' }))
    // What looks like a button is pressed like one.
    await person.arrive(() => page.keyboard.press('Space'))
    await expect(main).toContainText('This is exactly what the employer would read')
  })
})
