import { Meta } from '@remix-run/react'
import { Children, cloneElement, isValidElement, useContext } from 'react'
import type { ReactElement, ReactNode } from 'react'
// The only way to what an action answered from outside its own page, on the server and here.
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'

/**
 * What a route says of itself in the head. While its form has been refused "Error: " stands before
 * the title, which is the first thing a screen reader says of a page.
 */
export function PageMeta() {
  const isRefused = useIsRefused()
  const { props } = Meta() as ReactElement<{ children: ReactNode }>
  return Children.map(props.children, (tag) =>
    isRefused && isValidElement<{ children: string }>(tag) && tag.type === 'title'
      ? cloneElement(tag, {}, `Error: ${tag.props.children}`)
      : tag,
  )
}

/** Whether the action of a page being shown answered with errors. */
export function useIsRefused(): boolean {
  const answers: unknown[] = Object.values(useContext(RouterState)?.actionData ?? {})
  return answers.some(
    (answer) => typeof answer === 'object' && answer !== null && 'errors' in answer,
  )
}
