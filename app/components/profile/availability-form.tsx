import { weekInWords } from '#app/features/profiles/in-words.ts'
import { hourLimits, weekdays } from '#app/features/profiles/vocabulary.ts'
import { timeInWords } from '#app/platform/typed-time.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { Fieldset } from '../govuk/fieldset.tsx'
import { shownIn, tickedIn, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

/** A row for each day of the week, and what limits the hours. */
export function AvailabilityForm({ section, refused }: SectionProps<'availability'>) {
  const limits = [
    ...(section.isSchoolHours ? ['school_hours'] : []),
    ...(section.isTermTimeOnly ? ['term_time'] : []),
  ]
  const childcare = section.needsChildcare === null ? '' : section.needsChildcare ? 'yes' : 'no'
  const box = (name: string, label: string, saved: string | undefined) => (
    <TextField
      name={name}
      label={label}
      width={10}
      autoComplete="off"
      error={refused?.errors[name]}
      defaultValue={shownIn(refused, name, saved ? timeInWords(saved) : '')}
    />
  )
  return (
    <>
      <p className="govuk-body">
        Write times like 9am or 5:30pm. Leave a day empty if you cannot work on it. To work through
        the night, write the time you stop the next morning.
      </p>
      <WhenStale
        refused={refused}
        rows={[
          { name: 'When', value: weekInWords(section).join('; ') || 'Not said' },
          { name: 'Childcare needed', value: childcare || 'Not said' },
        ]}
      />
      <Form>
        <VersionField saved={section.version} refused={refused} />
        {weekdays.map(({ number, name }) => {
          const day = section.days.find(({ weekday }) => weekday === number)
          return (
            <Fieldset
              key={number}
              legend={{ text: name, classes: 'govuk-fieldset__legend--s' }}
              classes="tg-day"
            >
              {box(`from-${number}`, 'From', day?.fromTime)}
              {box(`until-${number}`, 'To', day?.untilTime)}
            </Fieldset>
          )
        })}
        <CheckboxField
          name="limits"
          legend="Does one of these go for you?"
          options={hourLimits}
          error={refused?.errors.limits}
          defaultValue={tickedIn(refused, 'limits', limits)}
        />
        <RadioField
          name="needsChildcare"
          legend="Do you need childcare to work?"
          hint="Only your mentor and the office read this"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: '', label: 'I would rather not say' },
          ]}
          error={refused?.errors.needsChildcare}
          defaultValue={shownIn(refused, 'needsChildcare', childcare)}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}
