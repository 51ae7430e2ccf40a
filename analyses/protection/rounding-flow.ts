import type { RunRecord } from '../model/run-record'
import type { GuardedNeed } from './guarded-needs'
import type { RunPlan } from './plans'
import { cellName, type RoundingTable } from './rounding-cells'

type Input = RunRecord['inputs'][number]
type FlowRow = RunRecord['sampleFlow'][number]

/** Needs of which a row is a person or a firm, so that numbers of rows count them. */
const countingNeeds = ({ guarded }: RunPlan): readonly GuardedNeed[] =>
  guarded.filter(({ content }) => content === 'persons' || content === 'units')

/** Numbers of rows are those of everybody, as a total of the same data says it. */
const nameOf = (input: Input, value: number): string => cellName(input.sha256, 'count', '', value)

function inputOf({ step }: FlowRow, plan: RunPlan): Input | null {
  const needs = countingNeeds(plan)
  const own = needs.find(({ need }) => need === step)
  if (own !== undefined) return own.input
  return plan.run.pack.manifest.needs[step] === undefined ? (needs[0]?.input ?? null) : null
}

/** What the way of the sample and the receipts of its data count, to be rounded with everything else. */
export function flowTable(plan: RunPlan): RoundingTable {
  const cells = new Map<string, number>()
  const relations: { readonly total: string; readonly parts: readonly string[] }[] = []
  const add = (input: Input, value: number): string => {
    const name = nameOf(input, value)
    cells.set(name, value)
    return name
  }
  const sum = (total: string, parts: readonly string[]) => {
    if (!parts.includes(total) && new Set(parts).size === parts.length) relations.push({ total, parts })
  }
  for (const { input } of countingNeeds(plan)) {
    add(input, input.rows)
    const { imported } = input
    if (imported === undefined) continue
    const { read, loaded, rejected } = imported
    const names = [read, loaded, rejected].map((value) => add(input, value))
    if (read === loaded + rejected) sum(names[0] ?? '', names.slice(1))
  }
  for (const rows of stepsOf(plan)) {
    const [whole, ...rest] = rows.map(([row, input]) => [add(input, row.rows ?? 0), row.rows ?? 0] as const)
    if (whole !== undefined && rest.length > 0 && rest.reduce((all, [, one]) => all + one, 0) === whole[1])
      sum(
        whole[0],
        rest.map(([name]) => name),
      )
    for (const [{ units }, input] of rows) if (units !== null) add(input, units)
  }
  const neutral = new Map([...cells.keys()].map((name) => [name, 'count\u0003']))
  const given = [...cells].map(([key, value]) => ({ key, value }))
  return { cells: given, relations, neutral, within: new Map() }
}

function stepsOf(plan: RunPlan): readonly (readonly (readonly [FlowRow, Input])[])[] {
  const steps = new Map<string, (readonly [FlowRow, Input])[]>()
  for (const row of plan.run.record.sampleFlow) {
    const input = inputOf(row, plan)
    if (input !== null && row.rows !== null)
      steps.set(row.step, [...(steps.get(row.step) ?? []), [row, input]])
  }
  return [...steps.values()]
}

export type Rounding = (name: string) => number | undefined

/** The way of the sample with rounded numbers. */
export const roundedFlow = (plan: RunPlan, rounding: Rounding): RunRecord['sampleFlow'] =>
  plan.run.record.sampleFlow.map((row) => {
    const input = inputOf(row, plan)
    if (input === null) return row
    const rounded = (value: number | null) =>
      value === null ? null : (rounding(nameOf(input, value)) ?? null)
    return { ...row, units: rounded(row.units), rows: rounded(row.rows) }
  })

/** The receipts of the data: how many rows they had says how many persons. */
export function roundedInputs(plan: RunPlan, rounding: Rounding): RunRecord['inputs'] {
  const counting = new Set(countingNeeds(plan).map(({ input }) => input))
  return plan.run.record.inputs.map((input) => {
    if (!counting.has(input)) return input
    const rounded = (value: number) => rounding(nameOf(input, value)) ?? value
    const { imported } = input
    return {
      ...input,
      rows: rounded(input.rows),
      ...(imported === undefined
        ? {}
        : {
            imported: {
              read: rounded(imported.read),
              loaded: rounded(imported.loaded),
              rejected: rounded(imported.rejected),
            },
          }),
    }
  })
}
