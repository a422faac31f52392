import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { classNames, describedByIds } from './class-names.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import type { Attributes, Content } from './types.ts'

export interface ChoiceItem {
  value?: string | number
  text?: ReactNode
  id?: string
  /** Overrides the value of the whole group. */
  checked?: boolean
  disabled?: boolean
  hint?: Content
  label?: { classes?: string; attributes?: Attributes }
  /** Content that belongs to this answer; always shown, as it must be without a client script. */
  conditional?: ReactNode
  attributes?: Attributes
}

/** A word between two choices, such as "or". */
export interface ChoiceDivider {
  divider: string
}

export type ChoiceItems<Item extends ChoiceItem = ChoiceItem> = (
  Item | ChoiceDivider | null | false | undefined
)[]

interface ChoicesProps {
  kind: 'radios' | 'checkboxes'
  items: ChoiceItems<ChoiceItem & { name?: string; behaviour?: 'exclusive' }>
  idPrefix: string
  name: string
  isChosen: (value: ChoiceItem['value']) => boolean
  describedBy?: string
  classes?: string
  attributes?: Attributes
}

/** The list of choices of radios or checkboxes. The first has the id an error summary links to. */
export function Choices({ kind, items, ...props }: ChoicesProps) {
  const block = `govuk-${kind}`
  return (
    <div {...props.attributes} className={classNames(block, props.classes)} data-module={block}>
      {items.map((item, index) => {
        if (!item) return null
        if ('divider' in item) {
          return (
            <div className={`${block}__divider`} key={index}>
              {item.divider}
            </div>
          )
        }
        const id = item.id ?? (index > 0 ? `${props.idPrefix}-${index + 1}` : props.idPrefix)
        const checked = item.checked ?? props.isChosen(item.value)
        const hintId = item.hint?.text ? `${id}-item-hint` : undefined
        const hidden = !checked && `${block}__conditional--hidden`
        return (
          <Fragment key={index}>
            <div className={`${block}__item`}>
              <input
                {...item.attributes}
                className={`${block}__input`}
                id={id}
                name={item.name ?? props.name}
                type={kind === 'radios' ? 'radio' : 'checkbox'}
                value={item.value}
                defaultChecked={checked}
                disabled={item.disabled}
                data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
                data-behaviour={item.behaviour}
                aria-describedby={
                  describedByIds(props.describedBy, hintId) ?? item.attributes?.['aria-describedby']
                }
              />
              <Label
                htmlFor={id}
                classes={classNames(`${block}__label`, item.label?.classes)}
                attributes={item.label?.attributes}
              >
                {item.text}
              </Label>
              {hintId && (
                <Hint
                  id={hintId}
                  classes={classNames(`${block}__hint`, item.hint?.classes)}
                  attributes={item.hint?.attributes}
                >
                  {item.hint?.text}
                </Hint>
              )}
            </div>
            {item.conditional && (
              <div className={classNames(`${block}__conditional`, hidden)} id={`conditional-${id}`}>
                {item.conditional}
              </div>
            )}
          </Fragment>
        )
      })}
    </div>
  )
}
