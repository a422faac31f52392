import type { ReactNode } from 'react'
import type { FieldsetOptions } from '../govuk/types.ts'

/** The fieldset of a question, whose legend may be the page's heading. */
export function fieldsetFor(legend: ReactNode, isPageHeading?: boolean): FieldsetOptions {
  const size = isPageHeading ? 'l' : 's'
  return { legend: { text: legend, isPageHeading, classes: `govuk-fieldset__legend--${size}` } }
}

/** A choice of a radio or checkbox field. */
export interface FieldChoice {
  value: string
  label: ReactNode
  hint?: ReactNode
}

/** Choices as the items that the design system's components take. */
export function choiceItems(choices: readonly FieldChoice[]) {
  return choices.map(({ value, label, hint }) => ({
    value,
    text: label,
    hint: hint ? { text: hint } : undefined,
  }))
}
