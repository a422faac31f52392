import { tryAs } from '#tests/pages/account.ts'
import { answer, inDays } from '#tests/pages/form.ts'
import { addProgramme, cardOf, fillCard } from '#tests/pages/programme.ts'
import { expect, test } from '#tests/pages/test.ts'

for (const javaScript of [true, false])
  test(`a coordinator makes a programme, fills it in and closes it, and its public page tells, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    test.setTimeout(240_000)
    const office = await open({ javaScript, width: 320 })
    const visitor = await open({ javaScript, width: 320 })
    await tryAs(office, 'coordinator')
    const name = javaScript ? 'O’Brien & Sons’ <Way>' : 'Ffordd i waith'
    const slug = javaScript ? 'obrien-way' : 'ffordd-i-waith'

    await office.goTo('/office/organisations')
    await office.choose('Add an organisation')
    await answer(office, { Name: `Partner of ${name}`, 'What is it?': 'Charity' })
    await office.choose('Add this organisation')
    const here = await addProgramme(office, name, `Partner of ${name}`)

    await fillCard(
      office,
      'About',
      /^Change/,
      {
        'What does it do?': 'Walks beside people',
        'First day, if it is known': new Date('2024-03-05'),
        'How exactly are its first and last day known?': 'To the month',
        'Address of its public page': slug,
      },
      'Save',
    )
    // A rule that leaves people out needs its basis in law.
    await office.choose(/^Change/, cardOf(office, 'Who it is for'))
    await answer(office, {
      'Youngest age, if there is one': '18',
      'Is it for women or men only?': 'For women only',
      'After how many months is the support reviewed?': '3',
    })
    await office.choose('Save')
    await expect(office.main).toContainText('Enter the legal basis for leaving others out')
    await answer(office, { 'Legal basis for leaving others out': 'Equality Act 2010, Schedule 3' })
    await office.choose('Save')
    await fillCard(
      office,
      'The law',
      /^Change/,
      { 'Lawful basis for keeping records': 'Public task' },
      'Save',
    )
    await fillCard(
      office,
      'Money',
      /^Add money/,
      {
        'Who pays?': 'A fund',
        'First day': new Date('2024-03-05'),
        'How much, in pounds?': '95,000',
      },
      'Add this money',
    )
    await fillCard(office, 'Areas', /^Add an area/, { District: 'Norwich' }, 'Add this area')
    await fillCard(
      office,
      'Where people come from',
      /^Add a source/,
      { 'Where do people come from?': 'Work coach', 'What is it called?': 'DWP work coach' },
      'Add this source',
    )
    await fillCard(
      office,
      'What is counted',
      /^Add something/,
      {
        'What is counted?': 'Found work',
        'What counts, exactly?': 'A first day at work, confirmed',
        'What kind of number is it?': 'A target',
        'Are people or events counted?': 'People',
        'Out of whom?': 'Those who took part',
        'Target, if there is one': '250',
      },
      'Add it',
    )
    const counted = cardOf(office, 'What is counted')
    await fillCard(
      office,
      'What is counted',
      /^Enter a number/,
      {
        'First day of the period': new Date('2025-01-01'),
        'Last day of the period': new Date('2025-12-31'),
        'The number': '214',
        'How exactly is it known?': 'Over this many',
        'Where does it come from?': 'The yearly report',
      },
      'Enter this number',
    )
    await expect(counted).toContainText('over 214, 1 January 2025 to 31 December 2025')
    await expect(counted).toContainText('target 250')
    await office.choose(/^Take back/, counted)
    await answer(office, { 'Why?': 'Typed wrong' })
    await office.choose('Take this number back')
    await expect(counted).toContainText('taken back: Typed wrong')
    await expect(cardOf(office, 'Money')).toContainText('£95,000')

    await visitor.goTo('/programmes')
    await visitor.choose(name)
    expect(new URL(visitor.page.url()).pathname).toBe(`/programmes/${slug}`)
    expect(await visitor.page.title()).toContain(name)
    const said = ['Running', `Partner of ${name}`, 'Women aged 18 or over', 'since March 2024']
    for (const words of [...said, 'Norwich', 'DWP work coach', '£95,000'])
      await expect(visitor.main).toContainText(words)
    await expect(visitor.main).not.toContainText('214')

    await office.choose('Close this programme')
    await expect(office.main).toContainText('Nobody is in it now')
    await answer(office, { 'Its last day': inDays(0) })
    await office.choose('Close this programme')
    await expect(office.main).toContainText('Open this programme again')
    await visitor.goTo('/programmes')
    await expect(visitor.main).toContainText(name)

    // Whoever is signed in leaves no name of a programme in addresses and titles.
    await office.goTo('/programmes')
    await office.choose(name)
    expect(new URL(office.page.url()).pathname).toMatch(/^\/programmes\/p-\d+$/)
    expect(await office.page.title()).toBe('A programme – Throughgate')

    await office.goTo(here)
    await office.choose('Open this programme again')
    await office.choose('Open this programme again')
    await expect(office.main).toContainText('Close this programme')
  })

test('two saves of one form: the second is shown both, and can be saved again', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const office = await open()
  await tryAs(office, 'coordinator')
  const here = await addProgramme(office, 'Twice changed', 'St Giles Trust')
  const other = await office.newTab()
  await office.goTo(`${here}/law`)
  await other.goTo(`${here}/law`)
  await answer(office, { 'Lawful basis for keeping records': 'The first basis' })
  await office.choose('Save')
  await answer(other, { 'Lawful basis for keeping records': 'The second basis' })
  await other.choose('Save')
  await expect(other.main).toContainText('What is saved now')
  await expect(other.main).toContainText('The first basis')
  await other.choose('Save')
  await expect(cardOf(other, 'The law')).toContainText('The second basis')
})

test('a mentor is asked to review a support that is due, and records that it goes on', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const mentor = await open({ width: 320 })
  await tryAs(mentor, 'mentor')
  const tasks = mentor.main.getByRole('link', { name: 'Review the support' })
  const before = await tasks.count()
  expect(before).toBeGreaterThan(0)
  await mentor.arrive(() => tasks.first().click())
  await answer(mentor, {
    'Does the support go on?': 'It goes on',
    'Next review, if it goes on': inDays(30),
  })
  await mentor.choose('Record the review')
  await expect(mentor.main).toContainText('Review due')
  await mentor.goTo('/mentor')
  await expect(tasks).toHaveCount(before - 1)
})
