import { resolve } from 'node:path'
import { query, queryArrow } from '../../commands/data-commands'
import { queryCsv, writeBytes, writeParquet } from '../../export'
import { requireText, UsageError } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { jsonDocument, textTable } from '../output'

const formats = ['table', 'csv', 'json', 'arrow', 'parquet'] as const
type QueryFormat = (typeof formats)[number]

/** Read-only SQL over the project's data sets, to the terminal or to a file. */
export const queryCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const [sql, ...more] = invocation.words
  if (sql === undefined || more.length > 0) throw new UsageError('query takes one SELECT in quotes')
  const format = formatOf(invocation.options['to'], invocation.json)
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const out = invocation.options['out']
  const bytes = await result()
  if (typeof out === 'string') {
    const path = resolve(terminal.cwd, out)
    await writeBytes(path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    context.print({ path }, () => context.say('report.wrote', { path, bytes: bytes.length }))
  } else terminal.out(bytes)
  return exitCode.done

  async function result(): Promise<string | Uint8Array> {
    if (format === 'arrow') return queryArrow(session, sql ?? '', job)
    if (format === 'parquet') return writeParquet(await queryArrow(session, sql ?? '', job))
    const table = await query(session, sql ?? '', job)
    if (format === 'json') return jsonDocument({ columns: table.columns, rows: table.rows })
    if (format === 'csv') return queryCsv(table)
    const names = table.columns.map(({ name }) => name)
    const rows = table.rows.map((row) =>
      names.map((name) => (typeof row[name] === 'number' ? row[name] : String(row[name] ?? ''))),
    )
    return `${textTable(names, rows)}\n`
  }
}

function formatOf(option: unknown, json: boolean): QueryFormat {
  if (option === undefined) return json ? 'json' : 'table'
  const format = formats.find((candidate) => candidate === option && candidate !== 'table')
  if (format === undefined)
    throw new UsageError(`--to is one of csv, json, arrow, parquet, not "${String(option)}"`)
  return format
}
