import { startInWords } from '#app/features/profiles/in-words.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import { startWays } from '#app/features/profiles/vocabulary.ts'
import { DateField } from '../form/date-field.tsx'
import { Form } from '../form/form.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { shownIn, type Refused, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

/** When somebody could start: at any time, from a day on, or after a release. */
export function StartForm({ section, refused }: SectionProps<'start'>) {
  const { earliestStart, expectedRelease } = section
  const way = expectedRelease ? 'after_release' : earliestStart ? 'from_day' : 'any_time'
  return (
    <>
      <WhenStale
        refused={refused}
        rows={[
          {
            name: 'When you could start',
            value: startInWords(section),
          },
        ]}
      />
      <Form>
        <VersionField saved={section.version} refused={refused} />
        <RadioField
          name="way"
          legend="When could you start?"
          options={startWays}
          error={refused?.errors.way}
          defaultValue={shownIn(refused, 'way', way)}
        />
        <DateField
          name="earliestStart"
          legend="Earliest day you could start"
          hint="Only if you chose “From a day on”. For example, 31 3 2027"
          error={refused?.errors.earliestStart}
          defaultValue={dayIn(refused, 'earliestStart', earliestStart)}
        />
        <DateField
          name="expectedRelease"
          legend="Day you expect to be released"
          hint="Only if you chose “After I am released”. Your mentor and the office read it, and no employer ever does"
          error={refused?.errors.expectedRelease}
          defaultValue={dayIn(refused, 'expectedRelease', expectedRelease)}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}

function dayIn(refused: Refused | undefined, name: string, saved: string | null) {
  if (refused) return typedDay(refused.values, name)
  const [year, month, day] = saved?.split('-') ?? []
  return { day, month, year }
}
