import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { DemoMailNote } from '#app/components/layout/demo-mail-note.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { askForLink } from '#app/features/accounts/links.server.ts'
import { linkRequest } from '#app/features/accounts/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { safePath } from '#app/http/home-of.ts'
import { act, read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.isSent ? 'Check your e-mail' : 'Sign in by e-mail'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { settings } = servicesOf(args.context)
  const query = new URL(args.request.url).searchParams
  return read(args, handle, async (ctx) => ({
    isSent: query.has('sent'),
    to: safePath(query.get('to')) ?? '',
    isDemo: await isDemoOpen(ctx, settings.isDemo),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { email, to } = parseForm(form, linkRequest)
    const { address } = args.context
    await askForLink(ctx, { email, purpose: 'sign_in', address, goTo: safePath(to ?? null) })
    return redirect('/sign-in/link?sent', 303)
  })
}

export default function Page() {
  const { isSent, isDemo, to } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (isSent)
    return (
      <>
        <PageHeading title="Check your e-mail" />
        <p className="govuk-body">
          If we know that address, we have sent it a link. It works once, and for 10 minutes.
        </p>
        <p className="govuk-body">
          Nothing there? Look in junk mail, or ask your mentor which address we have for you.
        </p>
        <DemoMailNote isDemo={isDemo} />
      </>
    )
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      <PageHeading title="Sign in by e-mail" />
      <p className="govuk-body">We will send you a link. You do not need a password.</p>
      <Form>
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          name="email"
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          spellCheck={false}
          error={refusal?.errors.email}
          defaultValue={String(refusal?.values.email ?? '')}
        />
        <SubmitButton>Send me a link</SubmitButton>
      </Form>
    </>
  )
}
