import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'
import type { HeadingLevel } from './heading.tsx'
import type { Attributes, Content } from './types.ts'

export interface SummaryAction extends Content {
  href: string
  /** What is changed: read after "Change". */
  visuallyHiddenText?: string
}

export interface SummaryActions {
  items?: SummaryAction[]
  classes?: string
}

export interface SummaryRow {
  key: { text: ReactNode; classes?: string }
  value: { text?: ReactNode; classes?: string }
  actions?: SummaryActions
  classes?: string
}

export interface SummaryCard {
  title?: { text: ReactNode; headingLevel?: HeadingLevel; classes?: string }
  actions?: SummaryActions
  classes?: string
  attributes?: Attributes
}

export interface SummaryListProps {
  rows: (SummaryRow | null | false | undefined | '')[]
  /** Puts the list in a card with a title. */
  card?: SummaryCard
  classes?: string
  attributes?: Attributes
}

/** Answers or facts as pairs of name and value, with links to change them. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const someActions = rows.some((row) => row && row.actions?.items?.length)
  const list = (
    <dl {...attributes} className={classNames('govuk-summary-list', classes)}>
      {rows.map(
        (row, index) =>
          row && <Row row={row} cardTitle={card?.title?.text} alignTo={someActions} key={index} />,
      )}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}

function Row(props: { row: SummaryRow; cardTitle?: ReactNode; alignTo: boolean | '' }) {
  const { row } = props
  const className = classNames(
    'govuk-summary-list__row',
    props.alignTo && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return (
    <div className={className}>
      <dt className={classNames('govuk-summary-list__key', row.key.classes)}>{row.key.text}</dt>
      <dd className={classNames('govuk-summary-list__value', row.value.classes)}>
        {row.value.text}
      </dd>
      {row.actions?.items && row.actions.items.length > 0 && (
        <dd className={classNames('govuk-summary-list__actions', row.actions.classes)}>
          {row.actions.items.length === 1 ? (
            <ActionLink action={row.actions.items[0]} cardTitle={props.cardTitle} />
          ) : (
            <ul className="govuk-summary-list__actions-list">
              {row.actions.items.map((action, index) => (
                <li className="govuk-summary-list__actions-list-item" key={index}>
                  <ActionLink action={action} cardTitle={props.cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function Card({ card, children }: { card: SummaryCard; children: ReactNode }) {
  const { title, actions } = card
  const actionsClass = classNames('govuk-summary-card__actions', actions?.classes)
  return (
    <div {...card.attributes} className={classNames('govuk-summary-card', card.classes)}>
      <div className="govuk-summary-card__title-wrapper">
        {title && (
          <Heading
            level={title.headingLevel ?? 2}
            className={classNames('govuk-summary-card__title', title.classes)}
          >
            {title.text}
          </Heading>
        )}
        {actions?.items?.length === 1 && (
          <div className={actionsClass}>
            <ActionLink action={actions.items[0]} cardTitle={title?.text} />
          </div>
        )}
        {actions?.items && actions.items.length > 1 && (
          <ul className={actionsClass}>
            {actions.items.map((action, index) => (
              <li className="govuk-summary-card__action" key={index}>
                <ActionLink action={action} cardTitle={title?.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function ActionLink({ action, cardTitle }: { action?: SummaryAction; cardTitle?: ReactNode }) {
  if (!action) return null
  const { visuallyHiddenText } = action
  return (
    <a
      {...action.attributes}
      className={classNames('govuk-link', action.classes)}
      href={action.href}
    >
      {action.text}
      {(visuallyHiddenText || cardTitle) && (
        <span className="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
