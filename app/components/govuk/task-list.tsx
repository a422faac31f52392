import type { ReactNode } from 'react'
import { classNames, describedByIds } from './class-names.ts'
import { Tag } from './tag.tsx'
import type { Attributes, Content } from './types.ts'

export interface TaskListItem {
  title: { text: ReactNode; classes?: string }
  href?: string
  hint?: { text: ReactNode }
  /** A tag for what is still to do, plain text for what is done. */
  status: { tag?: Content; text?: ReactNode; classes?: string }
  classes?: string
}

export interface TaskListProps {
  items: (TaskListItem | null | false | undefined | '')[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}

/** The parts of a long journey and how far each is. */
export function TaskList({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) {
  return (
    <ul {...attributes} className={classNames('govuk-task-list', classes)}>
      {items.map(
        (item, index) => item && <Item item={item} id={`${idPrefix}-${index + 1}`} key={index} />,
      )}
    </ul>
  )
}

function Item({ item, id }: { item: TaskListItem; id: string }) {
  const hintId = item.hint && `${id}-hint`
  const statusId = `${id}-status`
  const className = classNames(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  )
  return (
    <li className={className}>
      <div className="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            className={classNames('govuk-link govuk-task-list__link', item.title.classes)}
            href={item.href}
            aria-describedby={describedByIds(hintId, statusId)}
          >
            {item.title.text}
          </a>
        ) : (
          <div className={item.title.classes}>{item.title.text}</div>
        )}
        {item.hint && (
          <div id={hintId} className="govuk-task-list__hint">
            {item.hint.text}
          </div>
        )}
      </div>
      <div className={classNames('govuk-task-list__status', item.status.classes)} id={statusId}>
        {item.status.tag ? (
          <Tag classes={item.status.tag.classes} attributes={item.status.tag.attributes}>
            {item.status.tag.text}
          </Tag>
        ) : (
          item.status.text
        )}
      </div>
    </li>
  )
}
