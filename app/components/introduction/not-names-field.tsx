import { CheckboxField } from '../form/checkbox-field.tsx'
import type { FieldError } from '../form/field-error.ts'

export interface NotNamesFieldProps {
  /** Words of the text that look like the person's name. */
  words: readonly { word: string; text: string }[]
  /** Whose name it would be: "your" or "their". */
  whose: 'your' | 'their'
  error?: FieldError
  defaultValue?: readonly string[]
}

/** Asks, for each word that looks like the name, whether it is one; nothing where none does. */
export function NotNamesField({ words, whose, error, defaultValue }: NotNamesFieldProps) {
  if (words.length === 0) return null
  return (
    <CheckboxField
      name="notNames"
      legend={`The words hold what looks like part of ${whose} name`}
      hint="The employer is not to know the name yet. Tick only what means something else."
      options={words.map(({ word, text }) => ({
        value: word,
        label: `“${text}” is not meant as ${whose} name here`,
      }))}
      error={error}
      defaultValue={defaultValue}
    />
  )
}
