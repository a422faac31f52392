import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { SummaryList } from '#app/components/govuk/summary-list.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { userById } from '#app/features/accounts/list-users.server.ts'
import {
  restartReasons,
  restartSchema,
  stopReasons,
  stopSchema,
} from '#app/features/accounts/stop-schema.ts'
import { restartAccount, stopAccount } from '#app/features/accounts/stop.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { rolesInWords } from '#app/http/nav.ts'
import { act, read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'An account – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const user = await userById(ctx, args.params.id ?? '')
    return { ...user, isSelf: user.id === ctx.actor.userId }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id: userId, disabledAt } = await userById(ctx, args.params.id ?? '')
    if (disabledAt) await restartAccount(ctx, { userId, ...parseForm(form, restartSchema) })
    else await stopAccount(ctx, { userId, ...parseForm(form, stopSchema) })
    const done = disabledAt ? 'restarted' : 'stopped'
    return redirectDone(args, `/office/users/${userId}`, done)
  })
}

export default function Page() {
  const { name, email, roles, disabledAt, isSelf } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <BackLink href="/office/users">Users</BackLink>
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading title={name} caption="An account" />
      <SummaryList
        rows={[
          { key: { text: 'E-mail' }, value: { text: email } },
          { key: { text: 'Acts as' }, value: { text: rolesInWords(roles) } },
          {
            key: { text: 'Account' },
            value: { text: disabledAt ? `Stopped on ${longDate(disabledAt)}` : 'In use' },
          },
        ]}
      />
      {!isSelf && <StopOrRestart errors={refused?.errors} />}
    </>
  )
}

function StopOrRestart({ errors }: { errors?: Record<string, string[]> | undefined }) {
  const { disabledAt, version } = useLoaderData<typeof loader>()
  return (
    <>
      <h2 className="govuk-heading-m">
        {disabledAt ? 'Let this account be used again' : 'Stop this account'}
      </h2>
      <p className="govuk-body">
        {disabledAt
          ? 'The person signs in as before, in the roles they had.'
          : 'The person is signed out at once and cannot sign in. What they have done stays on record. A mentor’s people stay on their caseload until you assign somebody else.'}
      </p>
      <Form>
        <input type="hidden" name="version" value={version} />
        <RadioField
          name="reason"
          legend="Why?"
          options={disabledAt ? restartReasons : stopReasons}
          error={errors?.reason}
        />
        <SubmitButton tone={disabledAt ? 'primary' : 'warning'}>
          {disabledAt ? 'Let it be used again' : 'Stop this account'}
        </SubmitButton>
      </Form>
    </>
  )
}
