import { StatusTag } from '../layout/status-tag.tsx'

export interface FitNoteProps {
  isOpen: boolean
  /** Why it fits, or what is missing. */
  reasons: string[]
}

/** Tells a candidate whether an opening is open to them, and why. */
export function FitNote({ isOpen, reasons }: FitNoteProps) {
  return (
    <p className="tg-card__note">
      <StatusTag
        label={isOpen ? 'Open to you' : 'Not open to you yet'}
        tone={isOpen ? 'good' : 'neutral'}
      />{' '}
      {reasons.join('. ')}.
    </p>
  )
}
