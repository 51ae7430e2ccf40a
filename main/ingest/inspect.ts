import type { Column, ImportOptions, RowCounts, SourcePreview } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import { footerLinesFrom, footerStart } from './csv/footer'
import { emptyCounts, readBody } from './csv/read-body'
import { type Reject, TAIL_RECORDS } from './csv/rejects'
import { sampleRows } from './eurostat-tsv/sample-rows'
import { type Prepared, prepare } from './prepare'
import { problemsFound } from './problems-found'
import { makeProgress } from './progress'
import { type ByteSource, openSource } from './source/byte-source'
import { profileSample } from './types/profile-sample'

/** Larger files are not counted to the end for a preview. */
const EXACT_BYTES = 64 * 1024 * 1024
const SHOWN_RECORDS = 200

/** What a file is and how it would load, with every guess; nothing is written. Faults: `import.*`. */
export async function inspectFile(
  path: string,
  options: ImportOptions,
  job: JobContext,
): Promise<SourcePreview> {
  const source = await openSource(path)
  try {
    const progress = makeProgress(job)
    const prepared = await prepare(source, options, job, (share) => progress('import.step.survey', share))
    const share = (read: number) => progress('import.step.read', read / source.bytes)
    const counted = await countRows(prepared, job, share)
    progress('import.step.types', 0)
    const { survey, layout, eurostat, name } = prepared
    const columns = eurostat === null ? delimitedColumns(prepared, options) : eurostatPreview(prepared)
    progress('import.step.finish', 1)
    return {
      file: source.file,
      bytes: source.bytes,
      encoding: survey.encoding,
      encodingConfidence: survey.confidence,
      dialect: { ...layout.dialect, footerLines: counted.footerLines },
      name,
      columns,
      rows: counted.rows,
      exact: counted.exact,
      sample: shownRows(prepared),
      lines: [...layout.lines],
      problems: [...problemsFound(prepared, counted.counts, counted.rows.rejected, counted.first)],
    }
  } finally {
    await source.close()
  }
}

async function countRows(prepared: Prepared, job: JobContext, share: (read: number) => void) {
  const { source, survey, layout, maker } = prepared
  const preamble = layout.preambleRecords
  const said = layout.footerLines
  if (source.bytes > EXACT_BYTES) {
    const body = estimate(prepared, source)
    const footer = Math.min(body, said ?? 0)
    const rows: RowCounts = { read: body + preamble, loaded: body - footer, rejected: 0, preamble, footer }
    return {
      rows,
      footerLines: said ?? 0,
      first: null,
      counts: { ...emptyCounts(), read: body },
      exact: false,
    }
  }
  const rejects: Reject[] = []
  const sink = {
    rows: async () => {},
    rejects: async (some: readonly Reject[]) => void rejects.push(...some),
    tail: Math.max(TAIL_RECORDS, said ?? 0),
  }
  const counts = await readBody(source, survey, layout, maker, sink, job, share)
  const from = footerStart(layout, counts, rejects)
  const before = ({ line }: { readonly line: number }) => from === null || line < from
  const rejected = rejects.filter(before).length
  const comments = counts.comments.filter((line) => before({ line })).length
  const dropped = counts.tail.filter((record) => !before(record)).length
  const rows: RowCounts = {
    read: counts.read + preamble,
    loaded: counts.read - counts.rejected - counts.comments.length - dropped,
    rejected,
    preamble: preamble + comments,
    footer: dropped + counts.rejected - rejected + counts.comments.length - comments,
  }
  const first = rejects.find(before)?.line ?? null
  const footerLines = said ?? footerLinesFrom(from, counts.lastLine)
  return { rows, footerLines, first, counts, exact: true }
}

/** The first rows as they would load, one text for each of the columns. */
function shownRows({ layout, eurostat }: Prepared): (string | null)[][] {
  const records = layout.sample
    .slice(0, SHOWN_RECORDS)
    .map(({ cells }) => layout.headers.map((_, i) => (cells[i] ?? '') || null))
  return eurostat === null ? records : sampleRows(eurostat, records, SHOWN_RECORDS).map((row) => [...row])
}

/** Bytes left over bytes per record of the sample. */
function estimate({ layout }: Prepared, source: ByteSource): number {
  const first = layout.sample[0]
  const last = layout.sample.at(-1)
  if (first === undefined || last === undefined) return 0
  const perRecord = (last.end - first.start + 1) / layout.sample.length
  return Math.round((source.bytes - layout.start.skipBytes) / perRecord)
}

function delimitedColumns({ names, labels, layout }: Prepared, options: ImportOptions): Column[] {
  const columns = names.map((name, i) => ({
    name,
    label: labels[i] ?? '',
    cells: layout.sample.map(({ cells }) => cells[i] ?? ''),
    wanted: options.columns?.[name] ?? {},
  }))
  return profileSample(columns, options.decimal ?? null).map(({ column }) => column)
}

function eurostatPreview({ layout, eurostat }: Prepared): Column[] {
  const keys = layout.sample.map(({ cells }) => (cells[0] ?? '').split(',').map((part) => part.trim()))
  const dimensions = (eurostat?.dimensions ?? []).map((name, i) => ({
    name,
    label: eurostat?.labels[i] ?? name,
    cells: keys.map((parts) => parts[i] ?? ''),
    wanted: { type: 'text' as const },
  }))
  const fixed = { unit: null, missing: 0, distinct: 0 }
  return [
    ...profileSample(dimensions, null).map(({ column }) => column),
    {
      ...fixed,
      name: 'time_period',
      label: 'TIME_PERIOD',
      type: 'text',
      role: 'period',
      distinct: eurostat?.periods.length ?? 0,
    },
    { ...fixed, name: 'obs_value', label: 'OBS_VALUE', type: 'number', role: 'measure' },
    { ...fixed, name: 'obs_status', label: 'OBS_STATUS', type: 'text', role: 'status' },
    { ...fixed, name: 'conf_status', label: 'CONF_STATUS', type: 'text', role: 'status' },
  ]
}
