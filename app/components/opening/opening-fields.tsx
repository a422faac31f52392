import { Fieldset } from '../govuk/fieldset.tsx'
import type { ReactNode } from 'react'
import type { Field } from '#app/features/opportunities/fields.ts'

export interface OpeningFieldsProps {
  fields: readonly Field[]
  /** Shown whatever is chosen: something in them is wrong. */
  isWrong: boolean
  draw: (field: Field) => ReactNode
}

/**
 * The questions of a page. Those asked only beside one answer stand together under its words, and
 * where the browser can tell, only while that answer is chosen.
 */
export function OpeningFields({ fields, isWrong, draw }: OpeningFieldsProps) {
  return groupsOf(fields).map((group) => {
    const [first] = group
    if (!first?.onlyIf) return group.map(draw)
    const { name, words } = first.onlyIf
    return (
      <Fieldset
        key={first.name}
        legend={{ text: words, classes: 'govuk-fieldset__legend--s' }}
        classes={isWrong ? undefined : `tg-only-if tg-only-if--${name}`}
      >
        {group.map(draw)}
      </Fieldset>
    )
  })
}

function groupsOf(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const isSame = last?.[0]?.onlyIf?.name === field.onlyIf?.name
    if (last && field.onlyIf && isSame) last.push(field)
    else groups.push([field])
  }
  return groups
}
