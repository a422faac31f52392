import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PersonFields } from '#app/components/candidate/person-fields.tsx'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SavedElsewhere } from '#app/components/form/saved-elsewhere.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { BackLink } from '#app/components/govuk/back-link.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { detailsSchema } from '#app/features/candidates/details-schema.ts'
import { getDetails, saveDetails } from '#app/features/candidates/details.server.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Correct this person’s details – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getDetails(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const candidateId = args.params.id ?? ''
    await saveDetails(ctx, { candidateId, ...parseForm(form, detailsSchema) })
    return redirectDone(args, `/office/candidates/${candidateId}`, 'details')
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const kept = {
    fullName: saved.fullName,
    email: saved.email ?? '',
    phone: saved.phone ?? '',
    outcode: saved.outcode ?? '',
    onLicence: saved.isOnLicence ? 'yes' : 'no',
  }
  const [year, month, day] = saved.dateOfBirth.split('-')
  return (
    <>
      <BackLink href={`/office/candidates/${saved.id}`}>{saved.reference}</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="Correct this person’s details" caption={saved.reference} />
      {errors.version && <SavedElsewhere rows={savedRows(saved)} />}
      <Form>
        <input type="hidden" name="version" value={saved.version} />
        <PersonFields
          errors={errors}
          valueOf={(name) =>
            refused ? ([refused.values[name] ?? ''].flat()[0] ?? '') : kept[name]
          }
          dateOfBirth={refused ? typedDay(refused.values, 'dateOfBirth') : { day, month, year }}
          emailHint="They sign in with it. With another one they are signed out, and links sent to the old one stop working"
          licenceHint="Then the supervising officer approves each introduction too. Where this or the age changes what is needed, the mentor approves again what was not shared yet"
        />
        <SubmitButton>Save these details</SubmitButton>
      </Form>
    </>
  )
}

const savedRows = (saved: ReturnType<typeof useLoaderData<typeof loader>>) => [
  { name: 'Full name', value: saved.fullName },
  { name: 'E-mail', value: saved.email ?? 'None' },
  { name: 'Phone', value: saved.phone ?? 'None' },
  { name: 'Date of birth', value: longDate(saved.dateOfBirth) },
  { name: 'Postcode area', value: saved.outcode ?? 'Not known' },
  { name: 'On licence', value: saved.isOnLicence ? 'Yes' : 'No' },
]
