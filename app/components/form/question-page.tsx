import type { ReactNode } from 'react'
import { longDate } from '#app/platform/clock.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummaryBox } from './error-summary-box.tsx'
import { Form } from './form.tsx'
import { RadioField } from './radio-field.tsx'
import { SavedElsewhere } from './saved-elsewhere.tsx'
import { SelectField } from './select-field.tsx'
import { SubmitButton } from './submit-button.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { TextField } from './text-field.tsx'

/** One question of a short form, with the control that asks it. */
export interface Question {
  name: string
  label: string
  hint?: string
  control: 'line' | 'lines' | 'number' | 'pounds' | 'day' | 'choice' | 'list'
  /** Of a choice or a list. */
  options?: readonly { value: string; label: string; hint?: string }[]
  /** Of a list: its first line, without a value. */
  emptyLabel?: string
}

export interface QuestionPageProps {
  title: string
  /** What the form is about. */
  caption?: string
  back: { href: string; text: string }
  questions: readonly Question[]
  /** The answers there are, by name; a day as `yyyy-MM-dd`. */
  saved?: Record<string, string | number | null>
  /** Of the row that is changed: sent along, and shown beside when another save came first. */
  version?: number
  refused?: { errors: Record<string, string[]>; values: Record<string, string | string[]> }
  /** Names the outcome. */
  button: string
  tone?: 'primary' | 'warning'
  /** What stands above the form. */
  children?: ReactNode
}

/** A page that is one short form: every question, in order, and a button. */
export function QuestionPage({ questions, saved = {}, refused, ...page }: QuestionPageProps) {
  const errors = refused?.errors ?? {}
  return (
    <>
      <BackLink href={page.back.href}>{page.back.text}</BackLink>
      <ErrorSummaryBox errors={errors} />
      <PageHeading title={page.title} caption={page.caption} />
      {page.children}
      {errors.version && (
        <SavedElsewhere
          rows={questions.map((question) => ({
            name: question.label,
            value: asRead(question, saved[question.name]),
          }))}
        />
      )}
      <Form>
        {page.version !== undefined && <input type="hidden" name="version" value={page.version} />}
        {questions.map((question) => (
          <QuestionField
            key={question.name}
            question={question}
            values={refused?.values ?? asTyped(questions, saved)}
            error={errors[question.name]}
          />
        ))}
        <SubmitButton tone={page.tone}>{page.button}</SubmitButton>
      </Form>
    </>
  )
}

interface QuestionFieldProps {
  question: Question
  values: Record<string, string | string[]>
  error?: string[]
}

function QuestionField({ question, values, error }: QuestionFieldProps) {
  const { name, label, hint, control, options = [], emptyLabel } = question
  const defaultValue = [values[name] ?? ''].flat()[0] ?? ''
  const common = { name, hint, error, defaultValue }
  switch (control) {
    case 'lines':
      return <TextAreaField {...common} label={label} rows={4} spellCheck />
    case 'number':
      return <TextField {...common} label={label} width={5} inputMode="numeric" />
    case 'pounds':
      return <TextField {...common} label={label} width={10} prefix="£" inputMode="numeric" />
    case 'day':
      return (
        <DateField
          {...common}
          legend={label}
          hint={hint ?? 'For example, 31 3 2026'}
          defaultValue={typedDay(values, name)}
        />
      )
    case 'choice':
      return <RadioField {...common} legend={label} options={options} />
    case 'list':
      return <SelectField {...common} label={label} options={options} emptyLabel={emptyLabel} />
    case 'line':
      return <TextField {...common} label={label} autoComplete="off" />
  }
}

/** What is saved, as the boxes of the form hold it. */
function asTyped(questions: readonly Question[], saved: Record<string, string | number | null>) {
  const typed: Record<string, string> = {}
  for (const { name, control } of questions) {
    const value = String(saved[name] ?? '')
    if (control !== 'day') typed[name] = value
    else
      for (const [index, part] of ['year', 'month', 'day'].entries())
        typed[`${name}-${part}`] = (value.split('-')[index] ?? '').replace(/^0/, '')
  }
  return typed
}

function asRead({ control, options }: Question, value: string | number | null | undefined) {
  const text = String(value ?? '')
  if (text === '') return 'Nothing'
  if (control === 'day') return longDate(text)
  return options?.find((option) => option.value === text)?.label ?? text
}
