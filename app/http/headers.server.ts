import type { RequestHandler } from 'express'
import type { Settings } from '#app/platform/env.server.ts'

/** Puts the security headers on every response, before anything else can answer. */
export function securityHeaders(
  { appOrigin }: Settings,
  { isDeveloping }: { isDeveloping: boolean },
): RequestHandler {
  return (_req, res, next) => {
    const nonce = String(res.locals.nonce)
    res.set({
      'Content-Security-Policy': policy(nonce, isDeveloping),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    })
    if (appOrigin.startsWith('https:'))
      res.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}

function policy(nonce: string, isDeveloping: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite puts styles into the page and speaks by web socket.
    isDeveloping ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    isDeveloping ? "connect-src 'self' ws:" : "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
