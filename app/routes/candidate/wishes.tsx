import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckboxField } from '#app/components/form/checkbox-field.tsx'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummaryBox } from '#app/components/form/error-summary-box.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { SavedElsewhere } from '#app/components/form/saved-elsewhere.tsx'
import { saveWishes } from '#app/features/candidates/commands.server.ts'
import { getOwn, getWishes } from '#app/features/candidates/queries.server.ts'
import { wishesSchema, wishLists } from '#app/features/candidates/schema.ts'
import { hours, kinds, labelOf, sectors } from '#app/features/opportunities/vocabulary.ts'
import type { Choice } from '#app/features/opportunities/vocabulary.ts'
import { redirectDone } from '#app/http/done.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'
import { longDate } from '#app/platform/clock.ts'
import { typedDay } from '#app/platform/typed-day.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

export const meta = () => [{ title: 'What I want – Throughgate' }]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => getWishes(ctx, (await getOwn(ctx)).id))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const input = parseForm(form, wishesSchema, wishLists)
    await saveWishes(ctx, { candidateId: (await getOwn(ctx)).id, ...input })
    return redirectDone(args, '/me', 'wishes')
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? {}
  const typed = refused?.values
  const one = (name: string) => asText(typed?.[name])
  const list = (name: 'kinds' | 'sectors' | 'hours') =>
    typed ? [typed[name] ?? []].flat() : saved[name]
  const [year, month, day] = saved.earliestStart?.split('-') ?? []
  return (
    <>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title="What I want" />
      {errors.version && <SavedElsewhere rows={savedRows(saved)} />}
      <Form>
        <input type="hidden" name="version" value={saved.version} />
        <CheckboxField
          name="kinds"
          legend="What would you like?"
          hint="Choose all that you would like to hear about"
          options={kinds}
          error={errors.kinds}
          defaultValue={list('kinds')}
        />
        <CheckboxField
          name="sectors"
          legend="What kind of work?"
          options={sectors}
          error={errors.sectors}
          defaultValue={list('sectors')}
          small
        />
        <CheckboxField
          name="hours"
          legend="Which hours?"
          options={hours}
          error={errors.hours}
          defaultValue={list('hours')}
          small
        />
        <TextField
          name="outcode"
          label="First part of your postcode"
          hint="Like NR1. We never ask for more than this part"
          width={10}
          autoComplete="off"
          error={errors.outcode}
          defaultValue={typed ? one('outcode') : saved.outcode}
        />
        <TextField
          name="reachMiles"
          label="How far can you travel?"
          suffix="miles"
          inputMode="numeric"
          width={3}
          error={errors.reachMiles}
          defaultValue={typed ? one('reachMiles') : saved.reachMiles}
        />
        <DateField
          name="earliestStart"
          legend="Earliest day you could start"
          hint="For example, 31 3 2027. Leave it empty if you can start at any time"
          error={errors.earliestStart}
          defaultValue={typed ? typedDay(typed, 'earliestStart') : { day, month, year }}
        />
        <SubmitButton>Save what I want</SubmitButton>
      </Form>
    </>
  )
}

const asText = (value: string | string[] | undefined) =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '')

const labels = (choices: readonly Choice[], chosen: string[]) =>
  chosen.map((value) => labelOf(choices, value)).join(', ') || 'Nothing chosen'

const savedRows = (saved: ReturnType<typeof useLoaderData<typeof loader>>) => [
  { name: 'What you would like', value: labels(kinds, saved.kinds) },
  { name: 'Kind of work', value: labels(sectors, saved.sectors) },
  { name: 'Hours', value: labels(hours, saved.hours) },
  { name: 'Postcode area', value: saved.outcode },
  { name: 'How far', value: `${saved.reachMiles} miles` },
  {
    name: 'Earliest start',
    value: saved.earliestStart ? longDate(saved.earliestStart) : 'At any time',
  },
]
