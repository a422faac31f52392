/** A name as organisations have them, with all that could end a text in HTML. */
export const AWKWARD = "O'Brien & Sons <Ltd>"
