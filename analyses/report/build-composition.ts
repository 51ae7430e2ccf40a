import { plainText } from '../charts'
import type { Composition, CompositionBlock, CompositionSection, LocalText } from '../model/composition'
import { type Locale, locales } from '../model/locale'
import type { Pack } from '../model/pack'
import type { Block, Imprint, ReportDocument } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import { annexBlocks, withTablesApart } from './annex'
import { appendixBlocks, type ReportRun, sexesAppendix } from './appendix'
import { keptSentence, originSentences } from './brief'
import { type LiveSources, liveText } from './live-text'
import type { Making } from './making'
import { chartBlocks, tableBlock } from './output-blocks'
import { headed, noTable, numbered, partBlocks, wordBlocks } from './run-blocks'
import { noteBlocks, textBlocks } from './text-blocks'
import { frameWords, type ReportKey, type Words, wordsOf } from './words'

export interface CompositionRequest {
  readonly composition: Composition
  /** Runs by their names in the composition; one that has not been run is not there. */
  readonly runs: ReadonlyMap<string, { readonly pack: Pack; readonly record: RunRecord }>
  /** Language of the document; the composition's own when it is left out. */
  readonly locale?: Locale
  /** A longer table shows its first rows and says where the others are. */
  readonly mostRows?: number
}

/** What one language of the report is made from. */
interface Frame {
  readonly composition: Composition
  readonly locale: Locale
  readonly words: Words
  /** Null: not run yet. */
  readonly makings: ReadonlyMap<string, Making | null>
  readonly sources: LiveSources
  readonly nameOnce: (id: string) => string
}

/**
 * The report a person put together: their order, titles and texts around what the runs say. Pure, and the numbers are
 * those of the runs; whatever cannot be shown has a sentence in its place.
 */
export function buildComposition({
  composition,
  runs,
  locale = composition.locale,
  mostRows = 200,
}: CompositionRequest): ReportDocument {
  const nameOnce = namesOnce()
  const frame = frameOf({ composition, runs, locale, mostRows }, nameOnce)
  const { words } = frame
  const reported = runsOf(frame)
  const synthetic = reported.some(({ record }) => record.inputs.some((input) => input.synthetic))
  const secondLocale = composition.second === locale ? composition.locale : composition.second
  const second =
    secondLocale === null || secondLocale === locale
      ? null
      : frameOf({ composition, runs, locale: secondLocale, mostRows }, nameOnce)
  const body = bodyBlocks(frame)
  const other = second === null ? null : secondBlocks(second)
  const disclosure = reported.find(({ record }) => record.disclosure !== undefined)?.record.disclosure
  const summary = liveText(textIn(composition.summary, frame), frame.sources).text
  return {
    locale,
    title: titleIn(composition.title, frame),
    subtitle: titleIn(composition.subtitle, frame),
    synthetic,
    imprint: imprintOf(composition, locale, summary),
    titlePage: composition.titlePage,
    contents: composition.contents,
    ...(disclosure === undefined ? {} : { disclosure }),
    ...(composition.onePage ? { onePage: true } : {}),
    blocks: numbered([
      ...(synthetic ? noteBlocks([words.own('synthetic')]) : []),
      ...withTablesApart(body),
      ...(other === null ? [] : withTablesApart(other)),
      ...closingBlocks(frame, body),
      ...(second === null || other === null ? [] : inLanguageOf(second, closingBlocks(second, other))),
    ]),
  }
}

function frameOf(
  { composition, runs, locale, mostRows }: Required<CompositionRequest>,
  nameOnce: Frame['nameOnce'],
): Frame {
  const words = frameWords(locale)
  const territory = composition.territory ?? territoryOf(runs)
  const makings = new Map(
    Object.keys(composition.runs).map((slot): [string, Making | null] => {
      const run = runs.get(slot)
      return [
        slot,
        run === undefined ? null : { ...run, words: wordsOf(run.pack, locale), mostRows, territory },
      ]
    }),
  )
  return { composition, locale, words, makings, sources: { words, runs: makings, territory }, nameOnce }
}

