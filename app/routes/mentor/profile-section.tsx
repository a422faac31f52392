import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileSection } from '#app/components/profile/profile-section.tsx'
import { getSection } from '#app/features/profiles/get-section.server.ts'
import { profileOnBehalf, recordReading, sectionOf } from '#app/features/profiles/owner.server.ts'
import { saveSection } from '#app/features/profiles/save-section.server.ts'
import { sectionTitles } from '#app/features/profiles/sections.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { readAct, readAsked, redirectNext } from '#app/http/profile-form.server.ts'
import { alsoWhenRefused } from '#app/http/revalidate.ts'
import { act, read } from '#app/http/run.server.ts'

export const handle = { access: ['mentor'] } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? sectionTitles[data.section.name] : 'Fill in a profile'} – Throughgate` },
]

export const shouldRevalidate = alsoWhenRefused

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, async (ctx) => {
    const owner = await profileOnBehalf(ctx, args.params.id)
    const section = await getSection(
      ctx,
      owner,
      sectionOf(owner, args.params.part),
      readAsked(args.request),
    )
    await recordReading(ctx, owner)
    return { section, base: baseOf(owner), caption: owner.caption }
  })
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, async (ctx, form) => {
    const owner = await profileOnBehalf(ctx, args.params.id)
    const name = sectionOf(owner, args.params.part)
    const { pressed, parse } = readAct(form)
    const next = await saveSection(ctx, owner, { name, act: pressed }, parse)
    return redirectNext(args, { base: baseOf(owner), name, next })
  })
}

export default function Page() {
  const saved = useLoaderData<typeof loader>()
  return <ProfileSection {...saved} refused={useActionData<typeof action>()} />
}

const baseOf = ({ candidateId }: { candidateId: string }) =>
  `/mentor/candidates/${candidateId}/profile`
