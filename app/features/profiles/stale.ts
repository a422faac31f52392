import { Invalid } from '#app/platform/errors.ts'

/** Another save came first: the page then shows both. */
export const stale = () =>
  new Invalid({
    version: [
      'These answers were changed somewhere else after you opened this page. Look at both, then save again.',
    ],
  })
