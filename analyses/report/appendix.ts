import { plainText } from '../charts'
import type { Block, Fact } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import type { Row } from '../model/table'
import { buildTable } from './build-table'
import { keptBackBlocks } from './kept-back'
import type { Making } from './making'
import { limitsBlocks, literatureOf, methodBlocks, paramsBlocks } from './method-blocks'
import { faultBlocks, headed, methodWords } from './run-blocks'
import { sexesBlocks } from './sexes'
import { flowBlocks, sourceBlock } from './source-blocks'
import type { Words } from './words'

/** A run as the report calls it. */
export type ReportRun = Making & { readonly slot: string; readonly title: string }

/** What a reader needs to judge the numbers and to make them again: first each analysis, then what they share. */
export function appendixBlocks(
  runs: readonly ReportRun[],
  absent: readonly string[],
  words: Words,
): readonly Block[] {
  const missing: readonly Block[] =
    absent.length === 0
      ? []
      : [{ kind: 'paragraph', text: words.own('appendix.absent', { titles: absent.join('; ') }) }]
  return [
    ...runs.flatMap((run, index) => runAppendix(run, index, words)),
    ...headed(words.own('appendix.sources'), sourcesOf(runs, words)),
    ...headed(words.own('kept.title'), keptBack(runs, words)),
    ...headed(words.own('literature.title'), literatureOf(runs.map(({ pack }) => pack))),
    ...headed(words.own('provenance.title'), [...provenance(runs, words), ...missing]),
  ]
}

function runAppendix(run: ReportRun, index: number, words: Words): readonly Block[] {
  const heading = words.own('appendix.run', { letter: letterOf(index), title: run.title })
  const blocks = [
    ...faultBlocks(run),
    ...methodWords(run),
    ...methodBlocks(run),
    ...paramsBlocks(run),
    ...flowBlocks(run).map(
      (block): Block => (block.kind === 'table' ? { ...block, id: `${run.slot}-sample-flow` } : block),
    ),
    ...ledBy(`${words.own('limits.title')}:`, limitsBlocks(run)),
  ]
  return headed(heading, blocks)
}

/** In the contents the same words under every analysis would help nobody, so they lead the list and head nothing. */
const ledBy = (text: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'paragraph', text }, ...blocks]

/** A, B, … Z, AA, AB, … */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

type Input = RunRecord['inputs'][number]

/** Each source once, with the analyses it serves. */
function sourcesOf(runs: readonly ReportRun[], words: Words): readonly Block[] {
  const sources = new Map<string, { input: Input; used: Map<string, Input> }>()
  for (const run of runs)
    for (const input of run.record.inputs) {
      const key = JSON.stringify([input.dataSet, input.sha256, input.file])
      const known = sources.get(key) ?? { input, used: new Map<string, Input>() }
      known.used.set(`${run.title}: ${input.need}`, input)
      sources.set(key, known)
    }
  const titles = (input: Input) => [
    ...new Set(
      runs
        .filter(({ record }) =>
          record.inputs.some((one) => one.sha256 === input.sha256 && one.dataSet === input.dataSet),
        )
        .map(({ title }) => title),
    ),
  ]
  return [...sources.values()].map(({ input, used }) => {
    const columns = Object.assign({}, ...[...used.values()].map((one) => one.columns))
    const block = sourceBlock({ ...input, columns }, words)
    const usedIn: Fact = { label: words.own('appendix.used'), value: titles(input).join('; ') }
    return { ...block, items: [...block.items, usedIn] }
  })
}

/** One export is protected as a whole, so its runs say the same; where they do not, each is told. */
function keptBack(runs: readonly ReportRun[], words: Words): readonly Block[] {
  const told = runs.map(({ record }) => keptBackBlocks(record.disclosure, words))
  return [...new Map(told.map((blocks) => [JSON.stringify(blocks), blocks])).values()].flat()
}

function provenance(runs: readonly ReportRun[], words: Words): readonly Block[] {
  if (runs.length === 0) return []
  const engines = (pick: (record: RunRecord) => string) =>
    [...new Set(runs.map(({ record }) => pick(record)))].join(', ')
  const facts: readonly Fact[] = [
    { label: words.own('provenance.app'), value: engines(({ engine }) => engine.app) },
    { label: words.own('provenance.duckdb'), value: engines(({ engine }) => engine.duckdb) },
    { label: words.own('provenance.record'), value: engines(({ format }) => format) },
  ]
  const column = (name: string, label: string) => ({ name, label, unit: 'text' as const })
  const table = buildTable(
    {
      id: 'runs',
      caption: words.own('appendix.runs'),
      columns: [
        column('analysis', words.own('appendix.analysis')),
        column('pack', words.own('appendix.pack')),
        column('seed', words.own('appendix.seed')),
        column('sexes', words.own('appendix.sexes')),
      ],
      rows: runs.map((run) => ({
        analysis: run.title,
        pack: `${run.record.pack.id} ${run.record.pack.version}`,
        seed: String(run.record.seed),
        sexes: words.own(`appendix.${sexesIn(run)}`),
      })),
      mostRows: runs.length,
    },
    words,
  )
  return [table, { kind: 'facts', caption: words.own('provenance.caption'), items: facts }]
}

type Sexes = 'shown' | 'unbound' | 'without'

const sexColumn = /^(?:women|men)(?:_|$)|_(?:women|men)$/

/** Whether the run tells women and men apart; told by its results, so that it is true of every pack. */
function sexesIn({ pack, record }: Making): Sexes {
  const shows = (row: Row) =>
    row['sex'] === 'F' ||
    row['sex'] === 'M' ||
    Object.entries(row).some(([name, value]) => sexColumn.test(name) && typeof value === 'number')
  if (Object.keys(pack.manifest.tables).some((name) => (record.tables[name] ?? []).some(shows)))
    return 'shown'
  const columns = Object.values(pack.manifest.needs).flatMap((need) => Object.entries(need.columns))
  const able = columns.some(([name, { role }]) => role === 'sex' || sexColumn.test(name))
  return able ? 'unbound' : 'without'
}

/** Which analyses show women and men, which do not and why, and whose sex is unknown in their data. */
export function sexesAppendix(runs: readonly ReportRun[], words: Words): readonly Block[] {
  if (runs.length === 0) return []
  const titles = (sexes: Sexes) => [
    ...new Set(runs.filter((run) => sexesIn(run) === sexes).map(({ title }) => plainText(title))),
  ]
  const [shown, unbound, without] = (['shown', 'unbound', 'without'] as const).map((one) =>
    titles(one).join('; '),
  )
  const said = (text: string): Block => ({ kind: 'paragraph', text })
  if (shown === '') {
    const text =
      unbound === '' ? words.own('sexes.without') : words.own('sexes.unbound', { analyses: unbound ?? '' })
    return headed(words.own('sexes.title'), [{ kind: 'note', tone: 'note', text }])
  }
  const named = runs.flatMap((run) =>
    sexesBlocks(run).flatMap((block): readonly Block[] =>
      block.kind === 'paragraph'
        ? [said(words.own('sexes.of-run', { analysis: run.title, text: block.text }))]
        : [],
    ),
  )
  return headed(words.own('sexes.title'), [
    said(words.own('sexes.shown-in', { analyses: shown ?? '' })),
    ...named,
    ...(without === '' ? [] : [said(words.own('sexes.without-in', { analyses: without ?? '' }))]),
  ])
}