/** A report that does not say which territory it is about says it by the parameter of its runs. */
function territoryOf(runs: CompositionRequest['runs']): LiveSources['territory'] {
  const codes = [...runs.values()].map(({ record }) => record.params['territory'])
  const code = codes.find((value) => typeof value === 'string' && value !== '')
  return typeof code === 'string' ? { code, name: code } : null
}

/** An analysis is called by its own title; where two are of one kind, by what it is for as well. */
function runsOf({ composition, makings }: Frame): readonly ReportRun[] {
  const made = Object.keys(composition.runs).flatMap((slot) => {
    const making = makings.get(slot) ?? null
    return making === null ? [] : [{ slot, making }]
  })
  return made.map(({ slot, making }) => {
    const title = making.words.pack('title')
    const own = pick(composition.runs[slot]?.title ?? {}, making.words.locale, composition)
    const alone = made.filter((one) => one.making.pack.id === making.pack.id).length === 1
    return { ...making, slot, title: alone || own === '' ? title : `${title} – ${plainText(own)}` }
  })
}

/** The same words in the asked language, else in the report's first one, else in any. */
function pick(text: LocalText, locale: Locale, { locale: first }: Composition): string {
  const found = [locale, first, ...locales].map((one) => text[one] ?? '').find((one) => one.trim() !== '')
  return found ?? ''
}

const textIn = (text: LocalText, { locale, composition }: Frame): string => pick(text, locale, composition)
const titleIn = (text: LocalText, frame: Frame): string => liveText(textIn(text, frame), frame.sources).text

function imprintOf(composition: Composition, locale: Locale, summary: string): Imprint {
  const { organisation, author, date, keywords } = composition
  return {
    organisation: plainText(organisation),
    author: plainText(author),
    date: date === '' ? '' : dayIn(date, locale),
    keywords: keywords.map(plainText),
    description: summary.slice(0, 600),
  }
}

const dayIn = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

function bodyBlocks(frame: Frame): readonly Block[] {
  const { composition, words, sources } = frame
  const summary = textBlocks(
    textIn(composition.summary, frame),
    { id: frame.nameOnce('summary'), caption: words.own('summary.title') },
    sources,
  )
  return [
    ...headed(words.own('summary.title'), summary).map((block): Block => ({ ...block, of: 'summary' })),
    ...composition.sections
      .filter(({ hidden }) => !hidden)
      .flatMap((section) => sectionBlocks(section, frame)),
  ]
}

/** The sections again, in the second language, under the title they have there. */
function secondBlocks(frame: Frame): readonly Block[] {
  const title = titleIn(frame.composition.title, frame)
  const blocks: readonly Block[] = [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, id: '', text: title },
    ...bodyBlocks(frame),
  ]
  return inLanguageOf(frame, blocks)
}

const inLanguageOf = ({ locale }: Frame, blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => ({ ...block, lang: locale }))

/**
 * What follows the text, for readers of one language: the numbers of its charts, then the appendices; in the second
 * language their tables are called by names of their own.
 */
function closingBlocks(frame: Frame, body: readonly Block[]): readonly Block[] {
  const { composition, words } = frame
  const reported = runsOf(frame)
  const annex = annexBlocks(body, { words, onePage: composition.onePage, findings: moreFindings(frame) })
  const sexes = sexesAppendix(reported, words)
  if (!composition.appendix) return [...annex, ...sexes]
  const appendix = appendixBlocks(reported, absentTitles(frame), words).map(
    (block): Block => (block.kind === 'table' ? { ...block, id: frame.nameOnce(block.id) } : block),
  )
  return [...annex, ...sexes, ...appendix]
}

