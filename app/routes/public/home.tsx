import { PageHeading } from '#app/components/layout/page-heading.tsx'
import type { RouteHandle } from '#app/http/handle.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const meta = () => [{ title: 'Throughgate: a way in to work' }]

export default function Page() {
  return <PageHeading title="A way in to work" />
}
