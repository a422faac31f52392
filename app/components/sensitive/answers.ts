/** What a refused form says is wrong, and what was typed. */
export interface Answers {
  errors: Record<string, string[]>
  values: Record<string, string | string[]>
}
