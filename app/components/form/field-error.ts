/** The error of a field: one message, or all those its schema found. */
export type FieldError = string | readonly string[] | undefined

/** The message to show. One is enough: the next comes out when this one is put right. */
export function firstError(error: FieldError): string | undefined {
  return typeof error === 'string' ? error || undefined : error?.[0]
}

/** The same as the option that the design system's components take. */
export function errorOption(error: FieldError): { text: string } | undefined {
  const text = firstError(error)
  return text ? { text } : undefined
}
