/**
 * Measures the importer on the Pollock benchmark with no hint given: `npx tsx tests/real/pollock.ts FOLDER [whole]`.
 * FOLDER holds `csv/` and `clean/`. `whole` adds the pollutions of single rows that the folder leaves out, made from
 * its unpolluted table. Lists every difference; exits with 1 when a score is below what we promise.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FaultError } from '../../analyses/model/fault'
import { delimitedFormat } from '../../main/ingest/csv/format'
import { openPlace } from '../../main/ingest/formats/place'
import { collectTable } from '../helpers/collect-table'
import { quietJob } from '../helpers/import-files'
import { measure, total } from './pollock-measures'
import { type Case, parseStrict, rowPollutions, weightOf } from './pollock-rows'

const PROMISED = { simple: 9.9, weighted: 9.6 }
const UNPOLLUTED = 'file_record_delimiter_0xA.csv'

interface Loaded {
  readonly rows: string[][]
  readonly rejected: number
  readonly note: string
}

/** The first table of a file as rows of text, its header first where it has one. */
async function load(path: string): Promise<Loaded> {
  const place = await openPlace(path)
  try {
    const { tables } = await delimitedFormat.open(place, {}, quietJob, () => {})
    const [table] = tables
    if (table === undefined) return { rows: [], rejected: 0, note: 'no table' }
    const { rows, lines, rejects, counts } = await collectTable(table)
    const end = counts.footerFrom ?? Number.POSITIVE_INFINITY
    const kept = rows.filter((_, i) => (lines[i] ?? 0) < end).map((row) => row.map((cell) => cell ?? ''))
    const header = table.header > 0 ? [table.columns.map(({ label }) => label)] : []
    const { footerFrom, read } = counts
    const note = JSON.stringify({ read, footerFrom, header: table.header, ...counts.dialect })
    return { rows: [...header, ...kept], rejected: rejects.length, note }
  } finally {
    await place.close()
  }
}

function* cases(folder: string, whole: boolean): Generator<Case> {
  const clean = (file: string) => parseStrict(readFileSync(join(folder, 'clean', file), 'utf8'))
  const given = readdirSync(join(folder, 'csv')).sort()
  for (const file of given) {
    yield { file, bytes: readFileSync(join(folder, 'csv', file)), clean: clean(file) }
  }
  if (!whole) return
  const source = readFileSync(join(folder, 'csv', UNPOLLUTED), 'utf8')
  yield { file: 'source.csv', bytes: Buffer.from(source.replaceAll('\n', '\r\n')), clean: clean(UNPOLLUTED) }
  for (const made of rowPollutions(source, clean(UNPOLLUTED))) if (!given.includes(made.file)) yield made
}

/** The first places where two tables differ. */
function differences(clean: Case['clean'], found: readonly (readonly string[])[]): string[] {
  const shown = (row: readonly string[] | undefined) => JSON.stringify(row ?? null).slice(0, 160)
  const count = Math.max(clean.length, found.length)
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => JSON.stringify(clean[i]) !== JSON.stringify(found[i]))
    .slice(0, 2)
    .map((i) => `row ${i}\n      expected ${shown(clean[i])}\n      found    ${shown(found[i])}`)
}

async function main(folder: string | undefined, whole: boolean): Promise<number> {
  if (folder === undefined || !existsSync(join(folder, 'csv'))) {
    console.log('skipped: no folder with the benchmark was given')
    return 0
  }
  const temporary = mkdtempSync(join(tmpdir(), 'pollock-'))
  let [files, equal, sum, weighted, weights] = [0, 0, 0, 0, 0]
  try {
    for (const { file, bytes, clean } of cases(folder, whole)) {
      const path = join(temporary, file)
      writeFileSync(path, bytes)
      const loaded = await load(path).catch((error: unknown) => {
        if (error instanceof FaultError) return { rows: [], rejected: 0, note: error.fault.code }
        throw error
      })
      rmSync(path)
      const score = total(measure(clean, loaded.rows))
      const same = JSON.stringify(clean) === JSON.stringify(loaded.rows)
      const weight = weightOf(file)
      files++
      equal += same ? 1 : 0
      sum += score
      weighted += score * weight
      weights += weight
      if (same) continue
      console.log(`${file}  ${score.toFixed(4)}  rejected ${loaded.rejected}  ${loaded.note}`)
      for (const difference of differences(clean, loaded.rows)) console.log(`    ${difference}`)
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  const simple = sum / files
  const byWeight = weighted / weights
  console.log(
    `${equal} of ${files} files equal; simple ${simple.toFixed(3)}, weighted ${byWeight.toFixed(3)} of 10`,
  )
  return simple >= PROMISED.simple && byWeight >= PROMISED.weighted ? 0 : 1
}

process.exitCode = await main(process.argv[2], process.argv[3] === 'whole')
