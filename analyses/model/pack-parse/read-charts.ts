import { type Fault, fault } from '../fault'
import type { PackManifest } from '../pack-manifest'
import type { PackChart } from '../pack-types'
import { manifestFile } from './read-manifest'

/** A chart may not bring data of its own, reach out of the machine, or draw links and pictures from data. */
const forbiddenKeys: ReadonlySet<string> = new Set(['url', 'href', 'data', 'datasets', 'usermeta', 'lookup'])
const forbiddenMarks: ReadonlySet<string> = new Set(['image'])

export function readCharts(
  manifest: PackManifest,
  files: ReadonlyMap<string, string>,
): { readonly value: readonly PackChart[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const value = Object.entries(manifest.charts).map(
    ([id, { spec: file, data, text, columns }]): PackChart => {
      const source = files.get(file)
      if (source === undefined)
        faults.push(fault('pack.file-missing', { file }, `${manifestFile}:charts.${id}.spec`))
      const spec = source === undefined ? {} : parseSpec(file, source, faults)
      return { id, spec, data, text, columns }
    },
  )
  return { value, faults }
}

function parseSpec(file: string, source: string, faults: Fault[]): Readonly<Record<string, unknown>> {
  try {
    const spec: unknown = JSON.parse(source)
    if (!isObject(spec)) throw new SyntaxError('not an object')
    const found = forbidden(spec, [])
    faults.push(...found.map((path) => fault('pack.chart-forbidden', { key: path }, `${file}:${path}`)))
    return spec
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    faults.push(fault('pack.chart-invalid', { file, detail: error.message }, file))
    return {}
  }
}

function forbidden(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => forbidden(item, [...path, String(index)]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key]
    if (forbiddenKeys.has(key)) return [here.join('.')]
    if ((key === 'mark' || key === 'type') && typeof item === 'string' && forbiddenMarks.has(item))
      return [here.join('.')]
    return forbidden(item, here)
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
