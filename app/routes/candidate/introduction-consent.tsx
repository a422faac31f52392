import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { NotNamesField } from '#app/components/introduction/not-names-field.tsx'
import { getForCandidate } from '#app/features/introductions/candidate-view.server.ts'
import { giveConsent } from '#app/features/introductions/commands.server.ts'
import { wordsSchema } from '#app/features/introductions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'Do you say yes to sharing these words? – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForCandidate(ctx, args.params.id)
    if (!view.can.includes('give_consent')) throw redirect(`/me/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    const { state } = await giveConsent(ctx, {
      introductionId: id,
      ...parseForm(form, wordsSchema, ['notNames']),
    })
    return redirect(
      `/me/introductions/${id}?done=${state === 'introduced' ? 'shared' : 'consent'}`,
      303,
    )
  })
}

export default function Page() {
  const { id, opening, employerName, wordsToday, maybeNames } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title="Do you say yes to sharing these words?"
      caption={opening.title}
      back={`/me/introductions/${id}`}
      toldHeading="Who would read them, and when"
      told={[
        `Only ${employerName}, and only for this opening.`,
        'Only after your mentor has said yes to the same words. Until then the employer sees nothing.',
        'We do not put your name with them. They learn it only if they would like to meet you.',
        'They also see about how many miles away you live. They never see your address.',
        'You can take your yes back at any time. Then they see nothing from that moment on.',
        'Saying no costs you nothing. Nobody outside your team will know you were asked.',
      ]}
      button="Yes, share these words"
      notNow="No, not now"
      errors={refused?.errors}
      fields={
        <>
          <input type="hidden" name="textHash" value={wordsToday.hash} />
          <NotNamesField
            words={maybeNames}
            whose="your"
            error={refused?.errors.notNames}
            defaultValue={[refused?.values.notNames ?? []].flat()}
          />
        </>
      }
    >
      <p className="govuk-body">This is exactly what the employer would read:</p>
      <ExactWords body={wordsToday.body} />
      <p className="govuk-body">
        Not right yet?{' '}
        <a className="govuk-link" href="/me/profile">
          Change your profile
        </a>{' '}
        first.
      </p>
    </AskPage>
  )
}
