import type { WordsSection } from '#app/features/profiles/sections.ts'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { shownIn, type SectionProps } from './section-props.ts'
import { VersionField, WhenStale } from './version-field.tsx'

const questions: Record<WordsSection, { label: string; hint: string; rows: number }> = {
  strengths: {
    label: 'What you are good at',
    hint: 'What would a friend say about you? You could start with “I am…”',
    rows: 6,
  },
  skills: {
    label: 'Your skills',
    hint: 'One on each line: tools you can use, languages, driving, cooking',
    rows: 8,
  },
  experience: {
    label: 'What you have done',
    hint: 'Paid or not. Leave out names and places that you want to keep to yourself',
    rows: 8,
  },
  statement: {
    label: 'What you want to say about yourself',
    hint: 'Up to 5,000 characters. It stays as you write it, and nobody changes it for you',
    rows: 14,
  },
}

/** One box for words. */
export function WordsForm({ section, refused }: SectionProps<WordsSection>) {
  const { label, hint, rows } = questions[section.name]
  return (
    <>
      <InsetText>
        Do not put a name in these words. Nobody outside reads them until there is a yes to one
        employer and one opening, and the mentor has agreed.
      </InsetText>
      <WhenStale refused={refused} rows={[{ name: label, value: section.body }]} />
      <Form>
        <VersionField saved={section.version} refused={refused} />
        <TextAreaField
          name="body"
          label={label}
          hint={hint}
          rows={rows}
          spellCheck
          error={refused?.errors.body}
          defaultValue={shownIn(refused, 'body', section.body)}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  )
}
