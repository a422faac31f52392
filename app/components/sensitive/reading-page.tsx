import { readingKinds, type ReadingKind } from '#app/features/sensitive/kinds.ts'
import { londonTime, longDate } from '#app/platform/clock.ts'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { SummaryList } from '../govuk/summary-list.tsx'
import { ExactWords } from '../introduction/exact-words.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import type { Answers } from './answers.ts'

interface Restriction {
  id: string
  effect: string
  source: string
  details: string
  reviewOn: string
}

type Opened<T> = { closesAt: Date; texts: T } | null

export interface ReadingPageProps {
  person: { reference: string; kinds: readonly ReadingKind[]; isLead: boolean }
  restrictions: Opened<readonly Restriction[]>
  statement: Opened<{ words: string; writtenAt: Date } | null>
  safeguarding: Opened<readonly { id: string; note: string; writtenAt: Date }[]>
  asksPassword: boolean
  /** The address of the person's page. */
  home: string
  /** The address under which restrictions are changed. */
  changes: string
  refused: Answers | undefined
}

/** Shows what is open, and asks for a reason before more is opened. */
export function ReadingPage({ person, home, refused, ...props }: ReadingPageProps) {
  const { errors, values } = refused ?? { errors: {}, values: {} }
  const field = (name: string) => ({
    name,
    error: errors[name],
    defaultValue: String(values[name] ?? ''),
  })
  return (
    <>
      <BackLink href={home} />
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Read what is kept private" caption={person.reference} />
      <OpenTexts {...props} />
      <InsetText>
        Say why you need it. It is then open to you for ten minutes. Each time a page shows it, that
        is written down with your reason, and the person can see that you read it.
      </InsetText>
      <Form>
        <RadioField
          name="kind"
          legend="What do you need to read?"
          options={readingKinds.filter(({ value }) => person.kinds.includes(value))}
          error={errors.kind}
          defaultValue={String(values.kind ?? '')}
        />
        <TextField
          {...field('reason')}
          label="Why do you need to read it?"
          hint="Such as “To judge whether Saturdays are possible”. Write nothing private here"
        />
        {person.isLead && (
          <TextField
            {...field('heldBackBecause')}
            label="If the person must not see that you read a safeguarding note, why?"
            hint="Leave it empty otherwise"
          />
        )}
        {props.asksPassword ? (
          <TextField
            name="password"
            label="Your password"
            type="password"
            autoComplete="current-password"
            error={errors.password}
          />
        ) : (
          <p className="govuk-body">
            Everybody else gives their password again here. Invented people have none.
          </p>
        )}
        <SubmitButton>Open it for ten minutes</SubmitButton>
      </Form>
    </>
  )
}

type OpenTextsProps = Pick<
  ReadingPageProps,
  'restrictions' | 'statement' | 'safeguarding' | 'changes'
>

function OpenTexts({ restrictions, statement, safeguarding, changes }: OpenTextsProps) {
  return (
    <>
      {restrictions && (
        <section aria-labelledby="restrictions">
          <Heading id="restrictions" title="Restrictions" closesAt={restrictions.closesAt} />
          {restrictions.texts.length === 0 && <Nothing />}
          {restrictions.texts.map((one, index) => (
            <SummaryList
              key={one.id}
              card={{
                title: { text: `Restriction ${index + 1}`, headingLevel: 3 },
                actions: {
                  items: [
                    { href: `${changes}/${one.id}`, text: 'Change' },
                    { href: `${changes}/${one.id}/end`, text: 'End' },
                  ],
                },
              }}
              rows={[
                row('What', one.effect),
                row('Where from', one.source),
                row('Anything else', one.details || 'Nothing'),
                row('Look again', longDate(one.reviewOn)),
              ]}
            />
          ))}
        </section>
      )}
      {statement && (
        <section aria-labelledby="statement">
          <Heading
            id="statement"
            title="Their own words about the past"
            closesAt={statement.closesAt}
          />
          {statement.texts ? <ExactWords body={statement.texts.words} /> : <Nothing />}
        </section>
      )}
      {safeguarding && (
        <section aria-labelledby="safeguarding">
          <Heading id="safeguarding" title="Safeguarding notes" closesAt={safeguarding.closesAt} />
          {safeguarding.texts.length === 0 && <Nothing />}
          {safeguarding.texts.map(({ id, note, writtenAt }) => (
            <div key={id}>
              <p className="govuk-body govuk-!-font-weight-bold">{longDate(writtenAt)}</p>
              <ExactWords body={note} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function Heading({ id, title, closesAt }: { id: string; title: string; closesAt: Date }) {
  return (
    <>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      <p className="govuk-body">Open to you until {londonTime(closesAt)}.</p>
    </>
  )
}

const Nothing = () => <p className="govuk-body">There is nothing here for you to read.</p>

const row = (name: string, value: string) => ({ key: { text: name }, value: { text: value } })
