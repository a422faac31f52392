import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino'

export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

/** JSON lines on standard output, unless told where else. */
export const logger = makeLogger(process.env.LOG_LEVEL ?? 'info')

/** Personal data are never put in; the list is the second net. */
export function makeLogger(level: string, to?: DestinationStream) {
  const redact = {
    paths: ['*.email', '*.password', '*.name', '*.token', '*.cookie', 'req.headers.cookie'],
    censor: '[removed]',
  }
  return to ? pino({ level, redact }, to) : pino({ level, redact })
}

/** Where and why, without the values of the statement: those may be somebody's. */
export function brief(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error }
  const { name, stack, cause } = error
  const { code } = error as { code?: string }
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  const message = 'query' in error || 'detail' in error ? undefined : error.message
  // Not `type`, which the logger would overwrite.
  return { kind: name, message, code, frames: frames?.slice(0, 12), cause: cause && brief(cause) }
}
