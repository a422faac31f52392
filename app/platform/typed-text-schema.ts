/**
 * How long a text may be, for `refine`: counted in characters as people see them in most scripts,
 * so that an emoji is not two.
 */
export const atMost = (most: number, name: string) =>
  [
    (text: string) => [...text].length <= most,
    `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`,
  ] as const
