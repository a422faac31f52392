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
  /**
   * Ours: on a phone each row becomes a block, every cell after the name of its column. The roles say
   * again what browsers forget of a table that is drawn so.
   */
  isStacked?: boolean
}

/** Facts to compare. Give it a caption: it is the table's name. */
export function Table({ caption, captionClasses, head, rows, ...props }: TableProps) {
  const role = (name: string) => (props.isStacked ? { role: name } : {})
  const labelOf = (column: number) =>
    props.isStacked ? { 'data-label': head?.[column]?.text } : {}
  return (
    <table
      {...props.attributes}
      {...role('table')}
      className={classNames('govuk-table', props.isStacked && 'tg-stacked', props.classes)}
    >
      {caption && (
        <caption className={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>
      )}
      {head && (
        <thead {...role('rowgroup')} className="govuk-table__head">
          <tr {...role('row')} className="govuk-table__row">
            {head.map((cell, index) => (
              <th
                {...cellProps(cell)}
                {...role('columnheader')}
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
      <tbody {...role('rowgroup')} className="govuk-table__body">
        {rows.map(
          (row, index) =>
            row && (
              <tr {...role('row')} className="govuk-table__row" key={index}>
                {row.map((cell, column) =>
                  props.firstCellIsHeader && column === 0 ? (
                    <th
                      {...cellProps(cell)}
                      {...role('rowheader')}
                      scope="row"
                      className={classNames('govuk-table__header', cell.classes)}
                      key={column}
                    >
                      {cell.text}
                    </th>
                  ) : (
                    <td
                      {...cellProps(cell)}
                      {...role('cell')}
                      {...labelOf(column)}
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