/** Findings a shortened list left out. */
const moreFindings = (frame: Frame): readonly Block[] =>
  frame.composition.sections
    .filter(({ hidden }) => !hidden)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'run' || block.hidden || block.part !== 'findings' || block.rows === null) return []
      const making = frame.makings.get(block.run) ?? null
      return making === null ? [] : cutFindings(partBlocks('findings', making), { from: block.rows })
    })

/** A list of findings from one of them to before another; empty lists are left out. */
const cutFindings = (
  blocks: readonly Block[],
  { from = 0, to }: { readonly from?: number; readonly to?: number },
): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'findings') return from === 0 ? [block] : []
    const items = block.items.slice(from, to)
    return items.length === 0 ? [] : [{ ...block, items }]
  })

/** A section stands with what it holds; one whose analyses are all left out goes with them. */
function sectionBlocks(section: CompositionSection, frame: Frame): readonly Block[] {
  const shown = section.blocks.filter(({ hidden }) => !hidden)
  const staying = shown.filter((block) => !isLeftOut(block, frame))
  if (shown.length > 0 && staying.every(({ kind }) => kind === 'page-break')) return []
  const title = titleIn(section.title, frame)
  const built = staying.flatMap((block, index) =>
    compositionBlocks(block, { frame, section: title, first: index === 0 }).map(
      (one): Block => ({ ...one, of: block.id }),
    ),
  )
  const empty = built.every(({ kind }) => kind === 'page-break')
  if (empty && isBare(frame)) return []
  const heading: Block = {
    kind: 'heading',
    level: 2,
    id: '',
    text: title,
    of: section.id,
  }
  const note: Block = { kind: 'note', tone: 'note', text: frame.words.own('section.empty'), of: section.id }
  return [heading, ...(empty ? [note] : []), ...built]
}

const isAbsent = (slot: string, { composition, makings }: Frame): boolean =>
  composition.runs[slot]?.optional === true && (makings.get(slot) ?? null) === null

function isLeftOut(block: CompositionBlock, frame: Frame): boolean {
  if (block.kind === 'page-break') return false
  if (block.kind === 'run') return isAbsent(block.run, frame)
  const { needs, without } = block
  return (
    needs.some((slot) => isAbsent(slot, frame)) || without?.every((slot) => isAbsent(slot, frame)) === false
  )
}

const absentTitles = (frame: Frame): readonly string[] =>
  Object.entries(frame.composition.runs).flatMap(([slot, { title, pack }]) => {
    if (!isAbsent(slot, frame)) return []
    const own = textIn(title, frame)
    return [own === '' ? pack : plainText(own)]
  })

/** Where a block stands: the first of a section needs no heading of its own, and a table without a name takes its. */
interface Place {
  readonly frame: Frame
  readonly section: string
  readonly first: boolean
}

function compositionBlocks(block: CompositionBlock, place: Place): readonly Block[] {
  const { frame, section } = place
  switch (block.kind) {
    case 'page-break':
      return [{ kind: 'page-break' }]
    case 'text': {
      const title = titleIn(block.title, frame)
      const naming = { id: frame.nameOnce(block.id), caption: title === '' ? section : title }
      const written = textIn(block.text, frame)
      const text = written === '' ? promptBlocks(block, frame) : textBlocks(written, naming, frame.sources)
      return [...(title === '' ? text : headed(title, text, 3)), ...commentBlocks(block, frame)]
    }
    case 'run':
      return [...runBlocks(block, place), ...commentBlocks(block, frame)]
  }
}

/** A comment of several paragraphs stays the author's word in each. */
const commentBlocks = (block: CompositionBlock, frame: Frame): readonly Block[] =>
  textIn(block.comment, frame)
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .flatMap((part): readonly Block[] => {
      const { text, notes } = liveText(part.replace(/\s+/g, ' ').trim(), frame.sources)
      return [{ kind: 'comment', text }, ...noteBlocks(notes)]
    })

