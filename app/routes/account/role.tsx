import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { listOwnRoles } from '#app/features/accounts/queries.server.ts'
import { roleChoice } from '#app/features/accounts/schema.ts'
import { changeRole, isHeldToCandidate } from '#app/features/accounts/sign-in.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { homeOf } from '#app/http/home-of.ts'
import { roleName } from '#app/http/nav.ts'
import { act, read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { beginSession, sessionHashOf } from '#app/http/session.server.ts'

export const handle = { access: 'signed-in' } satisfies RouteHandle

export const meta = () => [{ title: 'What do you want to do now? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const { settings } = servicesOf(args.context)
    const idHash = sessionHashOf(args.request, settings)
    return { roles: await listOwnRoles(ctx), isHeld: await isHeldToCandidate(ctx, idHash) }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { grantId } = parseForm(form, roleChoice)
    const session = beginSession(args)
    const role = await changeRole(ctx, { ...session.ids, grantId })
    return redirect(homeOf(role), session.init)
  })
}

export default function Page() {
  const { roles, isHeld } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      <Form>
        <RadioField
          name="grantId"
          legend="What do you want to do now?"
          isPageHeading
          error={refusal?.errors.grantId}
          options={roles.map(({ id, role, employer }) => ({
            value: id,
            label: `Work as ${roleName(role)}${employer ? ` for ${employer}` : ''}`,
          }))}
        />
        <SubmitButton>Continue</SubmitButton>
      </Form>
      {isHeld && (
        <p className="govuk-body">
          You came in by a link. To work in another role than candidate,{' '}
          <a className="govuk-link" href="/sign-in">
            sign in with your password
          </a>
          .
        </p>
      )}
    </>
  )
}
