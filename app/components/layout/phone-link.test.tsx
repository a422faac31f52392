import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PhoneLink } from './phone-link.tsx'

test.each([
  ['01632 960 000', 'tel:01632960000'],
  ['(01632) 960-000', 'tel:01632960000'],
  ['+44 (0)1632 960000', 'tel:+441632960000'],
  ['+44 1632 960000', 'tel:+441632960000'],
])('%s is shown as it is and dialled as %s', (number, dialled) => {
  const markup = renderToStaticMarkup(<PhoneLink number={number} />)
  expect(markup).toContain(`href="${dialled}"`)
  expect(markup).toContain(`>${number}</a>`)
})
