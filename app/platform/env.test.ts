import { expect, it } from 'vitest'
import { readSettings } from './env.server.ts'

const officeIn = (env: Record<string, string>) => readSettings(env, true).office

it('takes how to reach the office, or part of it, or nothing', () => {
  const both = { OFFICE_EMAIL: 'office@demo.example', OFFICE_PHONE: '+44 1632 960990' }
  expect(officeIn(both)).toEqual({ email: 'office@demo.example', phone: '+44 1632 960990' })
  expect(officeIn({ OFFICE_PHONE: '01632 960990' })).toEqual({ email: null, phone: '01632 960990' })
  expect(officeIn({ OFFICE_EMAIL: '' })).toEqual({ email: null, phone: null })
})

it.each([
  ['OFFICE_EMAIL', 'office'],
  ['OFFICE_PHONE', 'ask for Robin'],
  ['OFFICE_PHONE', '999'],
])('names the setting %s when it is wrong: %s', (name, value) => {
  expect(() => officeIn({ [name]: value })).toThrow(`The setting ${name} is wrong`)
})
