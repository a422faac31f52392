import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PersonFields } from '#app/components/candidate/person-fields.tsx'
import { CheckboxField } from '#app/components/form/checkbox-field.tsx'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { Details } from '#app/components/govuk/details.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { enrolCandidate } from '#app/features/candidates/commands.server.ts'
import { enrolSchema } from '#app/features/candidates/schema.ts'
import { listMentors } from '#app/features/mentors/queries.server.ts'
import { listOpenProgrammes } from '#app/features/programmes/queries.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { keyOf, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { once } from '#app/platform/once.server.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Enrol a person in a programme – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => ({
    programmes: await listOpenProgrammes(ctx),
    mentors: await listMentors(ctx),
    formKey: randomUUID(),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, enrolSchema)
    const id = await once(ctx, keyOf(form), () => enrolCandidate(ctx, input))
    return redirectDone(args, `/office/candidates/${id}`, 'enrolled')
  })
}

export default function Page() {
  const { programmes, mentors, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const typed = (name: string) => [refused?.values[name] ?? ''].flat()[0] ?? ''
  return (
    <>
      <BackLink href="/office/candidates">Candidates</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Enrol a person in a programme" />
      <Form idempotencyKey={formKey}>
        <PersonFields
          errors={errors}
          valueOf={typed}
          dateOfBirth={typedDay(refused?.values, 'dateOfBirth')}
          emailHint="They sign in with a link sent to it. Without one the mentor keeps them up to date"
          licenceHint="Then the supervising officer approves each introduction too"
        />
        <SelectField
          name="programmeId"
          label="Programme"
          emptyLabel="Choose a programme"
          hint="Those that run today"
          options={programmes.map(({ id, title }) => ({ value: id, label: title }))}
          error={errors.programmeId}
          defaultValue={typed('programmeId')}
        />
        <DateField
          name="referredOn"
          legend="Day they were referred, if it was earlier than today"
          hint="Some programmes ask how old somebody was on that day"
          error={errors.referredOn}
          defaultValue={typedDay(refused?.values, 'referredOn')}
        />
        <RulesToConfirm
          programmes={programmes}
          error={errors.rulesConfirmed}
          isConfirmed={typed('rulesConfirmed') === 'yes'}
        />
        <SelectField
          name="mentorUserId"
          label="Mentor"
          hint="You can choose one later"
          emptyLabel="Nobody yet"
          options={mentors.map(({ userId, name, organisation, people }) => ({
            value: userId,
            label: `${name}, ${organisation} (looks after ${people})`,
          }))}
          error={errors.mentorUserId}
          defaultValue={typed('mentorUserId')}
        />
        <SubmitButton>Enrol this person</SubmitButton>
      </Form>
    </>
  )
}

interface RulesToConfirmProps {
  programmes: { id: string; title: string; rules: string[] }[]
  error?: string[]
  isConfirmed: boolean
}

/** The rules that nothing about the person is kept for: somebody asks, and says that they did. */
function RulesToConfirm({ programmes, error, isConfirmed }: RulesToConfirmProps) {
  const asking = programmes.filter(({ rules }) => rules.length > 0)
  if (asking.length === 0) return null
  return (
    <>
      <Details summaryText="Rules to make sure of">
        <ul className="govuk-list govuk-list--bullet">
          {asking.map(({ id, title, rules }) => (
            <li key={id}>
              {title}: {rules.join('; ')}
            </li>
          ))}
        </ul>
      </Details>
      <CheckboxField
        name="rulesConfirmed"
        legend="Does the programme have rules to make sure of?"
        hint="The answers are not kept, only that you asked"
        options={[{ value: 'yes', label: 'I have made sure that they meet them' }]}
        error={error}
        defaultValue={isConfirmed ? ['yes'] : []}
      />
    </>
  )
}
