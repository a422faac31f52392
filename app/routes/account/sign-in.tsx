import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { passwordSignIn } from '#app/features/accounts/schema.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { authenticate } from '#app/http/authenticator.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { homeOf, safePath } from '#app/http/home-of.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { beginSession } from '#app/http/session.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Sign in – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async () => {
    const query = new URL(args.request.url).searchParams
    return { to: safePath(query.get('to')) ?? '', isPasswordSet: query.has('password-set') }
  })
}

export async function action(args: ActionFunctionArgs) {
  const attempt = await authenticate(args)
  return act(args, handle, async (ctx, form) => {
    if ('errors' in attempt) return refused(attempt.errors, form)
    const session = beginSession(args)
    const { role, hasOtherRoles } = await signIn(ctx, {
      ...session.ids,
      userId: attempt.userId,
      beganWith: 'password',
    })
    const { to } = parseForm(form, passwordSignIn)
    return redirect(safePath(to ?? null) ?? (hasOtherRoles ? '/role' : homeOf(role)), session.init)
  })
}

export default function Page() {
  const { to, isPasswordSet } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      {isPasswordSet && <InsetText>Your new password is set. Sign in with it now.</InsetText>}
      <PageHeading title="Sign in" />
      <p className="govuk-body">
        Are you looking for work or training?{' '}
        <a className="govuk-link" href={`/sign-in/link${to && `?to=${encodeURIComponent(to)}`}`}>
          Get a link by e-mail
        </a>
        . You do not need a password.
      </p>
      <h2 className="govuk-heading-m">Mentors, employers and staff</h2>
      <Form>
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          error={refusal?.errors.email}
          defaultValue={String(refusal?.values.email ?? '')}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={refusal?.errors.password}
        />
        <SubmitButton>Sign in</SubmitButton>
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href="/reset-password">
          I forgot my password
        </a>
      </p>
    </>
  )
}
