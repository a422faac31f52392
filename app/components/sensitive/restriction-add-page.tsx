import { effectKinds, type EffectKind } from '#app/features/restrictions/effects.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import type { Answers } from './answers.ts'
import { RestrictionFields } from './restriction-fields.tsx'

/** What the first step answers with: the kind is sent on by the form and is in no address. */
export interface ChosenKind {
  kind: EffectKind
  id: string
}

export interface RestrictionAddPageProps {
  person: { reference: string }
  /** The address of the person's page. */
  home: string
  /** Made with the page, so that a form sent twice is one restriction. */
  newId: string
  employers: readonly { value: string; label: string }[]
  answer: Answers | ChosenKind | undefined
}

/** Adds a restriction in two steps: its kind, then what is asked about that kind. */
export function RestrictionAddPage(props: RestrictionAddPageProps) {
  const { person, home, newId, employers, answer } = props
  const refused = answer && 'errors' in answer ? answer : undefined
  const chosen = secondStep(answer)
  return (
    <>
      <BackLink href={`${home}/restrictions`} />
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading title="Add a restriction" caption={person.reference} />
      <Form>
        <input type="hidden" name="id" value={chosen?.id ?? newId} />
        {chosen ? (
          <>
            <h2 className="govuk-heading-m">{labelOf(effectKinds, chosen.kind)}</h2>
            <input type="hidden" name="kind" value={chosen.kind} />
            <input type="hidden" name="version" value="0" />
            <RestrictionFields
              kind={chosen.kind}
              answers={refused ?? { errors: {}, values: {} }}
              employers={employers}
            />
            <SubmitButton>Add this restriction</SubmitButton>
          </>
        ) : (
          <>
            <RadioField
              name="kind"
              legend="What does it come to?"
              hint="One at a time. You can add another afterwards"
              options={effectKinds}
              error={refused?.errors.kind}
              defaultValue={String(refused?.values.kind ?? '')}
            />
            <SubmitButton>Continue</SubmitButton>
          </>
        )}
      </Form>
    </>
  )
}

/** The second form sends a version, the first does not. */
function secondStep(answer: Answers | ChosenKind | undefined): ChosenKind | null {
  if (!answer) return null
  if (!('errors' in answer)) return answer
  const { kind, id, version } = answer.values
  return version === undefined ? null : { kind: String(kind) as EffectKind, id: String(id) }
}
