const toId = /^.*?\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(?=\/|$)/i

/**
 * The page of the thing that an address is about, which says how it stands: the page of an act may
 * have nothing left to ask. Openings have no page among a mentor's own, and what a programme is made of
 * has none but the programme's.
 */
export const pageAbout = (path: string) =>
  (toId.exec(path)?.[0] ?? path)
    .replace(/^\/mentor(?=\/openings\/)/, '')
    .replace(/^\/office\/(?:areas|sources|values)\/.*$/, '/office/programmes')
