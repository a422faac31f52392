import { qualificationInWords } from '#app/features/profiles/in-words.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import { DateField } from '../form/date-field.tsx'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { SummaryList } from '../govuk/summary-list.tsx'
import { shownIn, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

type Props = SectionProps<'qualifications'> & { here: string }

/** The tickets and qualifications there are, and one more; or one of them to be changed. */
export function QualificationsPage(props: Props) {
  const { section, here } = props
  if (section.changing) return <ChangeOne {...props} one={section.changing} />
  return (
    <>
      {section.rows.length > 0 && (
        <SummaryList
          rows={section.rows.map((row, index) => ({
            key: { text: `Number ${index + 1}` },
            value: {
              text: (
                <span className="tg-words">
                  {qualificationInWords(row)}
                  {row.place && `\nWhere you got it, for your eyes only: ${row.place}`}
                </span>
              ),
            },
            actions: {
              items: [
                {
                  href: `${here}?change=${row.id}`,
                  text: 'Change',
                  visuallyHiddenText: row.name,
                },
              ],
            },
          }))}
        />
      )}
      <h2 className="govuk-heading-m">Add {section.rows.length > 0 ? 'another' : 'one'}</h2>
      <Form>
        <input type="hidden" name="act" value="add" />
        <Fields {...props} />
        <SubmitButton>Add it</SubmitButton>
      </Form>
    </>
  )
}

type One = NonNullable<Props['section']['changing']>

function ChangeOne({ one, ...props }: Props & { one: One }) {
  return (
    <>
      <WhenStale
        refused={props.refused}
        rows={[{ name: 'Saved now', value: qualificationInWords(one) }]}
      />
      <Form>
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="id" value={one.id} />
        <VersionField saved={one.version} refused={props.refused} />
        <Fields {...props} one={one} />
        <SubmitButton>Save the change</SubmitButton>
      </Form>
      <Form>
        <input type="hidden" name="act" value="remove" />
        <input type="hidden" name="id" value={one.id} />
        <SubmitButton tone="secondary">Take it off the list</SubmitButton>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href={props.here}>
          Back to the others
        </a>
      </p>
    </>
  )
}

function Fields({ section, refused, one }: Props & { one?: One }) {
  const field = (
    name: 'name' | 'awardingBody' | 'level' | 'place',
    label: string,
    hint: string,
  ) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      autoComplete="off"
      error={refused?.errors[name]}
      defaultValue={shownIn(refused, name, one?.[name] ?? '')}
    />
  )
  const [year, month, day] = one?.gainedOn?.split('-') ?? []
  return (
    <>
      {field('name', 'Name', 'Like “Food hygiene”, “CSCS card” or “Fork lift ticket”')}
      {field(
        'awardingBody',
        'Who gave it',
        'Like “City & Guilds”. Leave it empty if you do not know',
      )}
      {field('level', 'Level', 'Like “Level 2”. Leave it empty if there is none')}
      <DateField
        name="gainedOn"
        legend="Day you got it"
        hint="Leave it empty if you do not know. For example, 27 3 2024"
        error={refused?.errors.gainedOn}
        defaultValue={refused ? typedDay(refused.values, 'gainedOn') : { day, month, year }}
      />
      {section.asksPlace &&
        field(
          'place',
          'Where you got it',
          'For your eyes only: no employer, no mentor and no CV ever says it. Leave it empty if you like',
        )}
    </>
  )
}
