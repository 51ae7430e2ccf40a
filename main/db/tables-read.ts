import { meaningful, type SqlToken, sqlTokens } from './sql-tokens'

/**
 * The engine names the tables of a query without their schema; this puts back what was written before
 * the name. A table may come out more than once under different spellings, never under none.
 */
export function qualifiedTables(sql: string, names: readonly string[]): readonly string[] {
  const written = chains(meaningful(sqlTokens(sql)))
  const found = names.flatMap((name) => {
    const spellings = written.filter((chain) => same(chain.at(-1), name)).map((chain) => chain.join('.'))
    return spellings.length === 0 ? [name] : spellings
  })
  return [...new Set(found)].sort()
}

const same = (left: string | undefined, right: string): boolean => left?.toLowerCase() === right.toLowerCase()

/** Every run of names joined by dots, unquoted. */
function chains(tokens: readonly SqlToken[]): readonly (readonly string[])[] {
  const all: string[][] = []
  let open: string[] | null = null
  for (const [index, token] of tokens.entries()) {
    const dotted = tokens[index - 1]?.text === '.'
    if (token.kind !== 'word' && token.kind !== 'quoted-name') {
      if (token.text !== '.') open = null
      continue
    }
    if (open === null || !dotted) {
      open = []
      all.push(open)
    }
    open.push(token.kind === 'word' ? token.text : token.text.slice(1, -1).replaceAll('""', '"'))
  }
  return all
}
