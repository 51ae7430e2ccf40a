import type { z } from 'zod'
import type { TemplateCard } from './composition'
import { type Fault, fault } from './fault'
import { type Locale, locales } from './locale'
import { readYaml } from './pack-parse/read-yaml'
import { failed, type Result, succeeded } from './result'
import {
  type TemplateManifest,
  type TemplateWords,
  templateSchema,
  templateWordsSchema,
} from './template-schema'

/** A kind of report: which runs, in which order, with which words. Data only; nothing in it is ever run. */
export interface ReportTemplate {
  readonly id: string
  readonly version: string
  readonly manifest: TemplateManifest
  /** Every language says the same things. */
  readonly words: Readonly<Record<Locale, TemplateWords>>
}

/** A folder that holds no template that can be used, with all its reasons. */
export interface BrokenTemplate {
  readonly folder: string
  readonly faults: readonly Fault[]
}

export const templateFile = 'template.yaml'
const wordsFile = (locale: Locale): string => `messages/${locale}.yaml`

/** Reads a template from its files (path inside its folder, with `/` -> text). All faults are reported at once. */
export function parseReportTemplate(files: ReadonlyMap<string, string>): Result<ReportTemplate> {
  const faults: Fault[] = []
  const manifest = readFile(files, templateFile, templateSchema, faults)
  const cs = readFile(files, wordsFile('cs'), templateWordsSchema, faults)
  const en = readFile(files, wordsFile('en'), templateWordsSchema, faults)
  const pl = readFile(files, wordsFile('pl'), templateWordsSchema, faults)
  if (manifest === null || cs === null || en === null || pl === null) return failed(...faults)
  const words = { cs, en, pl }
  faults.push(
    ...runFaults(manifest),
    ...blockFaults(manifest),
    ...locales.flatMap((locale) => wordFaults(manifest, words[locale], locale)),
  )
  return faults.length > 0
    ? failed(...faults)
    : succeeded({ id: manifest.id, version: manifest.version, manifest, words })
}

export function templateCard({ id, manifest, words }: ReportTemplate, locale: Locale): TemplateCard {
  return {
    id,
    title: words[locale].title,
    purpose: words[locale].purpose,
    packs: Object.entries(manifest.runs).map(([slot, { pack, optional }]) => ({
      slot,
      pack,
      title: words[locale].runs[slot] ?? slot,
      optional,
    })),
    batch: manifest.batch,
  }
}

function readFile<T extends z.ZodType>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: T,
  faults: Fault[],
): z.output<T> | null {
  const text = files.get(file)
  if (text === undefined) {
    faults.push(fault('template.file-missing', { file }, file))
    return null
  }
  const read = readYaml(file, text)
  if ('faults' in read) {
    faults.push(...read.faults)
    return null
  }
  const parsed = schema.safeParse(read.value)
  if (parsed.success) return parsed.data
  for (const { issue, path } of leaves(parsed.error.issues)) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null]
    for (const key of keys) {
      const at = [...path, ...(key === null ? [] : [key])].map(String).join('.')
      const where = at === '' ? file : `${file}:${at}`
      faults.push(
        key === null
          ? fault('template.value-wrong', { detail: issue.message }, where)
          : fault('template.key-unknown', { key }, where),
      )
    }
  }
  return null
}

interface Leaf {
  readonly issue: z.core.$ZodIssue
  readonly path: readonly PropertyKey[]
}

/** Of the ways a line can be read, the nearest one: with the fewest complaints. */
function leaves(issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[] = []): readonly Leaf[] {
  return issues.flatMap((issue): readonly Leaf[] => {
    const here = [...path, ...issue.path]
    if (issue.code !== 'invalid_union') return [{ issue, path: here }]
    const readings = issue.errors.map((errors) => leaves(errors, here))
    // Another kind of value altogether is the farthest, then a missing key, then one too many.
    const distance = (reading: readonly Leaf[]) =>
      reading.reduce((sum, leaf) => {
        if (leaf.issue.code === 'unrecognized_keys') return sum + leaf.issue.keys.length
        return sum + (leaf.path.length === here.length ? 10_000 : 100)
      }, 0)
    return readings.toSorted((a, b) => distance(a) - distance(b))[0] ?? [{ issue, path: here }]
  })
}

