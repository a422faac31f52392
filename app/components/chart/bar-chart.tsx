import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Table } from '../govuk/table.tsx'
import { wrapLabel } from './wrap-label.ts'

export interface BarChartProps {
  /** What is counted: the name of both the chart and its table. */
  title: string
  /** Head of the first column: what a bar stands for. */
  labelHeading: string
  /** Head of the second: what its length stands for. */
  valueHeading: string
  /** `null` is a count too small to publish. */
  data: readonly { label: string; value: number | null }[]
  /** How values are written; with thousands separated unless given. */
  format?: (value: number) => string
  /** Under the chart: the date, the source, what is not known. */
  note?: ReactNode
}

const lineHeight = 24
const barHeight = 26
const rowGap = 16
// The longest bar leaves room after it for its value, on a narrow screen too.
const longestBarPercent = 74

/** Counts as bars with, beside them, the table that says the same. */
export function BarChart({ title, data, format = formatCount, ...props }: BarChartProps) {
  const id = useId()
  const written = (value: number | null) => (value === null ? 'fewer than 5' : format(value))
  return (
    <figure className="tg-chart" aria-labelledby={`${id}-title`}>
      <figcaption className="tg-chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <div className="tg-chart__columns">
        <Bars title={title} data={data} written={written} />
        <Table
          caption={title}
          captionClasses="govuk-visually-hidden"
          head={[{ text: props.labelHeading }, { text: props.valueHeading, format: 'numeric' }]}
          rows={data.map(({ label, value }) => [
            { text: label },
            { text: written(value), format: 'numeric' },
          ])}
          firstCellIsHeader
        />
      </div>
      {props.note && <div className="govuk-hint tg-chart__note">{props.note}</div>}
    </figure>
  )
}

interface BarsProps {
  title: string
  data: BarChartProps['data']
  written: (value: number | null) => string
}

function Bars({ title, data, written }: BarsProps) {
  const largest = Math.max(1, ...data.map(({ value }) => value ?? 0))
  const length = scaleLinear().domain([0, largest]).range([0, longestBarPercent])
  let top = 0
  const rows = data.map(({ label, value }) => {
    const lines = wrapLabel(label)
    const row = { label, value, lines, top }
    top += lines.length * lineHeight + barHeight + rowGap
    return row
  })
  return (
    <svg
      className="tg-chart__bars"
      role="img"
      aria-label={`Bar chart: ${title}. The table that follows has the same figures.`}
      width="100%"
      height={Math.max(top - rowGap, 0)}
    >
      {rows.map(({ label, value, lines, top: rowTop }) => {
        const barTop = rowTop + lines.length * lineHeight
        const end = value === null ? 0 : length(value)
        return (
          <g key={label}>
            {lines.map((line, index) => (
              <text
                className="tg-chart__label"
                x="0"
                y={rowTop + index * lineHeight + 17}
                key={index}
              >
                {line}
              </text>
            ))}
            {value !== null && (
              <rect
                className="tg-chart__bar"
                x="0"
                y={barTop}
                width={`${end}%`}
                height={barHeight}
              />
            )}
            <text
              className="tg-chart__value"
              x={`${end}%`}
              y={barTop + barHeight / 2}
              dx={value === null ? 0 : 8}
              dominantBaseline="central"
            >
              {written(value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function formatCount(value: number): string {
  return value.toLocaleString('en-GB')
}
