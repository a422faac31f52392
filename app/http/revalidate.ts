import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For forms that show what is saved beside what could not be: without it the browser would keep
 * the data, and the version, from before the form was refused.
 */
export const alsoWhenRefused: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || actionStatus === 422 || defaultShouldRevalidate
