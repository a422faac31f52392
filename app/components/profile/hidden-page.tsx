import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { Table } from '../govuk/table.tsx'
import type { SectionProps } from './section-props.ts'

/** The employers somebody hides from, and a search for one more. */
export function HiddenPage({ section, refused }: SectionProps<'hidden'>) {
  const { hidden, found, q } = section
  return (
    <>
      <p className="govuk-body">
        Nobody can put you forward to an employer you hide from, and it can never tell that you do.
        You still find its openings. What is under way with it already goes on, unless you take it
        back.
      </p>
      {hidden.length > 0 && (
        <Table
          isStacked
          caption="You hide from"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Employer' }, { text: 'Undo' }]}
          rows={hidden.map(({ employerId, name }) => {
            const shown = name ?? 'An employer that is not with us now'
            return [
              { text: shown },
              {
                text: (
                  <Form>
                    <input type="hidden" name="act" value="show" />
                    <input type="hidden" name="employerId" value={employerId} />
                    <SubmitButton tone="secondary">
                      Stop hiding<span className="govuk-visually-hidden"> from {shown}</span>
                    </SubmitButton>
                  </Form>
                ),
              },
            ]
          })}
        />
      )}
      <h2 className="govuk-heading-m">Hide from an employer</h2>
      <Form method="get">
        <TextField
          name="q"
          label="Name of the employer"
          hint="A part of the name is enough"
          autoComplete="off"
          defaultValue={q}
        />
        <SubmitButton tone="secondary">Find employers</SubmitButton>
      </Form>
      {found.length > 0 && (
        <Form>
          <input type="hidden" name="act" value="hide" />
          <RadioField
            name="employerId"
            legend="Which one?"
            options={found.map(({ id, name }) => ({ value: id, label: name }))}
            error={refused?.errors.employerId}
          />
          <SubmitButton>Hide me from this employer</SubmitButton>
        </Form>
      )}
      {q !== '' && found.length === 0 && (
        <p className="govuk-body">
          No employer with this in its name is here that you do not hide from already.
        </p>
      )}
    </>
  )
}
