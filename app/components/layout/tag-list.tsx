export interface RemovableTag {
  label: string
  /** The same page without this filter. */
  removeHref: string
}

/** The filters in force, each a link that takes it away; nothing when there are none. */
export function TagList({ tags }: { tags: readonly RemovableTag[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tg-tag-list" aria-label="Filters in use">
      {tags.map(({ label, removeHref }) => (
        <li key={removeHref}>
          <a className="tg-tag-list__tag" href={removeHref}>
            <span aria-hidden="true">✕</span>
            <span className="govuk-visually-hidden">Remove filter</span> {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
