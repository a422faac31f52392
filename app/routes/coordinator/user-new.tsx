import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckboxField } from '#app/components/form/checkbox-field.tsx'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { inviteColleague } from '#app/features/accounts/invite-colleague.server.ts'
import { inviteSchema } from '#app/features/accounts/invite-schema.ts'
import { listApprovedEmployers } from '#app/features/accounts/list-users.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { newLink } from '#app/http/session.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Invite somebody – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, listApprovedEmployers)
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, inviteSchema)
    await inviteColleague(ctx, input, newLink(args, '/reset-password'))
    return redirectDone(args, '/office/users', 'invited')
  })
}

const roles = [
  { value: 'mentor', label: 'Mentor', hint: 'Looks after people and approves introductions' },
  { value: 'employer', label: 'Employer', hint: 'Posts openings for one employer' },
  { value: 'board', label: 'Board member', hint: 'Sees counts, never a person' },
  { value: 'coordinator', label: 'Coordinator', hint: 'The office: checks, enrols and assigns' },
]

export default function Page() {
  const employers = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const typed = (name: string) => [refused?.values[name] ?? ''].flat()[0] ?? ''
  return (
    <>
      <BackLink href="/office/users">Users</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Invite somebody" />
      <p className="govuk-body">
        They get an e-mail with a link to choose a password. It works for three days. To add a
        person in a programme,{' '}
        <a className="govuk-link" href="/office/candidates/new">
          enrol them
        </a>{' '}
        instead.
      </p>
      <Form>
        <TextField name="name" label="Name" error={errors.name} defaultValue={typed('name')} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          spellCheck={false}
          error={errors.email}
          defaultValue={typed('email')}
        />
        <RadioField
          name="role"
          legend="What do they do?"
          options={roles}
          error={errors.role}
          defaultValue={typed('role')}
        />
        <SelectField
          name="employerId"
          label="Employer"
          hint="Only for somebody at an employer"
          emptyLabel="Choose an employer"
          options={employers.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors.employerId}
          defaultValue={typed('employerId')}
        />
        <TextField
          name="organisation"
          label="Organisation"
          hint="Only for a mentor"
          error={errors.organisation}
          defaultValue={typed('organisation')}
        />
        <TextField
          name="workPhone"
          label="Work phone"
          hint="Only for a mentor. Employers and candidates can ring it"
          type="tel"
          width={20}
          error={errors.workPhone}
          defaultValue={typed('workPhone')}
        />
        <CheckboxField
          name="isVolunteer"
          legend="For a mentor"
          options={[
            {
              value: 'yes',
              label: 'This mentor is a volunteer',
              hint: 'Candidates and employers read only the first name',
            },
          ]}
          defaultValue={[typed('isVolunteer')]}
        />
        <CheckboxField
          name="isSafeguardingLead"
          legend="For a mentor or a coordinator"
          options={[
            {
              value: 'yes',
              label: 'This person is a safeguarding lead',
              hint: 'Gives the second approval for people under 18',
            },
          ]}
          defaultValue={[typed('isSafeguardingLead')]}
        />
        <SubmitButton>Send the invitation</SubmitButton>
      </Form>
    </>
  )
}
