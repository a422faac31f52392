/** Joins the class names (or ids) that are present, with one space between them. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Joins ids for `aria-describedby`; `undefined` when there is none, so that no attribute is drawn. */
export function describedByIds(...ids: (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids) || undefined
}
