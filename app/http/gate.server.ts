import type { Request, RequestHandler } from 'express'
import type { Settings } from '#app/platform/env.server.ts'

const MAX_BODY = 1024 * 1024
const FORMS = new Set(['application/x-www-form-urlencoded', 'multipart/form-data'])

/** No page of ours is more than four steps deep, and a secret link has some 70 letters. */
const MOST_STEPS = 12
const MOST_LETTERS = 1_000
/** Scripts ask where a page's links lead, a hundred at once; `p` of the framework's `/__manifest`. */
const MOST_STEPS_OF_LINKS = 500

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

/** Methods, addresses and kinds of body that no page of ours uses. */
export const refuseStrangeRequests: RequestHandler = (req, res, next) => {
  if (!isReading(req) && req.method !== 'POST')
    return void res.status(405).set('Allow', 'GET, HEAD, POST').type('text').send('Not allowed\n')
  const { originalUrl } = req
  const query = new URLSearchParams(originalUrl.split('?').slice(1).join('?'))
  const isStrange = query.has('_data') || query.has('_method') || !originalUrl.startsWith('/')
  if (isStrange || !isHost(req.headers.host))
    return void res.status(400).type('text').send('Bad request\n')
  next()
}

/**
 * The framework compares an address with every page there is, and its every beginning too: one of
 * thousands of steps would keep everybody else waiting for seconds.
 */
export const refuseEndlessAddresses: RequestHandler = ({ originalUrl }, res, next) => {
  const [path = '', ...query] = originalUrl.split('?')
  const links = new URLSearchParams(query.join('?')).getAll('p').join('/')
  const isEndless =
    path.length > MOST_LETTERS || stepsOf(path) > MOST_STEPS || stepsOf(links) > MOST_STEPS_OF_LINKS
  if (isEndless) return void res.status(404).type('text').send('Not found\n')
  next()
}

/**
 * Only our own pages may change anything. The framework's own check can be gone round, so this
 * one stands before it, on every path, and never looks at the Host header.
 */
export function refuseForeignOrigins({ appOrigin }: Settings): RequestHandler {
  return (req, res, next) => {
    if (isReading(req)) return next()
    const site = req.headers['sec-fetch-site']
    const isOurs = site === undefined ? req.headers.origin === appOrigin : site === 'same-origin'
    if (!isOurs) return void res.status(403).type('text').send('This form is not from here\n')
    // Decided. The framework would compare it with the Host header, which a proxy may have changed.
    delete req.headers.origin
    next()
  }
}

/** A body must be a form and say how long it is; Node itself holds it to that length. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (isReading(req)) return next()
  const type = (req.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  const length = Number(req.headers['content-length'])
  if (!FORMS.has(type)) return void res.status(415).type('text').send('Not a form\n')
  if (!Number.isInteger(length)) return void res.status(411).type('text').send('No length\n')
  if (length > MAX_BODY) return void res.status(413).type('text').send('Too long\n')
  res.once('finish', () => leaveNothingUnread(req))
  next()
}

/**
 * A page without a form stops reading in the middle, and the next request would wait behind the
 * rest. It is at most what `limitBody` lets in, and has to be here within the server's time limit.
 */
function leaveNothingUnread(req: Request) {
  if (req.complete) return
  req.removeAllListeners('data')
  req.resume()
}

/** Addresses are read with either stroke. */
const stepsOf = (path: string) => path.split(/[/\\]/).length - 1

/** The framework makes an address of it, which must not fail there. */
const isHost = (host = '') =>
  /^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`)
