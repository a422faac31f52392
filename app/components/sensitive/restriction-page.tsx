import { effectKinds, sources } from '#app/features/restrictions/effects.ts'
import type { Effect } from '#app/features/restrictions/restriction-text.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { SavedElsewhere } from '../form/saved-elsewhere.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import type { Answers } from './answers.ts'
import { RestrictionFields } from './restriction-fields.tsx'

export interface RestrictionPageProps {
  restriction: {
    id: string
    candidateId: string
    version: number
    reviewOn: string
    effect: Effect
    source: string
    details: string
    words: string
  }
  employers: readonly { value: string; label: string }[]
  /** The address under which the pages of people are. */
  people: string
  refused: Answers | undefined
}

/** Writes one restriction anew; its kind stays. */
export function RestrictionPage({ restriction, employers, people, refused }: RestrictionPageProps) {
  const { id, effect, version } = restriction
  return (
    <>
      <BackLink href={`${people}/${restriction.candidateId}/read`} />
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading title="Change a restriction" caption={labelOf(effectKinds, effect.kind)} />
      {refused?.errors.version && (
        <SavedElsewhere
          rows={[
            { name: 'Restriction', value: restriction.words },
            { name: 'Where from', value: labelOf(sources, restriction.source) },
            { name: 'Anything else', value: restriction.details || 'Nothing' },
            { name: 'Look again', value: longDate(restriction.reviewOn) },
          ]}
        />
      )}
      <Form>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value={effect.kind} />
        <input type="hidden" name="version" value={version} />
        <RestrictionFields
          kind={effect.kind}
          answers={refused ?? { errors: {}, values: valuesOf(restriction) }}
          employers={employers}
        />
        <SubmitButton>Save this restriction</SubmitButton>
      </Form>
    </>
  )
}

/** What is saved, as it was typed. */
function valuesOf({ effect, source, details, reviewOn }: RestrictionPageProps['restriction']) {
  const [year = '', month = '', day = ''] = reviewOn.split('-')
  const outcodes =
    effect.kind === 'area'
      ? effect.outcodes.join(', ')
      : effect.kind === 'no_contact'
        ? (effect.outcode ?? '')
        : ''
  return {
    ...Object.fromEntries(
      Object.entries(effect).map(([name, value]) => [
        name,
        Array.isArray(value) ? value : String(value ?? ''),
      ]),
    ),
    outcodes,
    source,
    details,
    'reviewOn-day': day,
    'reviewOn-month': month,
    'reviewOn-year': year,
  }
}
