import type { ReactNode } from 'react'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

interface HeadingProps {
  level: HeadingLevel
  className?: string
  id?: string
  children?: ReactNode
}

/** A heading whose level the page decides. */
export function Heading({ level, ...props }: HeadingProps) {
  const Element = `h${level}` as const
  return <Element {...props} />
}
