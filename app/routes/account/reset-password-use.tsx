import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { setPassword } from '#app/features/accounts/schema.ts'
import { setPasswordByLink } from '#app/features/accounts/sign-in.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { hashOf } from '#app/platform/secret.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Choose a password – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, () => Promise.resolve(null))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { password } = parseForm(form, setPassword)
    const tokenHash = hashOf(args.params.token ?? '')
    const { isDemo } = servicesOf(args.context).settings
    if (await setPasswordByLink(ctx, { tokenHash, password, isDemo }))
      return redirect('/sign-in?password-set', 303)
    return refused({ '': ['This link has been used, or it is too old. Ask for a new one.'] }, form)
  })
}

export default function Page() {
  const refusal = useActionData<typeof action>()
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      <PageHeading title="Choose a password" />
      <Form>
        <TextField
          name="password"
          label="New password"
          hint="12 characters or more. Three words you will remember are good."
          type="password"
          autoComplete="new-password"
          error={refusal?.errors.password}
        />
        <SubmitButton>Set my password</SubmitButton>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href="/reset-password">
          Send me a new link
        </a>
      </p>
    </>
  )
}
