import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionPage } from '#app/components/form/question-page.tsx'
import { savePeople } from '#app/features/programmes/commands.server.ts'
import { getHead } from '#app/features/programmes/part-queries.server.ts'
import { peopleSchema } from '#app/features/programmes/schema.ts'
import { ageDays, secondApprovers, sexRules, yesOrNo } from '#app/features/programmes/vocabulary.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['coordinator'] } satisfies RouteHandle

export const meta = () => [{ title: 'Change who it is for – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, (ctx) => getHead(ctx, args.params.id ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const { id = '' } = args.params
    await savePeople(ctx, { id, ...parseForm(form, peopleSchema) })
    return redirect(`/office/programmes/${id}`, 303)
  })
}

const asAnswer = (isSo: boolean) => (isSo ? 'yes' : 'no')

export default function Page() {
  const { programme, title } = useLoaderData<typeof loader>()
  const { minAge, maxAge, ageMeasuredAt, onlySexBasis, needLink, supportMonths } = programme
  return (
    <QuestionPage
      title="Change who it is for"
      caption={title}
      back={{ href: `/office/programmes/${programme.id}`, text: 'Back' }}
      refused={useActionData<typeof action>()}
      version={programme.version}
      button="Save"
      saved={{
        ...{ minAge, maxAge, ageMeasuredAt, onlySexBasis, needLink, supportMonths },
        onlySex: programme.onlySex ?? 'none',
        areasOnly: asAnswer(programme.areasOnly),
        secondApprover: programme.secondApprover,
        takesSelfReferrals: asAnswer(programme.takesSelfReferrals),
        recordsRestrictions: asAnswer(programme.recordsRestrictions),
      }}
      questions={[
        { name: 'minAge', label: 'Youngest age, if there is one', control: 'number' },
        { name: 'maxAge', label: 'Oldest age, if there is one', control: 'number' },
        {
          name: 'ageMeasuredAt',
          label: 'On which day does the age count?',
          control: 'choice',
          options: ageDays,
        },
        {
          name: 'onlySex',
          label: 'Is it for women or men only?',
          hint: 'Nobody’s sex is kept. Whoever enrols somebody makes sure of it',
          control: 'choice',
          options: sexRules,
        },
        {
          name: 'onlySexBasis',
          label: 'Legal basis for leaving others out',
          hint: 'Only where it is for women or men only. For example, a part of the Equality Act',
          control: 'lines',
        },
        {
          name: 'needLink',
          label: 'What else do people need to have?',
          hint: 'For example, a link to drug misuse or supply. Leave it empty if nothing',
          control: 'line',
        },
        {
          name: 'areasOnly',
          label: 'Is it only for people who live in its areas?',
          control: 'choice',
          options: yesOrNo,
        },
        {
          name: 'supportMonths',
          label: 'After how many months is the support reviewed?',
          hint: 'Leave it empty if there is no such rule',
          control: 'number',
        },
        {
          name: 'secondApprover',
          label: 'When does a second person approve an introduction?',
          hint: 'Always for people under 18',
          control: 'choice',
          options: secondApprovers,
        },
        {
          name: 'takesSelfReferrals',
          label: 'Can people come to it by themselves?',
          control: 'choice',
          options: yesOrNo,
        },
        {
          name: 'recordsRestrictions',
          label: 'Does it record what people may not do?',
          hint: 'Such as a curfew. Then “not checked” stops an introduction',
          control: 'choice',
          options: yesOrNo,
        },
      ]}
    />
  )
}
