/** The three boxes of a date field as one `yyyy-MM-dd` under the field's own name, for its schema. */
export function withDay(form: FormData, name: string): FormData {
  const parts = ['year', 'month', 'day'].map((part) => {
    const typed = form.get(`${name}-${part}`)
    return typeof typed === 'string' ? typed : ''
  })
  const read = new FormData()
  for (const [key, value] of form)
    if (!['year', 'month', 'day'].some((part) => key === `${name}-${part}`)) read.append(key, value)
  const [year = '', month = '', day = ''] = parts.map((part) => part.trim())
  read.set(name, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read
}

/** What was typed into the three boxes, to be shown again. */
export const dayTyped = (
  values: Record<string, string | string[]> | undefined,
  name: string,
): { day: string; month: string; year: string } => {
  const typed = (part: string) => String(values?.[`${name}-${part}`] ?? '')
  return { day: typed('day'), month: typed('month'), year: typed('year') }
}
