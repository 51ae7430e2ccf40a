import { type Fault, fault } from '../fault'
import type { PackManifest } from '../pack-manifest'
import type { PackFinding, PackStep, StepOption } from '../pack-types'
import type { ParamValue } from '../run-record'
import { manifestFile } from './read-manifest'

interface ReadSteps {
  readonly value: { readonly steps: readonly PackStep[]; readonly findings: readonly PackFinding[] }
  readonly faults: readonly Fault[]
}

/** Steps with their SQL, each after what it reads; and the findings' SQL. */
export function readSteps(manifest: PackManifest, files: ReadonlyMap<string, string>): ReadSteps {
  const faults: Fault[] = []
  const text = (file: string, path: string): string => {
    const found = files.get(file)
    if (found === undefined) faults.push(fault('pack.file-missing', { file }, `${manifestFile}:${path}`))
    return found ?? ''
  }
  const steps = Object.entries(manifest.steps).map(([name, step]): PackStep => {
    if ('method' in step)
      return {
        kind: 'method',
        name,
        from: step.from,
        method: step.method,
        options: options(step.with),
        gives: new Map(Object.entries(step.gives)),
        each: step.each,
        paired: step.paired ?? null,
      }
    const sql = text(step.sql, `steps.${name}.sql`)
    return {
      kind: 'sql',
      name,
      from: step.from,
      uses: step.uses,
      notEmpty: step.not_empty,
      file: step.sql,
      sql,
    }
  })
  const findings = Object.entries(manifest.findings).map(([id, { sql: file, ...rest }]) => ({
    id,
    ...rest,
    file,
    sql: text(file, `findings.${id}.sql`),
  }))
  const { ordered, cycle } = inOrder(steps)
  if (cycle.length > 0)
    faults.push(fault('pack.step-cycle', { steps: cycle.join(', ') }, `${manifestFile}:steps.${cycle[0]}`))
  return { value: { steps: ordered, findings }, faults }
}

const options = (given: Readonly<Record<string, ParamValue>>): Record<string, StepOption> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, StepOption] => [
      name,
      typeof value === 'string' && value.startsWith('$')
        ? { kind: 'param', name: value.slice(1) }
        : { kind: 'value', value },
    ]),
  )

const leaves = (step: PackStep): readonly string[] =>
  step.kind === 'method' && step.gives.size > 0 ? [...step.gives.values()] : [step.name]

/** Kahn's order, ties as written; what is left over lies on a cycle or behind one. */
function inOrder(steps: readonly PackStep[]): {
  ordered: readonly PackStep[]
  cycle: readonly string[]
} {
  const ordered: PackStep[] = []
  const names = new Set(steps.flatMap(leaves))
  let waiting = steps
  while (waiting.length > 0) {
    const done = new Set(ordered.flatMap(leaves))
    const ready = waiting.filter((step) => step.from.every((from) => !names.has(from) || done.has(from)))
    if (ready.length === 0) return { ordered, cycle: waiting.map((step) => step.name) }
    ordered.push(...ready)
    waiting = waiting.filter((step) => !ready.includes(step))
  }
  return { ordered, cycle: [] }
}
