import {
  days,
  premisesKinds,
  sources,
  type EffectKind,
} from '#app/features/restrictions/effects.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Answers } from './answers.ts'

export interface RestrictionFieldsProps {
  kind: EffectKind
  answers: Answers
  employers: readonly { value: string; label: string }[]
}

/** What is asked about a restriction of one kind, and about every restriction. */
export function RestrictionFields({ kind, answers, employers }: RestrictionFieldsProps) {
  const { errors, values } = answers
  const field = (name: string) => ({
    name,
    error: errors[name],
    defaultValue: [values[name] ?? ''].flat()[0],
  })
  return (
    <>
      {(kind === 'curfew' || kind === 'appointment') && (
        <>
          <CheckboxField
            name="days"
            legend="On which days?"
            options={days}
            small
            error={errors.days}
            defaultValue={[values.days ?? []].flat()}
          />
          <TextField {...field('from')} label="From" hint="Such as 19:00" width={5} />
          <TextField
            {...field('to')}
            label="Until"
            hint="Such as 07:00, if need be of the next morning"
            width={5}
          />
        </>
      )}
      {kind === 'curfew' && (
        <TextField
          {...field('travelMinutes')}
          label="How long is the way to work, at most?"
          width={4}
          inputMode="numeric"
          suffix="minutes"
        />
      )}
      {kind === 'area' && (
        <TextField
          {...field('outcodes')}
          label="Which areas?"
          hint="The first parts of postcodes, such as NR1, NR2"
        />
      )}
      {kind === 'premises' && (
        <SelectField
          {...field('premises')}
          label="Which kind of place?"
          emptyLabel="Choose a kind of place"
          options={premisesKinds}
        />
      )}
      {kind === 'no_cash' && (
        <TextField
          {...field('pounds')}
          label="How much cash at most?"
          hint="0 for none at all"
          width={5}
          inputMode="numeric"
          prefix="£"
        />
      )}
      {kind === 'no_contact' && (
        <>
          <SelectField
            {...field('employerId')}
            label="Which employer?"
            emptyLabel="None of these"
            options={employers}
          />
          <TextField
            {...field('outcodes')}
            label="Or which place?"
            hint="The first part of a postcode, such as NR1"
            width={5}
          />
        </>
      )}
      <RadioField
        name="source"
        legend="Where does it come from?"
        options={sources}
        small
        error={errors.source}
        defaultValue={String(values.source ?? '')}
      />
      <TextAreaField
        {...field('details')}
        label="Anything else that those who work with the person need to know"
        hint="Do not write what it is for. The person does not read this part; the office may"
        rows={3}
        spellCheck
      />
      <DateField
        name="reviewOn"
        legend="When is it to be looked at again?"
        hint="For example, 5 3 2027"
        error={errors.reviewOn}
        defaultValue={typedDay(values, 'reviewOn')}
      />
    </>
  )
}
