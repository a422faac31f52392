import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskPage } from '#app/components/introduction/ask-page.tsx'
import { getForMentor } from '#app/features/introductions/mentor-view.server.ts'
import { ExactWords } from '#app/components/introduction/exact-words.tsx'
import { NotNamesField } from '#app/components/introduction/not-names-field.tsx'
import { ChecksTable } from '#app/components/introduction/checks-table.tsx'
import { TalkFirst } from '#app/components/introduction/talk-first.tsx'
import { approve } from '#app/features/introductions/commands.server.ts'
import { wordsSchema } from '#app/features/introductions/schema.ts'
import { parseForm } from '#app/http/form.server.ts'
import { introductionIdOf } from '#app/features/introductions/introduction-id.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta = () => [{ title: 'Approve an introduction – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const view = await getForMentor(ctx, args.params.id)
    if (!view.can.includes('approve')) throw redirect(`/mentor/introductions/${view.id}`)
    return view
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const id = introductionIdOf(args.params.id)
    const { state } = await approve(ctx, {
      introductionId: id,
      ...parseForm(form, wordsSchema, ['notNames']),
    })
    const done = state === 'introduced' ? 'shared' : 'approve'
    return redirect(`/mentor/introductions/${id}?done=${done}`, 303)
  })
}

export default function Page() {
  const view = useLoaderData<typeof loader>()
  const { id, person, opening, employerName, words, areWordsAgreed, checks, maybeNames } = view
  const refused = useActionData<typeof action>()
  return (
    <AskPage
      title={`Do you approve ${person.name} for this opening?`}
      caption={opening.title}
      back={`/mentor/introductions/${id}`}
      toldHeading="What the employer will be told"
      told={[
        areWordsAgreed
          ? `${employerName} reads the words above as soon as everybody who has to has said yes.`
          : `Nothing yet: ${employerName} reads the words above only once the person has said yes to them as well.`,
        'They see about how many miles away the person lives. They see no name.',
        'The name, and your name and work number, follow if they would like to meet.',
        'Your approval runs out after 14 days if somebody else’s yes is still missing by then.',
      ]}
      button="Approve introduction"
      fields={
        <>
          <input type="hidden" name="textHash" value={words.hash} />
          <NotNamesField
            words={maybeNames}
            whose="their"
            error={refused?.errors.notNames}
            defaultValue={[refused?.values.notNames ?? []].flat()}
          />
        </>
      }
      errors={refused?.errors}
    >
      <TalkFirst isNeeded={view.mayTouchKeptApart} />
      <ChecksTable checks={checks} />
      <h2 className="govuk-heading-m">The exact words</h2>
      <ExactWords body={words.body} />
    </AskPage>
  )
}
