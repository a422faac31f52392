import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCv } from '#app/features/profiles/cv.server.ts'
import { ownProfile } from '#app/features/profiles/owner.server.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { pdfOf } from '#app/http/pdf.server.ts'
import { read } from '#app/http/run.server.ts'

export const handle = { access: ['candidate'] } satisfies RouteHandle

/** A file and no page. It is made once the database has been left. */
export async function loader(args: LoaderFunctionArgs) {
  const paper = await read(args, handle, async (ctx) =>
    getCv(ctx, (await ownProfile(ctx)).candidateId),
  )
  return pdfOf(args, paper, { fileName: 'cv.pdf', page: '/me/cv' })
}
