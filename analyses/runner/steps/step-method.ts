import { allows, type Limit, limitText, type Method } from '../../methods/core/define-method'
import type { ProgramSolver } from '../../methods/core/optimise/program'
import type { Steps } from '../../methods/core/steps'
import type { Absent, Estimate } from '../../methods/core/values'
import { refuse } from '../../model/fault'
import type { ParamValue } from '../../model/run-record'
import type { Cell, Row, Table, TableColumn } from '../../model/table'

export type StepOptions = Readonly<Record<string, ParamValue>>

/** Options of a step beyond its method's own: names of columns; an optional one may be left out or empty. */
type TableOptions = Readonly<Record<string, 'name' | 'names' | 'optional-name'>>

/** A method of the library as a step of a pack: rows in, rows out. */
export interface StepMethod {
  readonly method: Method
  readonly table: TableOptions
  /** Columns the input must have. */
  reads(options: StepOptions): readonly string[]
  run(input: Table, options: StepOptions): Table
}

/** A method that reads whole tables and leaves several behind; long ones go on in steps. */
export interface TablesStep {
  readonly method: Method
  readonly table: TableOptions
  /** Names of its inputs, in the order of the step's `from`; one with `?` at its end may be left out. */
  readonly inputs: readonly string[]
  /** Names of its outputs. */
  readonly gives: readonly string[]
  /** Columns each input must have. */
  reads(options: StepOptions): Readonly<Record<string, readonly string[]>>
  /** Whether it uses a solver of programs, where the platform has one. */
  readonly solves?: true
  run(
    inputs: Readonly<Record<string, Table>>,
    options: StepOptions,
    tools: { readonly solver: ProgramSolver | null },
  ): Steps<Readonly<Record<string, Table>>>
}

export type AnyStep = StepMethod | TablesStep

export const isTablesStep = (step: AnyStep): step is TablesStep => 'gives' in step

/** What is wrong with a step's options: option -> why. Parameters are known only when the pack runs. */
export function optionFaults(step: AnyStep, options: StepOptions): ReadonlyMap<string, string> {
  const faults = new Map<string, string>()
  const limits: Readonly<Record<string, Limit>> = step.method.options
  for (const [name, value] of Object.entries(options)) {
    const limit = Object.hasOwn(limits, name) ? limits[name] : undefined
    const kind = Object.hasOwn(step.table, name) ? step.table[name] : undefined
    if (limit === undefined && kind === undefined)
      faults.set(name, [...Object.keys(limits), ...Object.keys(step.table)].join(', '))
    else if (limit !== undefined && !allows(limit, value)) faults.set(name, limitText(limit))
    else if ((kind === 'name' || kind === 'optional-name') && typeof value !== 'string')
      faults.set(name, 'name')
    else if (kind === 'names' && !Array.isArray(value)) faults.set(name, 'names')
  }
  const needed = Object.entries(step.table).filter(([, kind]) => kind !== 'optional-name')
  for (const name of [...Object.keys(limits), ...needed.map(([name]) => name)])
    if (!Object.hasOwn(options, name)) faults.set(name, '–')
  return faults
}

export const numberOption = (options: StepOptions, name: string): number => {
  const value = options[name]
  if (typeof value !== 'number') throw new TypeError(`option ${name} was not checked`)
  return value
}
export const numberOrNone = (options: StepOptions, name: string): number | null =>
  options[name] === null ? null : numberOption(options, name)
export const flagOption = (options: StepOptions, name: string): boolean => {
  const value = options[name]
  if (typeof value !== 'boolean') throw new TypeError(`option ${name} was not checked`)
  return value
}
/** Empty where it was left out. */
export const optionalName = (options: StepOptions, name: string): string => {
  const value = options[name]
  return typeof value === 'string' ? value : ''
}
export const nameOption = (options: StepOptions, name: string): string => {
  const value = options[name]
  if (typeof value !== 'string') throw new TypeError(`option ${name} was not checked`)
  return value
}
export const namesOption = (options: StepOptions, name: string): readonly string[] => {
  const value = options[name]
  if (!Array.isArray(value)) throw new TypeError(`option ${name} was not checked`)
  return value
}

export function checkColumns(method: string, input: Table, columns: readonly string[]): void {
  const there = new Set(input.columns.map(({ name }) => name))
  const missing = columns.find((column) => !there.has(column))
  if (missing !== undefined) refuse('pack.step-column-missing', { method, column: missing })
}

/** A number of the row, or null where there is none. */
export const numberIn = (row: Row, column: string): number | null => {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

/** All of them, or null when one is missing. */
export function numbersIn<const Names extends readonly string[]>(
  row: Row,
  names: Names,
): { readonly [K in keyof Names]: number } | null {
  const values = names.map((name) => numberIn(row, name))
  return values.every((value) => value !== null) ? (values as { [K in keyof Names]: number }) : null
}

/** `as`, `as_low`, `as_high`, `as_absence`: how an estimate stands in a row. */
export const estimateColumns = (as: string, interval: boolean): readonly TableColumn[] => [
  { name: as, type: 'number' },
  ...(interval
    ? ([
        { name: `${as}_low`, type: 'number' },
        { name: `${as}_high`, type: 'number' },
      ] as const)
    : []),
  { name: `${as}_absence`, type: 'text' },
]

export const estimateCells = (
  as: string,
  estimate: Estimate | Absent | null,
): Readonly<Record<string, Cell>> =>
  estimate?.kind === 'present'
    ? {
        [as]: estimate.value,
        [`${as}_low`]: estimate.low,
        [`${as}_high`]: estimate.high,
        [`${as}_absence`]: null,
      }
    : {
        [as]: null,
        [`${as}_low`]: null,
        [`${as}_high`]: null,
        [`${as}_absence`]: estimate?.reason ?? 'missing-input',
      }

/** A method that looks at one row at a time and adds its estimate to it. */
export function rowStep(
  method: Method,
  reads: readonly string[],
  interval: boolean,
  estimate: (row: Row, options: StepOptions) => Estimate | Absent | null,
): StepMethod {
  return {
    method,
    table: { as: 'name' },
    reads: () => reads,
    run: (input, options) => {
      const as = nameOption(options, 'as')
      const columns = estimateColumns(as, interval)
      const names = new Set(columns.map(({ name }) => name))
      return {
        columns: [...input.columns, ...columns],
        rows: input.rows.map((row) => ({
          ...row,
          ...Object.fromEntries(
            Object.entries(estimateCells(as, estimate(row, options))).filter(([name]) => names.has(name)),
          ),
        })),
      }
    },
  }
}
