import type { ReactNode } from 'react'
import { Button } from '../govuk/button.tsx'

export interface SubmitButtonProps {
  /** Names the outcome: "Approve introduction". */
  children: ReactNode
  /** Sent when this button is the one pressed. */
  name?: string
  value?: string
  tone?: 'primary' | 'secondary' | 'warning'
}

/** Sends the form. */
export function SubmitButton({ children, name, value, tone = 'primary' }: SubmitButtonProps) {
  return (
    <Button
      name={name}
      value={value}
      preventDoubleClick
      classes={tone === 'primary' ? undefined : `govuk-button--${tone}`}
    >
      {children}
    </Button>
  )
}
