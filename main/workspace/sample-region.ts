import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { subjectSchema } from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { type Binding, type ParamValue, paramValueSchema } from '../../analyses/model/run-record'
import type { SourceCard } from '../../analyses/model/source-card'
import { importSource, listDataSets } from './data-sets'
import { describeSource } from './describe-data-set'
import type { Project } from './project'

const bindsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())))
const paramsSchema = z.record(z.string(), z.record(z.string(), paramValueSchema))

const cardSchema = z.object({
  dataSets: z.array(
    z.object({
      file: z.string().regex(/^[\w.-]+$/),
      name: z.string(),
      synthetic: z.literal(true),
      title: z.object({ cs: z.string() }),
      producer: z.string(),
      licence: z.string(),
      subjects: subjectSchema.optional(),
      binds: bindsSchema.default({}),
      params: paramsSchema.default({}),
    }),
  ),
})

export interface SampleSource {
  readonly path: string
  readonly name: string
  /** What a report says of the source, under the name its producer gives it. */
  readonly card: SourceCard
  /** Pack -> need -> needed column -> column of this file, or a comma list: what the sample was made to show. */
  readonly binds: z.infer<typeof bindsSchema>
  readonly params: z.infer<typeof paramsSchema>
}

export interface SampleRun {
  readonly bindings: Readonly<Record<string, Binding>>
  readonly params: Readonly<Record<string, ParamValue>>
}

/** The fictional region's text files, in the order they should be listed. */
export async function sampleSources(folder: string): Promise<readonly SampleSource[]> {
  const path = join(folder, 'source.yaml')
  const text = await readFile(path, 'utf8').catch(() => refuse('project.no-sample', {}, path))
  return cardSchema
    .parse(parse(text))
    .dataSets.filter(({ file }) => /\.(csv|tsv|txt)$/.test(file))
    .map(({ file, name, binds, params, title, producer, licence, subjects }) => ({
      ...{ path: join(folder, file), name, binds, params },
      card: { title: title.cs, producer, licence, ...(subjects === undefined ? {} : { subjects }) },
    }))
}

/**
 * The runs of a pack the sample was made to show: one for each data set that can serve its first need, with the other
 * needs from the same file, else from another. The file listed first is about the region's main subject and comes last,
 * so that its run is the newest and templates take it.
 */
export async function sampleRunsOf(folder: string, pack: string): Promise<readonly SampleRun[]> {
  const serving = (await sampleSources(folder)).flatMap(({ name, binds, params }) =>
    Object.entries(binds[pack] ?? {}).map(([need, columns]) => ({
      ...{ need, dataSet: name, params: params[pack] ?? {} },
      binding: { dataSet: name, columns: withLists(columns) },
    })),
  )
  const [first] = serving
  return serving
    .filter(({ need }) => need === first?.need)
    .toReversed()
    .map(({ dataSet, params }) => {
      const own = serving.toSorted((a, b) => Number(a.dataSet === dataSet) - Number(b.dataSet === dataSet))
      return { params, bindings: Object.fromEntries(own.map(({ need, binding }) => [need, binding])) }
    })
}

const withLists = (columns: Readonly<Record<string, string>>): Binding['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([column, source]) => [
      column,
      source.includes(',') ? source.split(',') : source,
    ]),
  )

/** Loads what is missing of the sample region, each file its own write, marked synthetic for every later report. */
export async function loadSampleRegion(project: Project, folder: string, job: JobContext): Promise<void> {
  const there = new Set((await listDataSets(project.database)).map(({ name }) => name))
  const missing = (await sampleSources(folder)).filter(({ name }) => !there.has(name))
  for (const [index, { path, name, card }] of missing.entries()) {
    const report: JobContext['report'] = ({ value }) =>
      job.report({ step: index + 1, of: missing.length, titleKey: 'job.sample', value })
    await importSource(project, path, { name }, { signal: job.signal, report }, { synthetic: true })
    await describeSource(project, name, card)
  }
}
