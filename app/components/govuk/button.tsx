import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Attributes } from './types.ts'

export interface ButtonProps {
  children?: ReactNode
  /** With an address it is drawn as a link. */
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  disabled?: boolean
  isStartButton?: boolean
  preventDoubleClick?: boolean
  id?: string
  classes?: string
  attributes?: Attributes
}

/** A button, or a link that looks like one. Say what happens: "Approve introduction". */
export function Button(props: ButtonProps) {
  const { children, href, type = 'submit', name, value, disabled, isStartButton, id } = props
  const common = {
    ...props.attributes,
    id,
    className: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  }
  if (href) {
    return (
      <a href={href} role="button" draggable="false" onKeyDown={pressWithSpace} {...common}>
        {children}
        {isStartButton && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {children}
      {isStartButton && <StartIcon />}
    </button>
  )
}

/** A button is pressed with the space bar too, and this one says it is a button. */
function pressWithSpace(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}

function StartIcon() {
  return (
    <svg
      className="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
