import { longDate } from '#app/platform/clock.ts'
import { Form } from '../form/form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import type { SectionProps } from './section-props.ts'

/** Pauses or resumes in one step, and says what that does and what it does not. */
export function PausePage({ section }: SectionProps<'pause'>) {
  const { pausedAt, version } = section
  return (
    <>
      {pausedAt && <InsetText>Paused since {longDate(pausedAt)}.</InsetText>}
      <h2 className="govuk-heading-m">What a pause does</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Nobody is put forward for a new opening, and nobody can say “I’m interested”.</li>
        <li>The mentor sees that there is a pause. No employer does.</li>
      </ul>
      <h2 className="govuk-heading-m">What it does not do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>It ends nothing that is under way. Each can be taken back by itself.</li>
        <li>It changes nothing in the profile, and costs nothing. It ends when you say so.</li>
      </ul>
      <Form>
        <input type="hidden" name="act" value={pausedAt ? 'resume' : 'pause'} />
        <input type="hidden" name="version" value={version} />
        <SubmitButton>{pausedAt ? 'End the pause' : 'Pause now'}</SubmitButton>
      </Form>
    </>
  )
}
