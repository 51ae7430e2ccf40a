import { refuse } from '../../analyses/model/fault'
import { meaningful, type SqlToken, sqlTokens } from './sql-tokens'

/** How a query may begin. SHOW, DESCRIBE, PRAGMA, EXPLAIN and all that writes are not queries. */
const beginnings: readonly string[] = ['select', 'with', 'from', 'values', 'table', '(']

/** Functions that reach for files or change something although they stand in a SELECT. */
const forbidden =
  /^(read_\w+|parquet_\w+|sniff_csv|glob|nextval|setseed|(force_)?checkpoint|write_log|\w+_logging|truncate_duckdb_logs|load_aws_credentials|\w*_scan|\w*_attach)$/

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * SQL of a pack or a person as one read-only SELECT, safe to run and to put into brackets. Row order is
 * kept. Throws the faults `sql.not-a-select`, `sql.several-statements`, `sql.unfinished`, `sql.forbidden`.
 * What it cannot see (a file name in FROM) the engine refuses: it has no file access at all.
 */
export function readOnlySelect(sql: string): string {
  const tokens = withoutEnd(meaningful(sqlTokens(sql)))
  refuseUnfinished(tokens)
  if (tokens.some(({ text }) => text === ';')) refuse('sql.several-statements')
  const first = tokens[0]?.text ?? ''
  if (!beginnings.includes(first.toLowerCase())) refuse('sql.not-a-select', { found: first.slice(0, 40) })
  refuseFunctions(tokens)
  // As a derived table nothing but a query parses. The line break ends a last `--` comment.
  return `SELECT * FROM (\n${withoutLastSemicolon(sql)}\n)`
}

const withoutEnd = (tokens: readonly SqlToken[]): readonly SqlToken[] =>
  tokens.slice(0, tokens.findLastIndex(({ text }) => text !== ';') + 1)

/** Only semicolons after the last meaningful token go; comments stay, which do no harm. */
function withoutLastSemicolon(sql: string): string {
  const tokens = sqlTokens(sql)
  const last = tokens.findLastIndex(
    ({ kind, text }) => kind !== 'space' && kind !== 'comment' && text !== ';',
  )
  return tokens
    .filter(({ text }, index) => index <= last || text !== ';')
    .map(({ text }) => text)
    .join('')
}

/** A bracket closed too often would leave the derived table and go on outside of it. */
function refuseUnfinished(tokens: readonly SqlToken[]): void {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind === 'unfinished') refuse('sql.unfinished', { found: text.slice(0, 40) })
    if (kind !== 'symbol') continue
    const closing = closes[text]
    if (closing !== undefined) open.push(closing)
    else if (Object.values(closes).includes(text) && open.pop() !== text)
      refuse('sql.unfinished', { found: text })
  }
  const missing = open.pop()
  if (missing !== undefined) refuse('sql.unfinished', { found: missing })
}

function refuseFunctions(tokens: readonly SqlToken[]): void {
  for (const [index, token] of tokens.entries()) {
    const called = tokens[index + 1]?.text === '('
    if (!called || (token.kind !== 'word' && token.kind !== 'quoted-name')) continue
    const name = token.kind === 'word' ? token.text : token.text.slice(1, -1).replaceAll('""', '"')
    if (forbidden.test(name.toLowerCase())) refuse('sql.forbidden', { name })
  }
}
