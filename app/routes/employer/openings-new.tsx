import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { RadioField } from '#app/components/form/radio-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import {
  createDraft,
  refuseWhoMayNotDraft,
} from '#app/features/opportunities/create-draft.server.ts'
import { newDraftSchema } from '#app/features/opportunities/schema.ts'
import { kinds } from '#app/features/opportunities/vocabulary.ts'
import { keyOf, parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { once } from '#app/platform/once.server.ts'

export const handle = { access: ['employer'] } satisfies RouteHandle

export const meta = () => [{ title: 'What are you offering? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    await refuseWhoMayNotDraft(ctx)
    return { formKey: randomUUID() }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, newDraftSchema)
    const id = await once(ctx, keyOf(form), () => createDraft(ctx, input))
    return redirect(`/employer/openings/${id}`, 303)
  })
}

export default function Page() {
  const { formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused && 'errors' in refused ? refused.errors : undefined
  return (
    <>
      <BackLink href="/employer">Your openings</BackLink>
      <ErrorSummaryBox errors={errors} />
      <Form idempotencyKey={formKey}>
        <RadioField
          name="kind"
          legend="What are you offering?"
          options={kinds.map((kind) => ({ ...kind, hint: hints[kind.value] }))}
          error={errors?.kind}
          isPageHeading
        />
        <SubmitButton>Start a draft</SubmitButton>
      </Form>
    </>
  )
}

const hints = {
  job: 'Paid work',
  work_experience: 'A few days or weeks to see what the work is like',
  training: 'A course with a certificate',
  bursary: 'Money for something that helps a person into work',
  interview_experience: 'A real or practice interview, with feedback',
}
