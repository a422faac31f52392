import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '#app/http/handle.ts'
import { act, read } from '#app/http/run.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'anyone' } satisfies RouteHandle

export async function loader(args: LoaderFunctionArgs) {
  return read(args, handle, () => Promise.reject(new NotFound()))
}

export async function action(args: ActionFunctionArgs) {
  return act(args, handle, () => Promise.reject(new NotFound()))
}

export default function Page() {
  return null
}
