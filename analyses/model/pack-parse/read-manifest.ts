import type { z } from 'zod'
import { type Fault, fault } from '../fault'
import { manifestSchema, type PackManifest } from '../pack-manifest'
import { failed, type Result, succeeded } from '../result'
import { readYaml } from './read-yaml'

export const manifestFile = 'pack.yaml'

/** `pack.yaml` as a typed value; every fault with the path of the key it is about. */
export function readManifest(files: ReadonlyMap<string, string>): Result<PackManifest> {
  const text = files.get(manifestFile)
  if (text === undefined) return failed(fault('pack.manifest-missing', { file: manifestFile }, manifestFile))
  const parsed = readYaml(manifestFile, text)
  if ('faults' in parsed) return failed(...parsed.faults)
  const manifest = manifestSchema.safeParse(parsed.value)
  return manifest.success
    ? succeeded(manifest.data)
    : failed(...schemaFaults(manifestFile, manifest.error.issues))
}

/** Schema issues as faults; unknown keys are named one by one because they are mostly slips of the pen. */
export function schemaFaults(file: string, issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const at = (more: readonly PropertyKey[] = []) => place(file, [...issue.path, ...more])
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fault('pack.key-unknown', { key }, at([key])))
    if (issue.code === 'invalid_key')
      return [fault('pack.name-invalid', { name: String(issue.path.at(-1) ?? '') }, at())]
    if (issue.code === 'invalid_union')
      return schemaFaults(
        file,
        meant(issue.errors).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
      )
    return [fault('pack.value-wrong', { detail: issue.message }, at())]
  })
}

/** Of several ways to read a step, the one whose own key (`sql`, `method`) is there. */
const meant = (readings: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] =>
  readings.find((issues) => !issues.some(({ path }) => path[0] === 'sql' || path[0] === 'method')) ??
  readings[0] ??
  []

export const place = (file: string, path: readonly PropertyKey[]): string =>
  path.length === 0 ? file : `${file}:${path.map(String).join('.')}`
