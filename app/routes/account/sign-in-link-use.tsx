import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { signInByLink } from '#app/features/accounts/sign-in.server.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { homeOf, safePath } from '#app/http/home-of.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { hashOf } from '#app/platform/secret.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { beginSession } from '#app/http/session.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Sign in – Throughgate' }]

// Mail scanners open links: looking at the page uses nothing up, and says nothing of the link.
export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, () => Promise.resolve(null))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const session = beginSession(args)
    const tokenHash = hashOf(args.params.token ?? '')
    const { isDemo } = servicesOf(args.context).settings
    const signedIn = await signInByLink(ctx, { ...session.ids, tokenHash, isDemo })
    if (!signedIn)
      return refused(
        { '': ['This link has been used, or it is too old. Ask for a new one.'] },
        form,
      )
    return redirect(safePath(signedIn.goTo) ?? homeOf(signedIn.role), session.init)
  })
}

export default function Page() {
  const refusal = useActionData<typeof action>()
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      <PageHeading title="Sign in" />
      {refusal ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/sign-in/link">
            Send me a new link
          </a>
        </p>
      ) : (
        <Form>
          <p className="govuk-body">Press the button to go on. The link then stops working.</p>
          <SubmitButton>Sign in</SubmitButton>
        </Form>
      )}
    </>
  )
}