const at = (...path: readonly (string | number)[]): string => `${templateFile}:${path.join('.')}`

/** Every block names a run the template has, and every run is shown somewhere. */
function runFaults({ runs, sections }: TemplateManifest): readonly Fault[] {
  const known = Object.keys(runs)
  const used = new Set<string>()
  const unknown = Object.entries(sections).flatMap(([section, lines]) =>
    lines.flatMap((line, index) => {
      const named = line === 'page-break' ? [] : 'run' in line ? [line.run] : [...line.needs, ...line.without]
      for (const run of named) used.add(run)
      return named
        .filter((run) => !known.includes(run))
        .map((run) =>
          fault('template.run-unknown', { run, known: known.join(', ') }, at('sections', section, index)),
        )
    }),
  )
  const idle = known.filter((run) => !used.has(run))
  return [...unknown, ...idle.map((run) => fault('template.run-unused', { run }, at('runs', run)))]
}

/** What a block is called in the report made of it; the same every time. */
export function blockId(line: TemplateManifest['sections'][string][number], index: number): string {
  if (line === 'page-break') return `page-break-${index + 1}`
  if ('text' in line) return line.text
  const name = 'part' in line ? line.part : 'chart' in line ? line.chart : `${line.table}-table`
  return `${line.run}-${name}`.replaceAll('_', '-')
}

function blockFaults({ sections }: TemplateManifest): readonly Fault[] {
  return Object.entries(sections).flatMap(([section, lines]) => {
    const ids = lines.map(blockId)
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((block) => fault('template.block-twice', { block, section }, at('sections', section)))
  })
}

/** Words for every run, section and text, and none for what is not there. */
function wordFaults(manifest: TemplateManifest, words: TemplateWords, locale: Locale): readonly Fault[] {
  const needed = new Set([
    ...Object.keys(manifest.runs).map((run) => `runs.${run}`),
    ...Object.entries(manifest.sections).flatMap(([section, lines]) => [
      `sections.${section}`,
      ...lines.flatMap((line) =>
        line !== 'page-break' && 'text' in line ? [`sections.${section}.texts.${line.text}`] : [],
      ),
    ]),
  ])
  const given = new Set([
    ...Object.keys(words.runs).map((run) => `runs.${run}`),
    ...Object.entries(words.sections).flatMap(([section, { texts }]) => [
      `sections.${section}`,
      ...Object.keys(texts).map((text) => `sections.${section}.texts.${text}`),
    ]),
  ])
  const hinted = Object.entries(words.sections).flatMap(([section, { hints, titles }]) => [
    ...Object.keys(hints)
      .filter((text) => !needed.has(`sections.${section}.texts.${text}`))
      .map((text) => `sections.${section}.hints.${text}`),
    ...Object.keys(titles)
      .filter((name) => !namesShown(manifest, section).has(name))
      .map((name) => `sections.${section}.titles.${name}`),
  ])
  const file = wordsFile(locale)
  return [
    ...[...needed]
      .filter((key) => !given.has(key))
      .map((key) => fault('template.words-missing', { key, locale }, `${file}:${key}`)),
    ...[...given]
      .filter((key) => !needed.has(key))
      .concat(hinted)
      .map((key) => fault('template.key-unknown', { key }, `${file}:${key}`)),
  ]
}

const namesShown = ({ sections }: TemplateManifest, section: string): ReadonlySet<string> =>
  new Set(
    (sections[section] ?? []).flatMap((line) =>
      line === 'page-break' ? [] : 'chart' in line ? [line.chart] : 'table' in line ? [line.table] : [],
    ),
  )
