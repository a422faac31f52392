const interruption = 'we have no interruption pages'
const namedParts = 'parts are given as items, never as day, month and year'
const errorByClass = 'a part is marked with `error`, never by its class'

/**
 * Published fixtures that our options leave out on purpose, by component and name, with the
 * reason. The test fails when one of them is drawn right after all, or is no longer published.
 */
export const unsupportedFixtures: Record<string, Record<string, string>> = {
  button: { 'start link with html': 'a start button holds plain text only' },
  'date-input': {
    'with translations': namedParts,
    'with values, name prefix and custom names': namedParts,
    'day and month': namedParts,
    'month and year': namedParts,
    'with errors only': namedParts,
    'with errors only (using classes)': namedParts,
    'with error on day input': namedParts,
    'with error on month input': namedParts,
    'with error on year input': namedParts,
    'with field value': namedParts,
    'with field value and items': namedParts,
    'with field value overriding values': namedParts,
    'with error on single field': namedParts,
    'with error on single field by omission': namedParts,
    'with error on single field using classes': namedParts,
    'with error on single item using classes': errorByClass,
  },
  'error-message': { attributes: 'an id is given as `id`, never among the attributes' },
  panel: {
    interruption,
    'interruption-with-content-with-long-line-length': interruption,
    'interruption-with-headings-content-and-lists': interruption,
    'interruption with custom classes': interruption,
    'interruption, with actions classes and attributes': interruption,
    'interruption, submit action': interruption,
    'interruption, button link': interruption,
    'interruption, no actions': interruption,
    'interruption, no actions items': interruption,
  },
  select: { hint: 'a list without items is no choice: items are required' },
}
