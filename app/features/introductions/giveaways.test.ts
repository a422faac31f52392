import { expect, test } from 'vitest'
import { asWord, giveawayInWords, giveawaysIn, isHard } from './giveaways.ts'

const found = (words: string, fullName = 'Zoë O’Neil') =>
  giveawaysIn(words, { fullName }).map(({ kind, text }) => `${kind}: ${text}`)
const names = (words: string, fullName?: string) =>
  found(words, fullName)
    .filter((one) => one.startsWith('name: '))
    .map((one) => one.slice('name: '.length))

test('what the person wrote about themselves is found as they wrote it', () => {
  expect(found('I am Zoë O’Neil, ring 07700 900123')).toEqual([
    'phone: 07700 900123',
    'name: Zoë',
    'name: O’Neil',
  ])
})

test.each([
  'zoe',
  'ZOE',
  'Zoe\u0308',
  'Zo\u200bë',
  'Zoë’s',
  'Zoe_99',
  'O’Neil',
  "O'Neil",
  'ONeil',
  'oneil',
  'O Neil',
  'Mrs O`Neil',
  'ZoeONeil',
])('a part of the name is found however it is written: %s', (written) => {
  expect(names(`People call me ${written}, and that is fine`)).toHaveLength(1)
})

test.each([
  ['Smith', 'Anna Smith-Jones'],
  ['Jones', 'Anna Smith-Jones'],
  ['smithjones', 'Anna Smith-Jones'],
  ['Bob', 'Robert (Bob) Brown'],
  ['Lukasz', 'Łukasz Żak'],
  ['Strasse', 'Kim Straße'],
  ['Arcy', 'Jo D’Arcy'],
  ['Berg', 'Anna van der Berg'],
  ['Ｚｏｅ', 'Zoë O’Neil'],
])('%s is part of the name %s', (written, fullName) => {
  expect(names(`It is ${written}.`, fullName)).toHaveLength(1)
})

test('two short parts are found together and not each alone', () => {
  expect(names('I am Li Wu’s sister', 'Li Wu')).toEqual(['Li Wu’s'])
  expect(names('liwu at work', 'Li Wu')).toEqual(['liwu'])
  expect(names('Li is a name, and so is Wu', 'Li Wu')).toEqual([])
})

test('a name inside another word is not the name', () => {
  expect(names('I am hopeful and willing, and remarkable', 'Hope Will Mark')).toEqual([])
  expect(names('I will work hard in the Mark hotel', 'Will Mark')).toEqual(['will', 'Mark'])
  expect(names('I drive a van', 'Anna van der Berg')).toEqual([])
})

test('our own headings above the words are nobody’s name', () => {
  expect(names('What I am good at\nCooking\n\nMy skills\nNone', 'Ann Good')).toEqual([])
  expect(names('What I am good at\nBeing a good cook', 'Ann Good')).toEqual(['good'])
})

test.each([
  '07700 900123',
  '07700-900-123',
  '07700 – 900 – 123',
  '0 7 7 0 0 9 0 0 1 2 3',
  '+44 7700 900123',
  '+44 (0)7700 900 123',
  '+447700900123',
  '0044 7700 900123',
  '44 7700 900123',
  '7700 900123',
  '(01603) 123456',
  '01603.123.456',
  '016977 3456',
  '+48 600 123 456',
  '０７７００９００１２３',
])('a phone number is one in any spacing: %s', (number) => {
  const [only, ...more] = found(`Ring me on ${number} after 5. I am 21 years old`)
  expect(only).toMatch(/^phone: /)
  expect(only?.replace(/\D/g, '')).toBe(number.normalize('NFKC').replace(/\D/g, ''))
  expect(more).toEqual([])
})

test.each([
  'zoe@mail.example',
  'ZOE.99+x@mail.co.uk',
  'zoe (at) mail.com',
  'zoe @ mail.com',
  'z\u200boe@mail.example',
])('an e-mail address is one, and not a name as well: %s', (address) => {
  expect(found(`Write to ${address}.`).map((one) => one.split(':')[0])).toEqual(['email'])
})

test.each([
  'https://example.test/me',
  'www.mysite.example',
  'facebook.com/somebody',
  'somebody.co.uk',
  't.me/somebody',
  'instagram @some_body',
])('a way to somebody on the web is one: %s', (link) => {
  expect(found(`See ${link} for more`).map((one) => one.split(':')[0])).toEqual(['link'])
})

test.each(['NR1 3JU', 'nr13ju', 'NR1  3JU', 'EC1A 1BB', 'M1 1AE'])(
  'a full postcode is one: %s',
  (postcode) => {
    expect(found(`I live in ${postcode}, near work`)).toEqual([`postcode: ${postcode}`])
  },
)

test.each([
  'I worked in a kitchen from 2015 - 2019 and 2020 to 2024.',
  'Forklift from 01.02.2019-03.04.2020, and 01-02-2019 - 03-04-2020',
  'Gardener 05/2019–06/2020, then 06 2020 - 07 2021 - 2 years',
  'I lift 25 kg, work 8am to 5pm, 40 hours a week, at £11.44 an hour',
  'L2 1st aid, NVQ 2, GCSE 9-4, CSCS card, C1E licence, 7.5t lorries',
  'ASP.NET and Node.js. I like cooking.Me and my friends',
  'I can do bricks and/or blocks, e.g. walls',
  'I live in NR1 and can travel to NR3 on the X1 bus',
  'Certificate 600/1234/5',
])('what is none of these is left alone: %s', (words) => {
  expect(found(words)).toEqual([])
})

test('a number stays one beside days and other numbers', () => {
  expect(found('From 01.02.2019 ring 07700900123 2 times')).toEqual(['phone: 07700900123'])
})

test('the same thing written twice is named once', () => {
  expect(found('Zoe, zoë, 07700 900123, 07700 900123')).toHaveLength(2)
})

test('only a name may be said not to be meant as one', () => {
  const [phone, name] = giveawaysIn('07700 900123, will', { fullName: 'Will Fry' })
  expect([phone, name].map((one) => one && isHard(one))).toEqual([true, false])
  expect(name && asWord(name)).toBe('will')
  expect(phone && giveawayInWords(phone)).toBe('“07700 900123”, a phone number')
})
