/** What stands above each answer of a profile in the words an employer reads. */
export const wordHeadings = {
  strengths: 'What I am good at',
  skills: 'Skills and tickets',
  experience: 'What I have done',
} as const
