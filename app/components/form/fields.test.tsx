import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckboxField } from './checkbox-field.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummaryBox } from './error-summary-box.tsx'
import { RadioField } from './radio-field.tsx'
import { SelectField } from './select-field.tsx'
import { SubmitButton } from './submit-button.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { TextField } from './text-field.tsx'

const options = [
  { value: 'job', label: 'Job' },
  { value: 'training', label: 'Training', hint: 'With a certificate' },
]

const fields: Record<string, (error?: string[]) => ReactElement> = {
  TextField: (error) => <TextField name="answer" label="Title" hint="Short" error={error} />,
  TextAreaField: (error) => (
    <TextAreaField name="answer" label="About" hint="Short" error={error} />
  ),
  RadioField: (error) => (
    <RadioField name="answer" legend="Kind" hint="One" options={options} error={error} />
  ),
  CheckboxField: (error) => (
    <CheckboxField name="answer" legend="Kinds" hint="Any" options={options} error={error} />
  ),
  SelectField: (error) => (
    <SelectField name="answer" label="Kind" hint="One" options={options} error={error} />
  ),
  DateField: (error) => <DateField name="answer" legend="Start" hint="5 3 2026" error={error} />,
}

describe.each(Object.entries(fields))('%s', (_, draw) => {
  it('has an input whose id is the name, so that the error summary leads to it', () => {
    expect(tagWithId(draw(['Answer it']), 'answer')).toMatch(/^<(input|textarea|select)\b/)
  })

  it('shows the first error only and ties it to the field', () => {
    const html = renderToStaticMarkup(draw(['Answer it', 'Answer it better']))
    expect(html).toContain('</span> Answer it</p>')
    expect(html).not.toContain('better')
    expect(describedIds(html)).toEqual(['hint', 'error'])
    for (const id of html.matchAll(/aria-describedby="([^"]*)"/g)) {
      for (const part of id[1]?.split(' ') ?? []) expect(html).toContain(`id="${part}"`)
    }
  })

  it('shows no error when there is none', () => {
    const html = renderToStaticMarkup(draw())
    expect(html).not.toMatch(/error/)
    expect(describedIds(html)).toEqual(['hint'])
  })
})

describe('answers already given', () => {
  it('are kept in a text field', () => {
    const field = <TextField name="pay" label="Pay" defaultValue={0} />
    expect(tagWithId(field, 'pay')).toContain('value="0"')
  })

  it('are kept in a longer text', () => {
    const field = <TextAreaField name="about" label="About" defaultValue="a <b>" />
    expect(renderToStaticMarkup(field)).toContain('>a &lt;b&gt;</textarea>')
  })

  it('are kept in radios, checkboxes and lists', () => {
    const radios = <RadioField name="a" legend="Kind" options={options} defaultValue="training" />
    const boxes = (
      <CheckboxField name="a" legend="Kinds" options={options} defaultValue={['training']} />
    )
    for (const field of [radios, boxes]) {
      expect(tagWithId(field, 'a')).not.toContain('checked')
      expect(tagWithId(field, 'a-2')).toContain('checked')
    }
    const list = <SelectField name="a" label="Kind" options={options} defaultValue="training" />
    expect(renderToStaticMarkup(list)).toContain('<option value="training" selected="">')
  })

  it('are kept in a date, each part under a name of its own', () => {
    const date = (
      <DateField name="start" legend="Start" defaultValue={{ day: 5, month: 3, year: 2026 }} />
    )
    const inputs = [...renderToStaticMarkup(date).matchAll(/<input[^>]*>/g)].map(String)
    const sent = inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')])
    expect(sent).toEqual([
      ['start-day', '5'],
      ['start-month', '3'],
      ['start-year', '2026'],
    ])
  })
})

describe('DateField', () => {
  it('gives the plain name as id to the day, which the error summary leads to', () => {
    const date = <DateField name="start" legend="Start" />
    expect(attribute(tagWithId(date, 'start'), 'name')).toBe('start-day')
  })

  it('marks only the parts that are wrong', () => {
    const date = (
      <DateField name="start" legend="Start" error="Enter a year" errorParts={['year']} />
    )
    expect(tagWithId(date, 'start')).not.toContain('govuk-input--error')
    expect(tagWithId(date, 'start-month')).not.toContain('govuk-input--error')
    expect(tagWithId(date, 'start-year')).toContain('govuk-input--error')
  })
})

describe('ErrorSummaryBox', () => {
  it('links each first message to its field', () => {
    const errors = {
      title: ['Enter a job title', 'Other'],
      pay: undefined,
      start: ['Enter a date'],
    }
    const html = renderToStaticMarkup(<ErrorSummaryBox errors={errors} />)
    const links = [...html.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, href, text]) => [
      href,
      text,
    ])
    expect(links).toEqual([
      ['#title', 'Enter a job title'],
      ['#start', 'Enter a date'],
    ])
  })

  it('says what is wrong with the whole form without a link', () => {
    const html = renderToStaticMarkup(<ErrorSummaryBox errors={{ '': ['It has changed'] }} />)
    expect(html).toContain('<li>It has changed</li>')
  })

  it('is not there when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummaryBox errors={{ title: undefined, pay: [] }} />)).toBe(
      '',
    )
  })
})

describe('SubmitButton', () => {
  it('sends the form with its own name and value', () => {
    const button = renderToStaticMarkup(
      <SubmitButton name="intent" value="approve">
        Approve introduction
      </SubmitButton>,
    )
    expect(button).toMatch(/^<button type="submit" name="intent" value="approve"/)
  })
})

function tagWithId(element: ReactElement, id: string): string {
  return new RegExp(`<[^>]* id="${id}"[^>]*>`).exec(renderToStaticMarkup(element))?.[0] ?? ''
}

/** Which messages describe the field: the ends of the ids. */
function describedIds(html: string): string[] {
  const ids = /aria-describedby="([^"]*(?:-hint|-error))"/.exec(html)?.[1]?.split(' ') ?? []
  return ids.map((id) => id.slice(id.lastIndexOf('-') + 1))
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}
