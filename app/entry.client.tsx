import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// A link to a place on the same page is the browser's own business: the router would take it for a
// new page, and forget what the action answered, the errors that the link stands among included.
window.addEventListener('popstate', (event) => {
  // Only the browser makes entries without a state.
  if (event.state === null) event.stopImmediatePropagation()
})

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
