import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { FieldsetOptions } from './types.ts'

export interface FieldsetProps extends FieldsetOptions {
  role?: string
  children?: ReactNode
}

/** A group of inputs that answer one question, named by its legend. */
export function Fieldset({ legend, role, describedBy, classes, ...props }: FieldsetProps) {
  return (
    <fieldset
      {...props.attributes}
      className={classNames('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy || undefined}
    >
      {legend?.text && (
        <legend className={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? (
            <h1 className="govuk-fieldset__heading">{legend.text}</h1>
          ) : (
            legend.text
          )}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}
