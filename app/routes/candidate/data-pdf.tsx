import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMyData } from '#app/features/candidates/my-data.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { pdfOf } from '#app/http/pdf.server.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

/** A file and no page. It is made once the database has been left. */
export async function loader(args: LoaderFunctionArgs) {
  const paper = await read(args, handle, getMyData)
  return pdfOf(args, paper, { fileName: 'my-data.pdf', page: '/me/data' })
}
