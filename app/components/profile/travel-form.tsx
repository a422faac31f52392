import { travelInWords } from '#app/features/profiles/in-words.ts'
import { travelModes } from '#app/features/profiles/vocabulary.ts'
import { timeInWords } from '#app/platform/typed-time.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { shownIn, tickedIn, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

/** How somebody gets about, and how early and late. */
export function TravelForm({ section, refused, base }: SectionProps<'travel'> & { base: string }) {
  const errors = refused?.errors ?? {}
  const time = (saved: string | null) => (saved === null ? '' : timeInWords(saved))
  return (
    <>
      <p className="govuk-body">Only your mentor and the office read this.</p>
      <WhenStale
        refused={refused}
        rows={[{ name: 'Getting there', value: travelInWords(section).join('; ') || 'Not said' }]}
      />
      <Form>
        <VersionField saved={section.version} refused={refused} />
        <CheckboxField
          name="modes"
          legend="How can you get to work?"
          hint="Choose all that you can use"
          options={travelModes}
          error={errors.modes}
          defaultValue={tickedIn(refused, 'modes', section.modes)}
        />
        <TextField
          name="maxMinutes"
          label="How long may the way take?"
          hint="Leave it empty if miles say it better"
          suffix="minutes"
          inputMode="numeric"
          width={3}
          error={errors.maxMinutes}
          defaultValue={shownIn(refused, 'maxMinutes', String(section.maxMinutes ?? ''))}
        />
        <p className="govuk-body">
          In miles you said: up to {section.reachMiles}.{' '}
          <a className="govuk-link" href={`${base}/wishes`}>
            Change the miles
          </a>
        </p>
        <TextField
          name="earliestLeave"
          label="What is the earliest you can leave home?"
          hint="Like 7am. Leave it empty if it does not matter"
          width={10}
          autoComplete="off"
          error={errors.earliestLeave}
          defaultValue={shownIn(refused, 'earliestLeave', time(section.earliestLeave))}
        />
        <TextField
          name="latestHome"
          label="What is the latest you have to be home?"
          hint="Like 6:30pm. Leave it empty if it does not matter"
          width={10}
          autoComplete="off"
          error={errors.latestHome}
          defaultValue={shownIn(refused, 'latestHome', time(section.latestHome))}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}
