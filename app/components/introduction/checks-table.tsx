import type { Check, CheckResult } from '#app/features/introductions/checks.ts'
import { checkLabels } from '#app/features/introductions/checks.ts'
import { Table } from '../govuk/table.tsx'
import { StatusTag } from '../layout/status-tag.tsx'
import type { StatusTone } from '../layout/status-tag.tsx'

const tones: Record<CheckResult, StatusTone> = {
  met: 'good',
  not_met: 'problem',
  warn: 'waiting',
  ask: 'waiting',
  unknown: 'waiting',
  not_checked: 'neutral',
}

export interface ChecksTableProps {
  checks: readonly Check[]
}

/** Every check with its result and the facts it came from. */
export function ChecksTable({ checks }: ChecksTableProps) {
  return (
    <Table
      isStacked
      caption="Checks"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Check' }, { text: 'Result' }, { text: 'Why' }]}
      firstCellIsHeader
      rows={checks.map(({ name, result, because }) => [
        { text: name },
        { text: <StatusTag label={checkLabels[result]} tone={tones[result]} /> },
        { text: because },
      ])}
    />
  )
}
