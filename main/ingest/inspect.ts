import type { ImportOptions, Problem, SourcePreview } from '../../analyses/model/data-set'
import { isTextDialect } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import type { Recipe } from '../../analyses/model/recipe'
import type { CodeList } from '../../analyses/reference/territories'
import { headerProblems, nameColumns, refuseUnknownColumns } from './columns'
import type { Reject } from './csv/rejects'
import { findPersonalData } from './personal-data/gate'
import { problem } from './problem'
import { makeProgress } from './progress'
import { openForImport } from './recipe/open-for-import'
import { declaresPlaces, type RoleServices } from './roles/explain-roles'
import { explainSample } from './roles/explain-sample'
import { proposeShapes } from './shape/propose-shapes'
import { chosenTables } from './shelf'
import type { SourceTable, TableCounts } from './tables/source-table'
import { profileSample, type SampleColumn } from './types/profile-sample'

const SHOWN_RECORDS = 200
const SAMPLE_RECORDS = 1000

/** What a file is and how it would load, with every guess; nothing is written. Faults: `import.*`. */
export async function inspectFile(
  path: string,
  said: ImportOptions,
  job: JobContext,
  recipe: Recipe | null = null,
  { codeLists = [] }: RoleServices = {},
): Promise<SourcePreview> {
  const progress = makeProgress(job)
  const { shelf, options, changes } = await openForImport(path, said, recipe, job, (share) =>
    progress('import.step.survey', share),
  )
  try {
    const [shown] = chosenTables(shelf, options)
    if (shown === undefined) throw new Error('a shelf without tables')
    const { table, name } = shown
    const all = [...shelf.tables.map((each) => each.table), table]
    refuseUnknownColumns(all, shelf.source, options)
    const counted = await countRows(table, job, (share) => progress('import.step.read', share))
    progress('import.step.types', 0)
    const named = nameColumns(table, shelf.source, options)
    const sample = await table.sample(SAMPLE_RECORDS)
    const personal = await findPersonalData(table, named)
    const persons = personal.map(({ column }) => column)
    const explained = sampleColumns(table, named, sample, options, persons, codeLists)
    progress('import.step.finish', 1)
    return {
      file: shelf.source.file,
      bytes: shelf.source.bytes,
      encoding: shelf.encoding,
      encodingConfidence: shelf.encodingConfidence,
      tables: shelf.tables.map((each) => ({
        id: each.table.id,
        title: each.table.title,
        name: each.name,
        columns: (each.table.view ?? each.table.columns).length,
        records: each === shown && counted.exact ? counted.rows.loaded : each.table.records,
        byDefault: each.table.byDefault,
      })),
      table: table.id,
      personal: [...personal],
      shapes: proposeShapes(explained.columns, sample),
      dialect: counted.dialect,
      name,
      columns: [...explained.columns],
      rows: counted.rows,
      exact: counted.exact,
      sample: sample.slice(0, SHOWN_RECORDS).map((row) => [...row]),
      lines: [...table.lines],
      problems: [
        ...changes,
        ...shelf.problems,
        ...table.problems,
        ...counted.problems,
        ...headerProblems(table, named),
        ...explained.problems,
      ],
      ...(recipe === null ? {} : { options }),
    }
  } finally {
    await shelf.close()
  }
}

async function countRows(table: SourceTable, job: JobContext, progress: (share: number) => void) {
  if (table.costly) return estimatedRows(table)
  const rejects: Pick<Reject, 'line'>[] = []
  const rows = new RecordCounter(table.long)
  const sink = {
    rows: async (batch: { readonly lines: BigInt64Array }) => rows.add(batch.lines),
    rejects: async (some: readonly Reject[]) => {
      for (const { line } of some) rejects.push({ line })
    },
  }
  const counts = await table.read(sink, job, progress)
  const from = counts.footerFrom ?? Number.POSITIVE_INFINITY
  const kept = rejects.filter(({ line }) => line < from)
  const rejected = kept.length
  const loaded = rows.before(from)
  const footer = counts.footer + rows.before(Number.POSITIVE_INFINITY) - loaded + rejects.length - rejected
  const { read, preamble, dialect } = counts
  return {
    rows: { read, loaded, rejected, preamble, footer },
    exact: true,
    dialect,
    problems: [...foundProblems(counts, rejected, kept[0]?.line ?? null)],
  }
}

function foundProblems(counts: TableCounts, rejected: number, first: number | null): readonly Problem[] {
  const { read, preamble, dialect, problems } = counts
  return [
    ...(read > preamble ? [] : [problem('rows.none', 1, isTextDialect(dialect) ? dialect.headerLine : null)]),
    ...(rejected > 0 ? [problem('records.rejected', rejected, first)] : []),
    ...problems,
  ]
}

function estimatedRows({ records, dialect }: SourceTable) {
  const footer = isTextDialect(dialect) ? Math.min(records ?? 0, dialect.footerLines) : 0
  const body = records ?? 0
  return {
    rows: { read: body, loaded: body - footer, rejected: 0, preamble: 0, footer },
    exact: false,
    dialect,
    problems: [],
  }
}

/** Counts source records by their lines, which are kept: files too large for that are not counted for a preview. */
class RecordCounter {
  private readonly lines: number[] = []
  private last = 0

  constructor(private readonly long: boolean) {}

  add(lines: BigInt64Array): void {
    for (const value of lines) {
      const line = Number(value)
      if (this.long && line === this.last) continue
      this.last = line
      this.lines.push(line)
    }
  }

  before(line: number): number {
    return line === Number.POSITIVE_INFINITY
      ? this.lines.length
      : this.lines.filter((each) => each < line).length
  }
}

/** Columns as the sample suggests them. */
function sampleColumns(
  table: SourceTable,
  named: ReturnType<typeof nameColumns>,
  sample: readonly (readonly (string | null)[])[],
  options: ImportOptions,
  personal: readonly string[],
  lists: readonly CodeList[],
) {
  const shown: readonly Omit<SampleColumn, 'cells'>[] =
    table.view?.map(({ name, label, type, role }) => ({
      name,
      label,
      wanted: { type, ...(role === null ? {} : { role }) },
    })) ?? named
  const columns = shown.map((column, i) => ({ ...column, cells: sample.map((row) => row[i] ?? '') }))
  const guessed = profileSample(columns, options.decimal ?? null).map(({ column }) => column)
  const cells = new Map(columns.map((column) => [column.name, column.cells] as const))
  const said = new Set(columns.flatMap(({ name, wanted }) => (wanted.role === undefined ? [] : [name])))
  const answers = { ...options.columns, ...options.tables?.[table.id]?.columns }
  const placesDeclared = declaresPlaces(table)
  return explainSample(guessed, cells, { said, personal: new Set(personal), lists, answers, placesDeclared })
}
