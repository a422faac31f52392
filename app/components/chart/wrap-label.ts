/**
 * Breaks a label into lines of at most `width` characters, between words. SVG text does not wrap
 * by itself; 30 characters fit a screen 320 pixels wide.
 */
export function wrapLabel(label: string, width = 30): string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines
}
