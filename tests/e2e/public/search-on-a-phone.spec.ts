import type { Person } from '#tests/pages/person.ts'
import { expect, test } from '#tests/pages/test.ts'

for (const javaScript of [true, false])
  test(`whoever searches on a phone sees what was found, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const visitor = await open({ javaScript, width: 360 })
    await visitor.goTo('/')
    await visitor.choose('Search openings')
    await seesTheTotal(visitor)

    await visitor.goTo('/openings')
    await visitor.main.getByText('Job, training or other').click()
    await visitor.main.getByLabel('Training', { exact: true }).check()
    await visitor.main.getByText('Kind of work', { exact: true }).first().click()
    await visitor.main.getByLabel('Construction', { exact: true }).check()
    await visitor.choose('Show openings')
    await seesTheTotal(visitor)
    await expect(visitor.main.getByText('Kind of work (1 chosen)')).toBeVisible()
    await expect(visitor.main.getByLabel('Construction', { exact: true })).toBeHidden()
    await expect(visitor.main.getByRole('link', { name: 'Remove filter Training' })).toBeVisible()
  })

async function seesTheTotal({ main }: Person) {
  await expect(main.getByRole('heading', { name: /^\d+ openings?$/ })).toBeInViewport()
}
