/**
 * A number of a run inside a text: `{{run table column key=code key="code of several words"}}`. Exactly one row of the
 * table must have all these codes. `$name` stands for the run's parameter of that name, `$first` and `$last` for the
 * smallest and largest of the column's values (periods), `#` in the place of the column for how many rows there are.
 */
export interface LiveNumber {
  readonly run: string
  readonly table: string
  readonly column: string
  readonly where: Readonly<Record<string, string>>
}

/** A text cut at its live numbers; one that cannot be read keeps its wording, so that it can be shown and mended. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'number'; readonly number: LiveNumber; readonly source: string }
  | { readonly kind: 'unreadable'; readonly source: string }

const slot = /\{\{([^{}]*)\}\}/g
const word = '[A-Za-z_][A-Za-z0-9_.-]*'
const shape = new RegExp(
  `^\\s*([a-z][a-z0-9-]*)\\s+(${word})\\s+(#|${word})((?:\\s+${word}=(?:"[^"]*"|[^\\s"]*))*)\\s*$`,
)
const condition = new RegExp(`(${word})=(?:"([^"]*)"|([^\\s"]*))`, 'g')

export function cutText(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(slot)) {
    if (match.index > end) pieces.push({ kind: 'words', text: text.slice(end, match.index) })
    const number = readLiveNumber(match[1] ?? '')
    pieces.push(
      number === null
        ? { kind: 'unreadable', source: match[0] }
        : { kind: 'number', number, source: match[0] },
    )
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) })
  return pieces
}

function readLiveNumber(inside: string): LiveNumber | null {
  const [, run, table, column, conditions = ''] = shape.exec(inside) ?? []
  if (run === undefined || table === undefined || column === undefined) return null
  const where = [...conditions.matchAll(condition)].map(
    ([, name = '', quoted, plain]) => [name, quoted ?? plain ?? ''] as const,
  )
  return { run, table, column, where: Object.fromEntries(where) }
}

/** How a live number is written into a text. */
export function liveNumberText({ run, table, column, where }: LiveNumber): string {
  const conditions = Object.entries(where).map(
    ([name, code]) => ` ${name}=${/^[^\s"]+$/.test(code) ? code : `"${code.replaceAll('"', '')}"`}`,
  )
  return `{{${run} ${table} ${column}${conditions.join('')}}}`
}
