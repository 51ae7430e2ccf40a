/**
 * The whole of what a chart of a pack may compute: its own row's fields and an axis label, compared and
 * combined with constants and these functions. No member of a member, no other name, no assignment.
 */
const functions: ReadonlySet<string> = new Set([
  'abs',
  'ceil',
  'floor',
  'format',
  'if',
  'isValid',
  'max',
  'min',
  'round',
])
const words: ReadonlySet<string> = new Set(['true', 'false', 'null'])

const token =
  /\s+|datum(?:\.[a-z_]\w*|\[(?:'[\w ]*'|"[\w ]*")\])|[a-z_]\w*|\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"|===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:(),]/giy

export function checkExpression(text: string): boolean {
  if (text.length > 400) return false
  token.lastIndex = 0
  let position = 0
  while (position < text.length) {
    const found = token.exec(text)
    if (found === null) return false
    position = token.lastIndex
    const word = found[0]
    if (/^[a-z_]\w*$/i.test(word)) {
      const called = /^\s*\(/.test(text.slice(position))
      if (called ? !functions.has(word) : !words.has(word)) return false
    }
    // `datum.x(…)` or `'…'(…)`: only the listed functions may be called, and nothing may be indexed.
    else if (/^(?:datum|['"])/i.test(word) && /^\s*[([.]/.test(text.slice(position))) return false
  }
  return true
}
