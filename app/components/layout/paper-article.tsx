import type { Paper, PaperPart } from '#app/platform/paper.ts'
import { SummaryList } from '../govuk/summary-list.tsx'

/** A paper as a page that prints well: only this is on it when it is printed. */
export function PaperArticle({ paper }: { paper: Paper }) {
  return (
    <article className="tg-paper">
      <h2 className="govuk-heading-l tg-words">{paper.title}</h2>
      {paper.under.map((line) => (
        <p className="govuk-body tg-words" key={line}>
          {line}
        </p>
      ))}
      {paper.parts.map((part, index) => (
        <section className="tg-paper__part" key={index}>
          <h3 className="govuk-heading-m">{part.heading}</h3>
          <Content {...part} />
        </section>
      ))}
    </article>
  )
}

function Content({ words, lines, facts }: PaperPart) {
  return (
    <>
      {words !== undefined && <div className="govuk-body tg-words">{words}</div>}
      {lines && (
        <ul className="govuk-list govuk-list--bullet">
          {lines.map((line, index) => (
            <li className="tg-words" key={index}>
              {line}
            </li>
          ))}
        </ul>
      )}
      {facts && (
        <SummaryList
          rows={facts.map(({ name, value }) => ({
            key: { text: name },
            value: { text: <span className="tg-words">{value}</span> },
          }))}
        />
      )}
    </>
  )
}
