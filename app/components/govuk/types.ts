import type { ReactNode } from 'react'

/** Extra HTML attributes, by their HTML names: `data-*`, `aria-*`, `id`, `rel` and the like. */
export type Attributes = Record<string, string>

/** A piece of content with its own classes and attributes. */
export interface Content {
  text?: ReactNode
  classes?: string
  attributes?: Attributes
}

/** Options of the group around a field. */
export interface FormGroupOptions {
  classes?: string
  attributes?: Attributes
}

/** A label, drawn as the page's `h1` when `isPageHeading`. */
export interface LabelOptions extends Content {
  isPageHeading?: boolean
}

/** An error message; `visuallyHiddenText` is read before it ("Error" unless given). */
export interface ErrorMessageOptions extends Content {
  visuallyHiddenText?: string | false
}

/** The fieldset around a group of inputs. */
export interface FieldsetOptions {
  describedBy?: string
  classes?: string
  attributes?: Attributes
  legend?: { text?: ReactNode; classes?: string; isPageHeading?: boolean }
}
