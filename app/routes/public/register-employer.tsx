import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { DemoMailNote } from '#app/components/layout/demo-mail-note.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { isDemoOpen } from '#app/features/accounts/demo.server.ts'
import { registerEmployer } from '#app/features/employers/register.server.ts'
import { registerSchema } from '#app/features/employers/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { servicesOf } from '#app/http/services.server.ts'
import { newLink } from '#app/http/session.server.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.isSent ? 'Check your e-mail' : 'Register as an employer'} – Throughgate` },
]

export async function loader(args: LoaderFunctionArgs) {
  const isSent = new URL(args.request.url).searchParams.has('sent')
  const { settings } = servicesOf(args.context)
  return read(args, handle, async (ctx) => ({
    isSent,
    isDemo: await isDemoOpen(ctx, settings.isDemo),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const link = newLink(args, '/employers/register')
    await registerEmployer(ctx, parseForm(form, registerSchema), link)
    return redirect('/employers/register?sent', 303)
  })
}

export default function Page() {
  const { isSent } = useLoaderData<typeof loader>()
  return isSent ? <CheckYourMail /> : <Register />
}

function Register() {
  const refused = useActionData<typeof action>()
  const { errors, values } =
    refused && 'errors' in refused ? refused : { errors: undefined, values: undefined }
  const field = (name: string) => ({
    name,
    error: errors?.[name],
    defaultValue: typeof values?.[name] === 'string' ? values[name] : undefined,
  })
  return (
    <>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Register as an employer" />
      <p className="govuk-body">
        Offer a job, work experience, training, a bursary or an interview to somebody who wants a
        new start. The office checks every organisation before it can publish anything.
      </p>
      <Form>
        <TextField {...field('organisation')} label="Name of your organisation" />
        <TextAreaField {...field('description')} label="What does it do?" rows={3} />
        <TextField
          {...field('outcode')}
          label="First part of your postcode"
          hint="For example, NR1"
          width={5}
        />
        <TextField {...field('workPhone')} label="Work phone number" type="tel" width={20} />
        <TextField {...field('personName')} label="Your name" autoComplete="name" />
        <TextField
          {...field('email')}
          label="Your work e-mail address"
          type="email"
          autoComplete="email"
        />
        <SubmitButton>Register</SubmitButton>
      </Form>
    </>
  )
}

function CheckYourMail() {
  const { isDemo } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Check your e-mail" />
      <p className="govuk-body">
        We have sent a link to the address you gave. Use it to finish registering. It works once,
        and for 3 days.
      </p>
      <p className="govuk-body">
        After that the office checks your organisation. You can write your first opening meanwhile.
      </p>
      <DemoMailNote isDemo={isDemo} />
    </>
  )
}
