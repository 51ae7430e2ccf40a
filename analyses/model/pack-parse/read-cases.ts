import { type Fault, fault } from '../fault'
import { caseSchema, type PackManifest } from '../pack-manifest'
import type { NamedCase } from '../pack-types'
import { schemaFaults } from './read-manifest'
import { readYaml } from './read-yaml'

const casePath = /^cases\/([a-z0-9][a-z0-9-]*)\/case\.yaml$/

/** Golden cases, by name. A pack may be used without them, but ours are not released without. */
export function readCases(
  manifest: PackManifest,
  files: ReadonlyMap<string, string>,
): { readonly value: readonly NamedCase[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const value: NamedCase[] = []
  for (const file of [...files.keys()].sort()) {
    const name = casePath.exec(file)?.[1]
    if (name === undefined) continue
    const read = readCase(manifest, files, name, file)
    if ('faults' in read) faults.push(...read.faults)
    else value.push(read.value)
  }
  return { value, faults }
}

function readCase(
  manifest: PackManifest,
  files: ReadonlyMap<string, string>,
  name: string,
  file: string,
): { readonly value: NamedCase } | { readonly faults: readonly Fault[] } {
  const parsed = readYaml(file, files.get(file) ?? '')
  if ('faults' in parsed) return parsed
  const checked = caseSchema.safeParse(parsed.value)
  if (!checked.success) return { faults: schemaFaults(file, checked.error.issues) }
  const folder = `cases/${name}/`
  const inputs = Object.values(checked.data.inputs)
  const paths = [...inputs, ...Object.values(checked.data.expect.rows)]
  const missing = inputs.filter((path) => !files.has(folder + path))
  const unknownNeeds = Object.keys(checked.data.inputs).filter((need) => !(need in manifest.needs))
  const faults = [
    ...missing.map((path) => fault('pack.file-missing', { file: folder + path }, `${file}:inputs`)),
    ...unknownNeeds.map((need) =>
      fault(
        'pack.name-unknown',
        { name: need, known: Object.keys(manifest.needs).join(', ') },
        `${file}:inputs.${need}`,
      ),
    ),
  ]
  if (faults.length > 0) return { faults }
  const texts = paths.flatMap((path): [string, string][] => {
    const text = files.get(folder + path)
    return text === undefined ? [] : [[path, text]]
  })
  return { value: { ...checked.data, name, files: new Map(texts) } }
}