/** Reports for many readers at once, and those of one page, show no places that are still to be written. */
const isBare = ({ composition }: Frame): boolean => composition.onePage || composition.territory !== null

/** Who opens an unfinished report reads in the empty place what belongs there. */
function promptBlocks({ hint }: CompositionBlock, frame: Frame): readonly Block[] {
  const asked = textIn(hint, frame)
  if (asked === '' || isBare(frame)) return []
  return [{ kind: 'note', tone: 'note', text: frame.words.own('text.empty', { hint: asked }) }]
}

type RunBlock = Extract<CompositionBlock, { kind: 'run' }>

/** Parts that are a bare list or a run of facts need a heading of their own. */
const partTitles: Readonly<Partial<Record<RunBlock['part'], ReportKey>>> = {
  limits: 'limits.title',
  method: 'method.title',
}

function runBlocks(block: RunBlock, { frame, first }: Place): readonly Block[] {
  const { words } = frame
  const making = frame.makings.get(block.run)
  const slot = frame.composition.runs[block.run]
  if (making === undefined || slot === undefined)
    return noteBlocks([words.own('block.unknown-run', { run: block.run })])
  if (making === null) {
    const own = textIn(slot.title, frame)
    return noteBlocks([words.own('block.not-run', { title: own === '' ? slot.pack : own })])
  }
  const title = titleIn(block.title, frame)
  if (block.part === 'chart') return namedChart(block, title, making, frame)
  if (block.part === 'table') return namedTable(block, title, making, frame)
  const blocks = partOf(block.part, block.rows, making)
  const key = first ? undefined : partTitles[block.part]
  const heading = title === '' && key !== undefined ? words.own(key) : title
  return heading === '' ? blocks : headed(heading, blocks, 3)
}

function partOf(
  part: Exclude<RunBlock['part'], 'chart' | 'table'>,
  rows: number | null,
  making: Making,
): readonly Block[] {
  switch (part) {
    case 'text':
      return wordBlocks(making)
    case 'kept':
      return keptSentence(making)
    case 'origin':
      return originSentences(making)
    case 'findings':
      return cutFindings(partBlocks('findings', making), rows === null ? {} : { to: rows })
    default:
      return partBlocks(part, making)
  }
}

function namedChart(block: RunBlock, title: string, making: Making, frame: Frame): readonly Block[] {
  const name = block.name === '' ? firstChart(making) : block.name
  const id = frame.nameOnce(`${block.run}-${name}`)
  const built = chartBlocks(name, making, { id, title })
  if (built !== null) return built
  const values = { name: block.name, title: making.words.pack('title') }
  return noteBlocks([frame.words.own('block.no-chart', values)])
}

const firstChart = ({ pack, record }: Making): string =>
  (pack.charts.find(({ data }) => (record.tables[data] ?? []).length > 0) ?? pack.charts[0])?.id ?? ''

function namedTable(block: RunBlock, title: string, making: Making, frame: Frame): readonly Block[] {
  const { columns, where, rows, name } = block
  const id = frame.nameOnce(`${block.run}-${name}`)
  const table = tableBlock(name, making, { id, title, columns, where, rows })
  if (table !== null) return [table]
  if (making.pack.manifest.tables[name] !== undefined) return [noTable(name, making)]
  return noteBlocks([frame.words.own('block.no-table', { name, title: making.words.pack('title') })])
}

/** Each id once: the same chart may stand in two places and in two languages. */
function namesOnce(): Frame['nameOnce'] {
  const given = new Map<string, number>()
  return (id) => {
    const times = (given.get(id) ?? 0) + 1
    given.set(id, times)
    return times === 1 ? id : nextFree(id, times, given)
  }
}

function nextFree(id: string, times: number, given: Map<string, number>): string {
  for (let number = times; ; number += 1) {
    const name = `${id}-${number}`
    if (given.has(name)) continue
    given.set(name, 1)
    return name
  }
}
