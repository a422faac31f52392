/** What stands above each part of a profile in the words an employer reads. */
export const wordHeadings = {
  strengths: 'What I am good at',
  skills: 'My skills',
  qualifications: 'Tickets and qualifications',
  experience: 'What I have done',
  statement: 'In my own words',
  week: 'When I can work',
  start: 'When I could start',
} as const
