import { readFileSync } from 'node:fs'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { unsupportedFixtures } from './fixtures.unsupported.ts'
import { Hint } from './hint.tsx'
import { InsetText } from './inset-text.tsx'
import { Input } from './input.tsx'
import { Label } from './label.tsx'
import { normaliseHtml } from './normalise-html.ts'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- options come from published JSON
type Options = any

interface Fixture {
  name: string
  options: Options
  html: string
}

const withContent =
  (Component: (props: Options) => ReactNode) =>
  ({ text, ...options }: Options) => <Component {...options}>{text}</Component>

const withOptions = (Component: (props: Options) => ReactNode) => (options: Options) => (
  <Component {...options} />
)

const ports: Record<string, (options: Options) => ReactElement> = {
  'back-link': withContent(BackLink),
  breadcrumbs: withOptions(Breadcrumbs),
  button: withContent(Button),
  checkboxes: withOptions(Checkboxes),
  'date-input': withOptions(DateInput),
  details: withContent(Details),
  'error-message': withContent(ErrorMessage),
  'error-summary': withOptions(ErrorSummary),
  fieldset: withContent(Fieldset),
  hint: withContent(Hint),
  'inset-text': withContent(InsetText),
  input: withOptions(Input),
  label: ({ for: htmlFor, ...options }) => withContent(Label)({ htmlFor, ...options }),
  'notification-banner': ({ html, ...options }) => (
    <NotificationBanner {...options}>{html}</NotificationBanner>
  ),
  pagination: withOptions(Pagination),
  panel: withContent(Panel),
  radios: withOptions(Radios),
  select: withOptions(Select),
  'skip-link': withContent(SkipLink),
  'summary-list': withOptions(SummaryList),
  table: withOptions(Table),
  tag: withContent(Tag),
  'task-list': withOptions(TaskList),
  textarea: withOptions(Textarea),
  'warning-text': withContent(WarningText),
}

describe.each(Object.keys(ports))('%s draws the published HTML', (component) => {
  const fixtures = publishedFixtures(component)
  const unsupported = unsupportedFixtures[component] ?? {}

  it.each(fixtures.filter(({ name }) => !(name in unsupported)))('$name', (fixture) => {
    expect(draw(component, fixture.options)).toBe(normaliseHtml(fixture.html))
  })

  const named = Object.entries(unsupported)
  if (named.length > 0) {
    // Keeps the list honest: a fixture that came to work, or went away, must leave it.
    it.each(named)('does not yet draw: %s (%s)', (name) => {
      const fixture = fixtures.find((candidate) => candidate.name === name)
      expect(fixture, 'a fixture of that name').toBeDefined()
      expect(tryToDraw(component, fixture?.options)).not.toBe(normaliseHtml(fixture?.html ?? ''))
    })
  }
})

function publishedFixtures(component: string): Fixture[] {
  const url = new URL(
    `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  )
  return JSON.parse(readFileSync(url, 'utf8')).fixtures
}

function tryToDraw(component: string, options: Options): string {
  try {
    return draw(component, options)
  } catch (error) {
    return `threw ${String(error)}`
  }
}

/**
 * React takes nodes where the templates take strings of HTML. Each such string goes in as a
 * marker and comes back out of the markup, so that its place is compared too.
 */
function draw(component: string, options: Options): string {
  const html: string[] = []
  const keepHtml = component === 'notification-banner'
  const props = withMarkers(options, html, keepHtml)
  const markup = renderToStaticMarkup(ports[component]?.(props) ?? <></>)
  return normaliseHtml(markup.replace(/\[html-(\d+)\]/g, (_, index) => html[Number(index)] ?? ''))
}

const textOf: Record<string, string> = {
  html: 'text',
  titleHtml: 'titleText',
  summaryHtml: 'summaryText',
  descriptionHtml: 'descriptionText',
}

function withMarkers(options: Options, html: string[], keepHtml = false): Options {
  if (Array.isArray(options)) return options.map((item) => withMarkers(item, html))
  if (options === null || typeof options !== 'object') return options
  const result: Options = {}
  for (const [key, value] of Object.entries<Options>(options)) {
    const textKey = textOf[key]
    if (textKey && typeof value === 'string') {
      const marker = value && `[html-${html.push(value.trim()) - 1}]`
      result[keepHtml && key === 'html' ? 'html' : textKey] = marker
    } else if (key === 'conditional') {
      result[key] = withMarkers(value, html)?.text
    } else if (!(key in result)) {
      result[key] = withMarkers(value, html)
    }
  }
  return result
}
