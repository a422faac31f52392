import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { toResponse } from './http/errors.server.ts'
import { RequestInfoContext } from './http/request-info.tsx'
import { brief } from './platform/logger.server.ts'

export const streamTimeout = 10_000

/**
 * Renders the whole page into one buffer before the first byte leaves: it has a length, and a
 * page that cannot be drawn is an honest 500.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, services }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let hasFailed = false
    const { pipe, abort } = renderToPipeableStream(
      <RequestInfoContext.Provider value={{ nonce, reference: requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </RequestInfoContext.Provider>,
      {
        nonce,
        onAllReady() {
          const page = new PassThrough()
          const whole = buffer(page)
          pipe(page)
          whole.then((body) => {
            headers.set('Content-Type', 'text/html; charset=utf-8')
            headers.set('Content-Length', String(body.byteLength))
            resolve(new Response(body, { headers, status: hasFailed ? 500 : status }))
          }, reject)
        },
        onShellError: reject,
        onError(error) {
          hasFailed = true
          services.log.error({ requestId, err: brief(error) }, 'a page could not be drawn')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/**
 * What neither a loader nor an action turned into a response: logged with its reference. What the
 * framework itself refuses, such as a form sent to a page that has none, is nothing unexpected.
 */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) toResponse(error, context)
}
