import type { Fault } from '../../analyses/model/fault'
import { faultText } from '../../analyses/model/fault-text'
import type { Locale } from '../../analyses/model/locale'

/** The outside world of one invocation; tests give their own. */
export interface Terminal {
  readonly out: (data: string | Uint8Array) => void
  readonly err: (text: string) => void
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Progress is redrawn in place only where a person watches. */
  readonly interactive: boolean
}

export interface FaultDocument {
  readonly code: string
  readonly path?: string
  readonly values: Readonly<Record<string, string | number>>
  readonly message: string
}

export const faultDocument = (fault: Fault, locale: Locale): FaultDocument => ({
  code: fault.code,
  ...(fault.path === undefined ? {} : { path: fault.path }),
  values: fault.values,
  message: faultText(fault, locale),
})

/** One JSON document, nothing else: bytes become base64 so that a document stays a document. */
export const jsonDocument = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Plain columns for people: widths by the longest cell, numbers to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell)))
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
