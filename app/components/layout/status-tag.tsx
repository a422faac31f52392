import { Tag } from '../govuk/tag.tsx'

export type StatusTone = 'neutral' | 'info' | 'good' | 'waiting' | 'problem'

const toneClasses: Record<StatusTone, string> = {
  neutral: 'govuk-tag--grey',
  info: 'govuk-tag--turquoise',
  good: 'govuk-tag--green',
  waiting: 'govuk-tag--yellow',
  problem: 'govuk-tag--red',
}

export interface StatusTagProps {
  label: string
  tone: StatusTone
}

/** Where something stands. The label says it; the tone only repeats it. */
export function StatusTag({ label, tone }: StatusTagProps) {
  return <Tag classes={toneClasses[tone]}>{label}</Tag>
}
