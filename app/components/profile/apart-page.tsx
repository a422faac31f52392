import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { Table } from '../govuk/table.tsx'
import { shownIn, type SectionProps } from './section-props.ts'

/** People and places to be kept apart from. Nobody is asked why. */
export function ApartPage({ section, refused }: SectionProps<'apart'>) {
  const { rows } = section
  return (
    <>
      <p className="govuk-body">
        Is there a person you must not meet, or a place you must not go to? Write it here. You do
        not have to say why. Only your mentor and the office read it, and no employer ever does.
      </p>
      {rows.length > 0 && (
        <Table
          isStacked
          caption="To be kept apart from"
          captionClasses="govuk-table__caption--m"
          head={[{ text: 'Person or place' }, { text: 'Change' }]}
          rows={rows.map(({ id, who }) => [
            { text: <span className="tg-words">{who}</span> },
            {
              text: (
                <Form>
                  <input type="hidden" name="act" value="remove" />
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton tone="secondary">
                    Take off<span className="govuk-visually-hidden"> {who}</span>
                  </SubmitButton>
                </Form>
              ),
            },
          ])}
        />
      )}
      <Form>
        <input type="hidden" name="act" value="add" />
        <TextField
          name="who"
          label="Name of the person or place"
          hint="Like a full name, a street, a town or a shop"
          autoComplete="off"
          error={refused?.errors.who}
          defaultValue={shownIn(refused, 'who', '')}
        />
        <SubmitButton>Add it</SubmitButton>
      </Form>
    </>
  )
}
