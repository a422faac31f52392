/** What a partner organisation is. */
export const organisationKinds = [
  { value: 'public_body', label: 'Public body' },
  { value: 'charity', label: 'Charity' },
  { value: 'prison', label: 'Prison' },
  { value: 'school', label: 'School or college' },
  { value: 'health', label: 'Health' },
  { value: 'faith_group', label: 'Faith group' },
  { value: 'other', label: 'Something else' },
] as const
