/** What a piece of SQL is, as far as names, values and statement ends are concerned. */
export type SqlTokenKind =
  | 'word'
  | 'number'
  | 'text'
  | 'quoted-name'
  | 'parameter'
  | 'symbol'
  | 'comment'
  | 'space'
  | 'unfinished'

export interface SqlToken {
  readonly kind: SqlTokenKind
  readonly text: string
}

// DuckDB inherits PostgreSQL's lexer: letters beyond ASCII and, after the first, `$` belong to names.
const patterns: readonly (readonly [SqlTokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /--[^\r\n]*/y],
  ['text', /[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y],
  ['unfinished', /[eE]'[\s\S]*/y],
  ['text', /'(?:[^']|'')*'/y],
  ['unfinished', /'[\s\S]*/y],
  ['quoted-name', /"(?:[^"]|"")*"/y],
  ['unfinished', /"[\s\S]*/y],
  ['text', /\$((?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?\$\1\$/y],
  ['unfinished', /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*/y],
  ['parameter', /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|\d+)/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['number', /\d[\w.]*/y],
  ['parameter', /\?\d*/y],
]

/** Splits SQL without ever failing; the texts put together are the input again. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  for (let at = 0; at < sql.length; ) {
    const token = blockComment(sql, at) ?? matchAt(sql, at) ?? { kind: 'symbol', text: sql.charAt(at) }
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function matchAt(sql: string, at: number): SqlToken | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    if (text !== undefined && text !== '') return { kind, text }
  }
  return null
}

/** Block comments nest, which no regular expression can follow. */
function blockComment(sql: string, start: number): SqlToken | null {
  if (!sql.startsWith('/*', start)) return null
  let depth = 0
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) {
      depth += 1
      at += 1
    } else if (sql.startsWith('*/', at)) {
      depth -= 1
      at += 1
      if (depth === 0) return { kind: 'comment', text: sql.slice(start, at + 1) }
    }
  }
  return { kind: 'unfinished', text: sql.slice(start) }
}

/** Tokens that mean something: no spaces, no comments. */
export const meaningful = (tokens: readonly SqlToken[]): readonly SqlToken[] =>
  tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment')
