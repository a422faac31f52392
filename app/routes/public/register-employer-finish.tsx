import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import {
  findRegistration,
  finishRegistration,
} from '#app/features/employers/finish-registration.server.ts'
import { nothing, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read, refused } from '#app/http/run.server.ts'
import { hashOf, newSecret } from '#app/platform/secret.server.ts'
import { servicesOf } from '#app/http/services.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Finish registering – Throughgate' }]

// Mail scanners open links: looking at the page uses nothing up.
export async function loader(args: LoaderFunctionArgs) {
  const { isDemo } = servicesOf(args.context).settings
  const tokenHash = hashOf(args.params.token ?? '')
  return read(args, handle, async (ctx) => ({
    organisation: await findRegistration(ctx, { tokenHash, isDemo }),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    parseForm(form, nothing)
    const password = newSecret()
    const finished = await finishRegistration(ctx, {
      tokenHash: hashOf(args.params.token ?? ''),
      passwordTokenHash: password.hash,
      isDemo: servicesOf(args.context).settings.isDemo,
    })
    if (!finished) return refused({ '': [TOO_OLD] }, form)
    const next = finished.needsPassword ? `/reset-password/${password.secret}` : '/sign-in'
    return redirect(next, 303)
  })
}

export default function Page() {
  const { organisation } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <>
      <ErrorSummaryBox errors={refusal?.errors} />
      <PageHeading title="Finish registering" />
      {organisation === null ? <TooOld isSaid={refusal !== undefined} /> : <Finish />}
    </>
  )
}

function Finish() {
  const { organisation } = useLoaderData<typeof loader>()
  return (
    <Form>
      <p className="govuk-body">
        This registers <strong>{organisation}</strong>, and lets you act for it. The office checks
        it. You can sign in and write your first opening meanwhile.
      </p>
      <p className="govuk-body">Is it not yours? Close this page, and nothing happens.</p>
      <SubmitButton>Finish registering</SubmitButton>
    </Form>
  )
}

const TOO_OLD = 'This link has been used, or it is too old. Register again.'

function TooOld({ isSaid }: { isSaid: boolean }) {
  return (
    <>
      {!isSaid && <p className="govuk-body">{TOO_OLD}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href="/employers/register">
          Register your organisation
        </a>
      </p>
    </>
  )
}
