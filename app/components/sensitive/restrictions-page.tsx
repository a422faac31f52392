import { statuses, type RestrictionStatus } from '#app/features/restrictions/status.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SavedElsewhere } from '../form/saved-elsewhere.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import type { Answers } from './answers.ts'

export interface RestrictionsPageProps {
  person: { reference: string }
  /** The address of the person's page. */
  home: string
  saved: { status: RestrictionStatus; version: number }
  refused: Answers | undefined
}

const hints: Record<RestrictionStatus, string> = {
  none: 'Somebody has looked, and there are none',
  some: 'Somebody has looked, and there are some',
  not_checked: 'Nobody has looked yet, or it is time to look again',
}

/** Says whether there are restrictions, and leads to those on record. */
export function RestrictionsPage({ person, home, saved, refused }: RestrictionsPageProps) {
  const { errors } = refused ?? {}
  return (
    <>
      <BackLink href={home} />
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Restrictions" caption={person.reference} />
      <p className="govuk-body">
        A restriction is what a licence condition or an order comes to: when, where, what not. Never
        write down what it is for. Employers are told nothing of it.
      </p>
      {errors?.version && (
        <SavedElsewhere rows={[{ name: 'Restrictions', value: labelOf(statuses, saved.status) }]} />
      )}
      <Form>
        <input type="hidden" name="version" value={saved.version} />
        <RadioField
          name="status"
          legend="Are there restrictions?"
          options={statuses.map(({ value, label }) => ({ value, label, hint: hints[value] }))}
          error={errors?.status}
          defaultValue={refused ? String(refused.values.status ?? '') : saved.status}
        />
        <SubmitButton>Save this answer</SubmitButton>
      </Form>
      <h2 className="govuk-heading-m">What is on record</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`${home}/restrictions/add`}>
          Add a restriction
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`${home}/read`}>
          Read those on record
        </a>
        , to change or end one. You give your reason and your password first.
      </p>
    </>
  )
}
