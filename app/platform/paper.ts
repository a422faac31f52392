/** Something to be printed: drawn as a page for the browser to print, and as a PDF, from one model. */
export interface Paper {
  title: string
  /** Stands under the title, a line each. */
  under: string[]
  parts: PaperPart[]
}

export interface PaperPart {
  heading: string
  /** Words as somebody typed them; a line end is one. */
  words?: string
  /** Short lines, each by itself. */
  lines?: string[]
  facts?: { name: string; value: string }[]
}
