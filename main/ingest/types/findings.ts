import type { Problem } from '../../../analyses/model/data-set'
import type { ProblemCode } from '../../../analyses/model/problems'
import type { Ask } from './raw-column'

/** What is worth telling about a column, and where its first place is sought; null: nowhere. */
export interface Finding {
  readonly code: ProblemCode
  readonly count: number
  readonly where: string | null
  /** Where the first place is known already. */
  readonly line?: number | null
  readonly subject?: string
}

/** Findings become problems, each with the first line it is met on. */
export async function withLines<T extends { readonly column: { readonly name: string } }>(
  columns: readonly (T & { readonly findings: readonly Finding[] })[],
  ask: Ask,
): Promise<readonly (T & { readonly problems: readonly Problem[] })[]> {
  const wheres = columns.flatMap(({ findings }) => findings.flatMap(({ where }) => where ?? []))
  const lines = await ask(wheres.map((where) => `min(_line) filter (where ${where})`))
  let next = 0
  return columns.map((column) => ({
    ...column,
    problems: column.findings.map(({ code, count, where, line, subject }) => ({
      code,
      count,
      example_line: where === null ? (line ?? null) : (lines[next++] ?? null),
      column: column.column.name,
      ...(subject === undefined ? {} : { subject }),
    })),
  }))
}
