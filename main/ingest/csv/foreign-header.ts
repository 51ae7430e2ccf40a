import { isTyped } from './cell-kinds'

/** Delimiters a header may have kept when the body was written with another one. */
const delimiters = [';', ',', '\t', '|', ' '] as const

/**
 * The cells of a header line whose delimiter is not the one of the body below it (it stands there as one or a few odd
 * cells), when another delimiter gives `width` different names; null otherwise.
 */
export function splitAsHeader(cells: readonly string[], width: number): readonly string[] | null {
  const [line] = cells
  if (width < 3 || cells.length !== 1 || line === undefined) return null
  for (const delimiter of delimiters) {
    const names = splitQuoted(line, delimiter)
    const plain = names.every((name) => name !== '' && !isTyped(name))
    if (names.length === width && plain && new Set(names).size === width) return names
  }
  return null
}

function splitQuoted(line: string, delimiter: string): readonly string[] {
  const names = ['']
  let inside = false
  for (const letter of line) {
    if (letter === '"') inside = !inside
    else if (letter === delimiter && !inside) names.push('')
    else names[names.length - 1] = `${names.at(-1)}${letter}`
  }
  return names.map((name) => name.trim())
}
