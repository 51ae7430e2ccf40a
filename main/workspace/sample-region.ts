import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Binding } from '../../analyses/model/run-record'
import { importSource, listDataSets } from './data-sets'
import type { Project } from './project'

const bindsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())))

const cardSchema = z.object({
  dataSets: z.array(
    z.object({
      file: z.string().regex(/^[\w.-]+$/),
      name: z.string(),
      synthetic: z.literal(true),
      binds: bindsSchema.default({}),
    }),
  ),
})

export interface SampleSource {
  readonly path: string
  readonly name: string
  /** Pack -> need -> needed column -> column of this file: what the sample was made to show. */
  readonly binds: z.infer<typeof bindsSchema>
}

/** The fictional region's text files, in the order they should be listed. */
export async function sampleSources(folder: string): Promise<readonly SampleSource[]> {
  const path = join(folder, 'source.yaml')
  const text = await readFile(path, 'utf8').catch(() => refuse('project.no-sample', {}, path))
  return cardSchema
    .parse(parse(text))
    .dataSets.filter(({ file }) => /\.(csv|tsv|txt)$/.test(file))
    .map(({ file, name, binds }) => ({ path: join(folder, file), name, binds }))
}

/** The runs of a pack the sample was made to show: one for each data set that can serve its first need. */
export async function sampleBindings(
  folder: string,
  pack: string,
): Promise<readonly Readonly<Record<string, Binding>>[]> {
  const serving = (await sampleSources(folder)).flatMap(({ name, binds }) =>
    Object.entries(binds[pack] ?? {}).map(([need, columns]) => ({
      need,
      binding: { dataSet: name, columns },
    })),
  )
  const [first] = serving
  const others = Object.fromEntries(
    serving.filter(({ need }) => need !== first?.need).map(({ need, binding }) => [need, binding]),
  )
  return serving
    .filter(({ need }) => need === first?.need)
    .map(({ need, binding }) => ({ ...others, [need]: binding }))
}

/** Loads what is missing of the sample region, each file its own write, marked synthetic for every later report. */
export async function loadSampleRegion(project: Project, folder: string, job: JobContext): Promise<void> {
  const there = new Set((await listDataSets(project.database)).map(({ name }) => name))
  const missing = (await sampleSources(folder)).filter(({ name }) => !there.has(name))
  for (const [index, { path, name }] of missing.entries()) {
    const report: JobContext['report'] = ({ value }) =>
      job.report({ step: index + 1, of: missing.length, titleKey: 'job.sample', value })
    await importSource(project, path, { name }, { signal: job.signal, report }, { synthetic: true })
  }
}
