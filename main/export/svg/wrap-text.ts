/**
 * Breaks a text into lines no wider than `most` pixels. Only ordinary spaces break, because a non-breaking
 * one holds a preposition or a unit to its neighbour; a single word that is too wide is broken inside.
 */
export function wrapText(text: string, most: number, width: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).flatMap((word) => piecesOf(word, most, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && width(longer) > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function piecesOf(word: string, most: number, width: (text: string) => number): readonly string[] {
  if (width(word) <= most) return [word]
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of word) {
    const advance = width(character)
    if (piece !== '' && used + advance > most) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += advance
  }
  return [...pieces, piece]
}
