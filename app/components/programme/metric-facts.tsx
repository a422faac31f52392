import { countedOver, metricUnits } from '#app/features/programmes/vocabulary.ts'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { boundedNumber, spanOf } from '#app/features/programmes/wording.ts'

export interface MetricFactsProps {
  metric: {
    definition: string
    unit: string
    countedOver: string | null
    followUpMonths: number | null
    target: number | null
    values: {
      id: string
      periodFrom: string
      periodTo: string
      value: number
      bound: string
      source: string
      takenBackReason: string | null
    }[]
  }
}

/** What is counted, with its definition beside its numbers; those taken back say why. */
export function MetricFacts({ metric }: MetricFactsProps) {
  const { definition, unit, target, followUpMonths, values } = metric
  const facts = [
    `${labelOf(metricUnits, unit)} are counted`,
    metric.countedOver && `out of: ${labelOf(countedOver, metric.countedOver).toLowerCase()}`,
    followUpMonths !== null && `followed up for ${followUpMonths} months`,
    target === null ? 'no target' : `target ${target.toLocaleString('en-GB')}`,
  ]
  return (
    <>
      <p className="govuk-body">{definition}</p>
      <p className="govuk-body">{facts.filter(Boolean).join('; ')}</p>
      {values.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {values.map((one) => (
            <li key={one.id}>
              {boundedNumber(one.value, one.bound)}, {spanOf(one.periodFrom, one.periodTo)} (
              {one.source}){' '}
              {one.takenBackReason === null ? (
                <a className="govuk-link" href={`/office/values/${one.id}/take-back`}>
                  Take back
                  <span className="govuk-visually-hidden">
                    {' '}
                    {boundedNumber(one.value, one.bound)}, {spanOf(one.periodFrom, one.periodTo)}
                  </span>
                </a>
              ) : (
                `– taken back: ${one.takenBackReason}`
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
