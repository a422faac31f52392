import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Moves the focus to the content of a page that came without a new document: the button it was on
 * has gone, and a keyboard or a screen reader would be left at nothing.
 */
export function useFocusOnNewPage(id: string) {
  const { key } = useLocation()
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    const content = document.getElementById(id)
    // An error summary, or a field that is still there, keeps it.
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true })
  }, [key, id])
}
