/** Whether there are restrictions: three answers, and the last one is not the first. */
export const statuses = [
  { value: 'none', label: 'None' },
  { value: 'some', label: 'Some' },
  { value: 'not_checked', label: 'Not checked' },
] as const

export type RestrictionStatus = (typeof statuses)[number]['value']
