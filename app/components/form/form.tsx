import { Form as RemixForm } from '@remix-run/react'
import type { ComponentProps } from 'react'

export interface FormProps extends Omit<ComponentProps<typeof RemixForm>, 'method'> {
  method?: 'post' | 'get'
  /** Sent along, so that a form sent twice is acted on once. */
  idempotencyKey?: string
}

/** A form checked on the server only: the browser's own messages stay out of the way. */
export function Form({ method = 'post', idempotencyKey, children, ...props }: FormProps) {
  return (
    <RemixForm {...props} method={method} noValidate>
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {children}
    </RemixForm>
  )
}
