import { data } from '@remix-run/node'
import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { PageShell } from './components/layout/page-shell.tsx'
import { doneIn } from './http/done.server.ts'
import { ErrorPage, errorTitle } from './http/error-page.tsx'
import { useFocusOnNewPage } from './http/focus.ts'
import type { RouteHandle } from './http/handle.ts'
import { navOf, roleName } from './http/nav.ts'
import { PageMeta, useIsRefused } from './http/page-meta.tsx'
import { useRequestInfo } from './http/request-info.tsx'
import { read } from './http/run.server.ts'
import { mayBeSignedIn } from './http/session.server.ts'
import { findWhoIsSignedIn } from './features/accounts/queries.server.ts'
import styles from './styles/app.scss?url'

export const handle = { access: 'anyone' } satisfies RouteHandle

export const links = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = () => [{ title: 'Throughgate' }]

/** Of an answer that became an error page: when to try again. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const wait = errorHeaders?.get('Retry-After')
  return new Headers(wait ? { 'Retry-After': wait } : {})
}

export async function loader(args: LoaderFunctionArgs) {
  const done = doneIn(args)
  return data(
    { person: await whoIsSignedIn(args), done: done?.text },
    done ? { headers: { 'Set-Cookie': done.forget } } : undefined,
  )
}

async function whoIsSignedIn(args: LoaderFunctionArgs) {
  // Most readers are nobody we know, and nothing has to be asked for them.
  return mayBeSignedIn(args) ? read(args, handle, findWhoIsSignedIn) : null
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useRequestInfo()
  const { pathname } = useLocation()
  const error = useRouteError()
  const hasScripts = useMatches().every(({ handle }) => (handle as RouteHandle).scripts !== false)
  useFocusOnNewPage('main-content')
  // Undefined on error pages of the root itself.
  const { person, done } = useRouteLoaderData<typeof loader>('root') ?? {}
  const isRefused = useIsRefused()
  const account = person && {
    label: `${person.name}, ${roleName(person.role)}`,
    signOut: true,
    switchRole: person.hasOtherRoles,
  }
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {error ? <title>{`${titleOf(error)} – Throughgate`}</title> : <PageMeta />}
        <Links />
      </head>
      <body className="govuk-template__body">
        <PageShell
          serviceNav={navOf(person?.role ?? 'anonymous', pathname, person?.isRefused)}
          account={account ?? undefined}
          done={error || isRefused ? undefined : done}
        >
          {children}
        </PageShell>
        {hasScripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { reference } = useRequestInfo()
  const { pathname } = useLocation()
  const text = isRouteErrorResponse(error) ? String(error.data ?? '') : ''
  return <ErrorPage status={statusOf(error)} path={pathname} text={text} reference={reference} />
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

const titleOf = (error: unknown) => errorTitle(statusOf(error))
