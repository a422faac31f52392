import { pino, type Logger as PinoLogger } from 'pino'

export type Logger = Pick<PinoLogger, 'info' | 'warn' | 'error' | 'child'>

/** JSON lines on standard output. Personal data are never put in; the list is the second net. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: {
    paths: ['*.email', '*.password', '*.name', '*.token', '*.cookie', 'req.headers.cookie'],
    censor: '[removed]',
  },
})
