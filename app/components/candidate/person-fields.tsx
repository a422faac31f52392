import { DateField } from '../form/date-field.tsx'
import { RadioField } from '../form/radio-field.tsx'
import { TextField } from '../form/text-field.tsx'
import type { typedDay } from '#app/platform/typed-day.ts'

export interface PersonFieldsProps {
  errors: Record<string, string[] | undefined>
  /** What stands in a field: what was typed, or else what is saved. */
  valueOf: (name: 'fullName' | 'email' | 'phone' | 'outcode' | 'onLicence') => string
  dateOfBirth: Partial<ReturnType<typeof typedDay>>
  /** What comes of the address, and of being on licence, on this page. */
  emailHint: string
  licenceHint: string
}

/** What the office asks and keeps of a person, whether they are new or are corrected. */
export function PersonFields({
  errors,
  valueOf,
  dateOfBirth,
  emailHint,
  licenceHint,
}: PersonFieldsProps) {
  return (
    <>
      <TextField
        name="fullName"
        label="Full name"
        autoComplete="off"
        spellCheck={false}
        error={errors.fullName}
        defaultValue={valueOf('fullName')}
      />
      <TextField
        name="email"
        label="E-mail address, if they have one"
        hint={emailHint}
        type="email"
        autoComplete="off"
        spellCheck={false}
        error={errors.email}
        defaultValue={valueOf('email')}
      />
      <TextField
        name="phone"
        label="Phone, if they have one"
        type="tel"
        width={20}
        autoComplete="off"
        error={errors.phone}
        defaultValue={valueOf('phone')}
      />
      <DateField
        name="dateOfBirth"
        legend="Date of birth"
        hint="For example, 27 3 1992"
        error={errors.dateOfBirth}
        defaultValue={dateOfBirth}
      />
      <TextField
        name="outcode"
        label="First part of the postcode"
        hint="Like NR1. The rest is not kept"
        width={10}
        autoComplete="off"
        error={errors.outcode}
        defaultValue={valueOf('outcode')}
      />
      <RadioField
        name="onLicence"
        legend="Is the person on licence?"
        hint={licenceHint}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        inline
        error={errors.onLicence}
        defaultValue={valueOf('onLicence')}
      />
    </>
  )
}
