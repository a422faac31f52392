/** What a licence condition or order comes to, and nothing about what it is for. */
export const effectKinds = [
  { value: 'curfew', label: 'Must be at home at certain hours' },
  { value: 'area', label: 'Must keep out of an area' },
  { value: 'premises', label: 'Must keep away from a kind of place' },
  { value: 'no_under_18s', label: 'Must not work with people under 18' },
  { value: 'no_driving', label: 'Must not drive' },
  { value: 'no_internet', label: 'Must not use the internet' },
  { value: 'no_cash', label: 'Must not handle cash over an amount' },
  { value: 'appointment', label: 'Has to be somewhere at a set time each week' },
  { value: 'no_contact', label: 'Must have no contact with an employer or a place' },
] as const

export const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
] as const

export const premisesKinds = [
  { value: 'licensed', label: 'Places that sell alcohol' },
  { value: 'children', label: 'Schools, nurseries and playgrounds' },
  { value: 'gambling', label: 'Betting shops and casinos' },
  { value: 'care', label: 'Care homes and hospitals' },
  { value: 'shops', label: 'Shops and shopping centres' },
  { value: 'sports', label: 'Sports grounds and gyms' },
] as const

export const sources = [
  { value: 'licence', label: 'A licence condition' },
  { value: 'order', label: 'A court order' },
  { value: 'bail', label: 'A bail condition' },
  { value: 'agreed', label: 'Agreed with the person' },
  { value: 'other', label: 'Something else' },
] as const

const codes = <T extends readonly { value: string }[]>(list: T) =>
  list.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]

export const dayCodes = codes(days)
export const kindCodes = codes(effectKinds)
export const premisesCodes = codes(premisesKinds)
export const sourceCodes = codes(sources)

export type EffectKind = (typeof kindCodes)[number]
export type Day = (typeof dayCodes)[number]
