import { type Composition, type CompositionInput, compositionSchema, type RunSlot } from './composition'
import { type Locale, locales } from './locale'
import type { Binding, ParamValue, RunRecord } from './run-record'
import { blockId, type ReportTemplate } from './template-parse'
import type { TemplateLine, TemplateWords } from './template-schema'

/** A run of the project that may stand in a template. */
export interface FittingRun {
  readonly id: string
  readonly pack: string
  readonly params: Readonly<Record<string, ParamValue>>
  readonly bindings: Readonly<Record<string, Binding>>
}

export interface TemplateRequest {
  /** Runs of the project, the newest first. */
  readonly runs: readonly FittingRun[]
  readonly locale: Locale
}

/** What a stored record says of how it can be run again. */
export const fittingRun = (id: string, record: RunRecord): FittingRun => ({
  id,
  pack: record.pack.id,
  params: record.params,
  bindings: Object.fromEntries(
    record.inputs.map(({ need, dataSet, columns }) => [need, { dataSet, columns }]),
  ),
})

/** A report of the template, with the newest fitting runs in its slots; a slot nothing fits waits to be run. */
export function instantiate(template: ReportTemplate, { runs, locale }: TemplateRequest): Composition {
  const { manifest, words } = template
  const local: Local = (pick) => {
    const found = locales.flatMap((one) => {
      const text = pick(words[one]) ?? ''
      return text === '' ? [] : [[one, text.trim()] as const]
    })
    return Object.fromEntries(found)
  }
  return compositionSchema.parse({
    format: 'workbench-report/1',
    template: template.id,
    locale,
    title: local((one) => one.report.title),
    subtitle: local((one) => one.report.subtitle),
    summary: local((one) => one.report.summary),
    titlePage: manifest.title_page,
    contents: manifest.contents,
    appendix: manifest.appendix,
    onePage: manifest.one_page,
    runs: filledSlots(template, runs, local),
    sections: Object.entries(manifest.sections).map(([section, lines]) => ({
      id: section,
      title: local((one) => one.sections[section]?.title),
      hint: local((one) => one.sections[section]?.hint),
      blocks: lines.map((line, index) => ({
        id: `${section}-${blockId(line, index)}`,
        ...blockOf(line, (pick) => local((one) => pick(one.sections[section]))),
      })),
    })),
  } satisfies CompositionInput)
}

type Texts = Partial<Record<Locale, string>>
type Local = (pick: (one: TemplateWords) => string | undefined) => Texts
type Section = TemplateWords['sections'][string]

function filledSlots(
  { manifest }: ReportTemplate,
  runs: readonly FittingRun[],
  local: Local,
): CompositionInput['runs'] {
  const taken = new Set<string>()
  const slots = Object.entries(manifest.runs).map(([slot, { pack, params, optional, any }]) => {
    const free = runs.filter((run) => (any || run.pack === pack) && !taken.has(run.id))
    const run = free.find((candidate) => fits(candidate, params)) ?? free[0]
    const title = local((one) => one.runs[slot])
    if (run === undefined) return [slot, { pack, title, params, optional }] as const
    taken.add(run.id)
    const asRun = { ...run.params, ...placeholders(params) }
    return [
      slot,
      { pack: run.pack, title, optional, run: run.id, params: asRun, bindings: run.bindings },
    ] as const
  })
  return Object.fromEntries(slots)
}

const isPlaceholder = (value: ParamValue): boolean =>
  value === '$territory' || (Array.isArray(value) && value.includes('$territory'))

const placeholders = (params: RunSlot['params']): RunSlot['params'] =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => isPlaceholder(value)))

const fits = ({ params }: FittingRun, wanted: RunSlot['params']): boolean =>
  Object.entries(wanted).every(
    ([name, value]) => isPlaceholder(value) || JSON.stringify(params[name]) === JSON.stringify(value),
  )

function blockOf(line: TemplateLine, local: (pick: (words?: Section) => string | undefined) => Texts) {
  if (line === 'page-break') return { kind: 'page-break' } as const
  if ('text' in line)
    return {
      kind: 'text',
      needs: line.needs,
      ...(line.without.length === 0 ? {} : { without: line.without }),
      text: local((words) => words?.texts[line.text]),
      hint: local((words) => words?.hints[line.text]),
    } as const
  if ('part' in line) return { kind: 'run', run: line.run, part: line.part, rows: line.rows } as const
  if ('chart' in line) {
    const title = local((words) => words?.titles[line.chart])
    const name = line.chart === 'first' ? '' : line.chart
    return { kind: 'run', run: line.run, part: 'chart', name, title } as const
  }
  const { run, table, columns, where, rows } = line
  const title = local((words) => words?.titles[table])
  return { kind: 'run', run, part: 'table', name: table, columns, where, rows, title } as const
}

export interface ReportTerritory {
  readonly code: string
  readonly name: string
}

/** Whether a run is made for the territory of its report. */
export const isForTerritory = ({ params }: Pick<RunSlot, 'params'>): boolean =>
  Object.values(params).some(isPlaceholder)

/** Whether a report is about one territory: it waits until it says which, and can be made for many. */
export const isForTerritories = ({ runs }: Pick<Composition, 'runs'>): boolean =>
  Object.values(runs).some(isForTerritory)

/** A text with the territory of the report in its places; a mark where nobody has chosen one yet. */
export const namedText = (text: string, { territory }: Pick<Composition, 'territory'>): string =>
  text
    .replaceAll('$territory_name', territory?.name || territory?.code || '…')
    .replaceAll('$territory', territory?.code ?? '…')

/** The same report about one territory: its own runs have to be run for it, all others stay. */
export function forTerritory(composition: Composition, territory: ReportTerritory): Composition {
  const runs = Object.entries(composition.runs).map(([slot, waiting]) => [
    slot,
    isForTerritory(waiting) ? { ...waiting, run: null } : waiting,
  ])
  return { ...composition, territory, runs: Object.fromEntries(runs) }
}

/** With which parameters a slot is run; null while the report does not say which territory it is about. */
export function slotParams(
  slot: RunSlot,
  territory: ReportTerritory | null,
): Readonly<Record<string, ParamValue>> | null {
  if (territory === null && isForTerritory(slot)) return null
  return Object.fromEntries(
    Object.entries(slot.params).map(([name, value]) => [
      name,
      isPlaceholder(value) ? withCode(value, territory?.code ?? null) : value,
    ]),
  )
}

const withCode = (value: ParamValue, code: string | null): ParamValue =>
  Array.isArray(value) ? value.map((item) => (item === '$territory' ? (code ?? item) : item)) : code
