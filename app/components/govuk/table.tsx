import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes, Content } from './types.ts'

export interface TableCell extends Content {
  /** Numbers are aligned so that they can be compared. */
  format?: 'numeric'
  colspan?: number
  rowspan?: number
}

export interface TableProps {
  caption?: ReactNode
  captionClasses?: string
  head?: TableCell[]
  rows: (TableCell[] | null | false | undefined)[]
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}

/** Facts to compare. Give it a caption: it is the table's name. */
export function Table({ caption, captionClasses, head, rows, ...props }: TableProps) {
  return (
    <table {...props.attributes} className={classNames('govuk-table', props.classes)}>
      {caption && (
        <caption className={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>
      )}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((cell, index) => (
              <th
                {...cellProps(cell)}
                scope="col"
                className={classNames(
                  'govuk-table__header',
                  cell.format && `govuk-table__header--${cell.format}`,
                  cell.classes,
                )}
                key={index}
              >
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map(
          (row, index) =>
            row && (
              <tr className="govuk-table__row" key={index}>
                {row.map((cell, column) =>
                  props.firstCellIsHeader && column === 0 ? (
                    <th
                      {...cellProps(cell)}
                      scope="row"
                      className={classNames('govuk-table__header', cell.classes)}
                      key={column}
                    >
                      {cell.text}
                    </th>
                  ) : (
                    <td
                      {...cellProps(cell)}
                      className={classNames(
                        'govuk-table__cell',
                        cell.format && `govuk-table__cell--${cell.format}`,
                        cell.classes,
                      )}
                      key={column}
                    >
                      {cell.text}
                    </td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function cellProps(cell: TableCell) {
  return { ...cell.attributes, colSpan: cell.colspan, rowSpan: cell.rowspan }
}
