import type { ReactNode } from 'react'

export interface ScrollRegionProps {
  /** Names what is in it, for those who reach it by keyboard. */
  label: string
  children: ReactNode
}

/** Lets a wide table scroll by itself, so that the page need not. It takes the focus to do so. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // Without the focus nobody could scroll it by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tg-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
