import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import type { Choice } from '#app/features/opportunities/vocabulary.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextField } from '../form/text-field.tsx'
import { shownIn, tickedIn, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

/** What somebody wants. */
export function WishesForm({ section, refused }: SectionProps<'wishes'>) {
  const errors = refused?.errors ?? {}
  return (
    <>
      <WhenStale
        refused={refused}
        rows={[
          { name: 'What you would like', value: labels(kinds, section.kinds) },
          { name: 'Kind of work', value: labels(sectors, section.sectors) },
          { name: 'Hours', value: labels(hours, section.hours) },
          { name: 'Postcode area', value: section.outcode },
          { name: 'How far', value: `${section.reachMiles} miles` },
        ]}
      />
      <Form>
        <VersionField saved={section.version} refused={refused} />
        <CheckboxField
          name="kinds"
          legend="What would you like?"
          hint="Choose all that you would like to hear about"
          options={kinds}
          error={errors.kinds}
          defaultValue={tickedIn(refused, 'kinds', section.kinds)}
        />
        <CheckboxField
          name="sectors"
          legend="What kind of work?"
          options={sectors}
          error={errors.sectors}
          defaultValue={tickedIn(refused, 'sectors', section.sectors)}
          small
        />
        <CheckboxField
          name="hours"
          legend="Which hours?"
          options={hours}
          error={errors.hours}
          defaultValue={tickedIn(refused, 'hours', section.hours)}
          small
        />
        <TextField
          name="outcode"
          label="First part of your postcode"
          hint="Like NR1. We never ask for more than this part"
          width={10}
          autoComplete="off"
          error={errors.outcode}
          defaultValue={shownIn(refused, 'outcode', section.outcode)}
        />
        <TextField
          name="reachMiles"
          label="How far can you travel?"
          suffix="miles"
          inputMode="numeric"
          width={3}
          error={errors.reachMiles}
          defaultValue={shownIn(refused, 'reachMiles', String(section.reachMiles))}
        />
        <SubmitButton>Save what I want</SubmitButton>
      </Form>
    </>
  )
}

const labels = (choices: readonly Choice[], chosen: string[]) =>
  chosen.map((value) => labelOf(choices, value)).join(', ') || 'Nothing chosen'
