import { tryAs } from '#tests/pages/account.ts'
import { answer } from '#tests/pages/form.ts'
import { newOpening, showInterest, step } from '#tests/pages/introduction.ts'
import { expect, test } from '#tests/pages/test.ts'

for (const javaScript of [true, false])
  test.describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test('“I’m interested” pressed twice, again after Back, or in two tabs is one introduction', async ({
      open,
    }) => {
      const person = await open({ javaScript, width: 320 })
      const { page, main } = person
      await tryAs(person, 'candidate')
      const opening = await newOpening(person, 'training')
      await person.goTo(opening)
      const title = (await main.getByRole('heading', { level: 1 }).innerText()).split('\n').at(-1)
      const button = main.getByRole('button', { name: 'I’m interested' })

      const tab = await person.newTab()
      await tab.goTo(opening)

      const mine = await test.step('When the button is pressed twice at once', async () => {
        await person.arrive(() => button.dblclick())
        await expect(main).toContainText('You decide first')
        return new URL(page.url()).pathname
      })

      await test.step('And again after going back', async () => {
        await person.arrive(() => page.goBack())
        await person.arrive(() => main.getByRole('link', { name: 'See where it stands' }).click())
        expect(new URL(page.url()).pathname).toBe(mine)
      })

      await test.step('And in another tab that has been open since before', async () => {
        await tab.choose('I’m interested')
        expect(new URL(tab.page.url()).pathname).toBe(mine)
      })

      await test.step('Then there is one introduction and no other', async () => {
        await person.goTo('/me')
        const own = main.getByRole('link', { name: title, exact: true })
        await expect(own).toHaveCount(1)
        await expect(own).toHaveAttribute('href', mine)
      })
    })

    test('a page left open says plainly that something has changed', async ({ open }) => {
      const person = await open({ javaScript, width: 320 })
      await tryAs(person, 'candidate')
      const id = await showInterest(person, await newOpening(person, 'work_experience'))
      const mine = `/me/introductions/${id}`

      await person.goTo(`${mine}/consent`)
      await test.step('Given it was taken back in another tab', async () => {
        const tab = await person.newTab()
        await step(tab, mine, 'Take it back', 'Yes, take it back')
      })
      await person.choose('Yes, share these words')
      await expect(person.main).toContainText('Something changed')
      await expect(person.main).toContainText('Where it stands: Taken back')
      await person.choose('See how it stands now')
      expect(new URL(person.page.url()).pathname).toBe(mine)
      await expect(person.main).toContainText('The employer never saw anything about you')
    })

    test('a profile saved in two tabs shows both, and can then be saved', async ({ open }) => {
      const person = await open({ javaScript, width: 320 })
      const { main } = person
      await tryAs(person, 'candidate')
      await person.goTo('/me/profile/skills')
      await test.step('Given it was changed in another tab', async () => {
        const tab = await person.newTab()
        await tab.goTo('/me/profile/skills')
        await answer(tab, { 'Your skills': `Counting to ${Date.now()}` })
        await tab.choose('Save')
      })

      await answer(person, { 'Your skills': 'Counting backwards' })
      await person.choose('Save')
      const elsewhere = main.getByRole('region', { name: 'What is saved now' })
      await expect(elsewhere).toContainText('Counting to')
      await expect(main.getByLabel('Your skills')).toHaveValue('Counting backwards')
      await main.getByRole('alert').getByRole('link').click()
      await expect(elsewhere).toBeInViewport()

      await person.choose('Save')
      await person.goTo('/me/profile/skills')
      await expect(main.getByLabel('Your skills')).toHaveValue('Counting backwards')
    })
  })
