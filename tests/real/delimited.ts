/**
 * Checks the importer on real delimited files: `npx tsx tests/real/delimited.ts FOLDER`. Prints one line for each
 * fact and each pair of csv-spectrum; skips files that are not there. Exits with 1 when a fact is wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '../../analyses/model/fault'
import type { Format } from '../../main/ingest/formats/format'
import { openContents } from '../../main/ingest/formats/open-contents'
import { type ReadTable, readTables } from '../helpers/read-delimited'
import { type Fact, facts } from './delimited-facts'

/** Whatever format the list of formats chooses. */
const anyFormat: Format = { id: 'delimited', recognise: async () => true, open: openContents }

const columnOf = ({ header }: ReadTable, column: string | number): number =>
  typeof column === 'number' ? column : header.indexOf(column)

/** Every single fact as a sentence and whether it holds. */
function check(fact: Fact, table: ReadTable, encoding: string): (readonly [string, boolean])[] {
  const { rows, rowCounts, header, counts } = table
  const is = (name: string, wanted: unknown, found: unknown): readonly [string, boolean] => [
    `${name} ${JSON.stringify(wanted)}${wanted === found ? '' : `, found ${JSON.stringify(found)}`}`,
    wanted === found,
  ]
  return [
    ...(fact.rows === undefined ? [] : [is('rows', fact.rows, rowCounts.loaded)]),
    ...(fact.rejected === undefined ? [] : [is('rejected', fact.rejected, rowCounts.rejected)]),
    ...(fact.columns === undefined ? [] : [is('columns', fact.columns, header.length)]),
    ...(fact.encoding === undefined ? [] : [is('encoding', fact.encoding, encoding)]),
    ...(fact.problems ?? []).map(
      (code) => [`problem ${code}`, counts.problems.some((each) => each.code === code)] as const,
    ),
    ...(fact.counts ?? []).map(({ column, value, is: wanted }) => {
      const at = columnOf(table, column)
      return is(`count of ${value}`, wanted, rows.filter((row) => row[at] === value).length)
    }),
    ...(fact.cells ?? []).map(({ where: [key, value], column, is: wanted }) => {
      const row = rows.find((each) => each[columnOf(table, key)] === value)
      return is(`${value}: ${column}`, wanted, row?.[columnOf(table, column)])
    }),
  ]
}

async function checkFact(folder: string, fact: Fact): Promise<readonly (readonly [string, boolean])[]> {
  let encoding = ''
  const format: Format = {
    ...anyFormat,
    async open(place, options, job, progress) {
      const contents = await openContents(place, options, job, progress)
      encoding = contents.encoding
      return contents
    },
  }
  try {
    const tables = await readTables(join(folder, fact.file), {}, format)
    const table = fact.table === undefined ? tables[0] : tables.find((each) => each.table.id === fact.table)
    return table === undefined ? [['has the table', false]] : check(fact, table, encoding)
  } catch (error) {
    if (error instanceof FaultError) return [[`opens: ${error.fault.code}`, false]]
    throw error
  }
}

/**
 * csv-spectrum: each CSV has the same records as JSON. Line ends are compared as LF, because copies of the set have
 * them normalised; the phone number of one pair differs in the set itself.
 */
async function checkPairs(folder: string): Promise<readonly (readonly [string, boolean])[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const results: (readonly [string, boolean])[] = []
  for (const name of names) {
    const [table] = await readTables(join(folder, name), {}, anyFormat)
    const found = (table?.rows ?? []).map((row) =>
      Object.fromEntries(row.map((cell, i) => [table?.header[i], cell ?? ''])),
    )
    const json = readFileSync(join(folder, name.replace(/csv$/, 'json')), 'utf8')
    const wanted: unknown = JSON.parse(json)
    const plain = (value: unknown) =>
      JSON.stringify(value)
        .replaceAll('\\r\\n', '\\n')
        .replace(/("Contact Phone Number":)"\d+"/, '$1""')
    results.push([name, plain(found) === plain(Array.isArray(wanted) ? wanted : [wanted])])
  }
  return results
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined || !existsSync(folder)) {
    console.log('skipped: no folder with real data was given')
    return 0
  }
  let [right, wrong] = [0, 0]
  const tell = (file: string, results: readonly (readonly [string, boolean])[]) => {
    for (const [text, holds] of results) {
      right += holds ? 1 : 0
      wrong += holds ? 0 : 1
      console.log(`${holds ? 'right' : 'WRONG'}  ${file}  ${text}`)
    }
  }
  for (const fact of facts) {
    if (existsSync(join(folder, fact.file))) tell(fact.file, await checkFact(folder, fact))
  }
  const spectrum = join(folder, 'nasty-csv-spectrum')
  if (existsSync(spectrum)) tell('csv-spectrum', await checkPairs(spectrum))
  console.log(`${right} right, ${wrong} wrong`)
  return wrong === 0 ? 0 : 1
}

process.exitCode = await main(process.argv[2])
