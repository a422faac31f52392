import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Paper } from '#app/platform/paper.ts'
import { Undrawable } from '#app/platform/pdf/letters.ts'
import { makePdf } from '#app/platform/pdf/pdf.server.ts'
import { servicesOf } from './services.server.ts'

/**
 * Answers with a paper as a PDF to keep; where a letter of it cannot be drawn, with the page that can
 * be printed instead.
 */
export async function pdfOf(
  { context }: LoaderFunctionArgs,
  paper: Paper,
  { fileName, page }: { fileName: string; page: string },
): Promise<Response> {
  try {
    const bytes = await makePdf(paper, servicesOf(context).clock.now())
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Content-Length': String(bytes.length),
      },
    })
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    return redirect(`${page}?pdf=no`)
  }
}
