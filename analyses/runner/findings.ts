import type { SqlParameters } from '../model/database'
import type { Locale } from '../model/locale'
import { fillMessage, fillsMessage, type Pack } from '../model/pack'
import type { RunRecord, Severity } from '../model/run-record'
import type { RunDatabase } from './run-database'
import { composeSql, namedIn, namingFile, type PackSql } from './sql-step'
import type { Work } from './work'

export interface FindingText {
  readonly id: string
  readonly severity: Severity
  readonly text: string
}

/** Findings' rows in the order of the manifest; each row is one finding, its columns fill the message's slots. */
export async function findFindings(
  pack: Pack,
  locale: Locale,
  values: SqlParameters,
  database: RunDatabase,
  work: Work,
): Promise<RunRecord['findings']> {
  const findings: RunRecord['findings'] = []
  for (const { id, severity, limit, ...step } of pack.findings) {
    const sql: PackSql = step
    const table = await namingFile(sql, () =>
      database.select(composeSql(sql, database), namedIn(sql, values), work.options),
    )
    for (const row of table.rows.slice(0, limit))
      findings.push({ id, severity, values: { ...row }, text: findingText(pack, id, row, locale) })
  }
  return findings
}

const findingText = (
  pack: Pack,
  id: string,
  values: RunRecord['findings'][number]['values'],
  locale: Locale,
) => fillMessage(pack.messages[locale], locale, `findings.${id}`, values)

/** The findings of a stored run as sentences in any language; one that today's pack cannot word keeps its old words. */
export function findingTexts(pack: Pack, record: RunRecord, locale: Locale): readonly FindingText[] {
  return record.findings.map(({ id, severity, values, text }) => ({
    id,
    severity,
    text: fillsMessage(pack.messages[locale], locale, `findings.${id}`, values)
      ? findingText(pack, id, values, locale)
      : text,
  }))
}
