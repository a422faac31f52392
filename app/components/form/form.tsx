import { Form as RemixForm, useNavigation } from '@remix-run/react'
import type { ComponentProps } from 'react'

export interface FormProps extends Omit<ComponentProps<typeof RemixForm>, 'method'> {
  method?: 'post' | 'get'
  /** Sent along, so that a form sent twice is acted on once. */
  idempotencyKey?: string
}

/**
 * A form checked on the server only: the browser's own messages stay out of the way. Pressing its
 * button again while it is being sent does nothing.
 */
export function Form({ method = 'post', idempotencyKey, children, ...props }: FormProps) {
  const { state } = useNavigation()
  return (
    <RemixForm
      {...props}
      method={method}
      noValidate
      onSubmit={(event) => {
        if (state === 'submitting') event.preventDefault()
      }}
    >
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {children}
    </RemixForm>
  )
}
