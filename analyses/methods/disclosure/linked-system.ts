import { refuseMethod } from '../core/refusal'
import type { CellSystem, Relation } from './cell-system'

export interface LinkedTable {
  /** Equal keys are one cell, in whatever table. NaN: nobody gave a value. */
  readonly cells: readonly { readonly key: string; readonly value: number }[]
  readonly relations: readonly { readonly total: string; readonly parts: readonly string[] }[]
}

export interface LinkedSystem extends CellSystem {
  readonly keys: readonly string[]
  readonly cellOf: ReadonlyMap<string, number>
  readonly missing: ReadonlySet<number>
}

/** Numbers from sums of cents that are equal but for their last digits. */
const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

/**
 * Several tables as one system of cells and sums. Cells are numbered by their keys, sums stand in the order of their
 * cells, so the same tables in another order, or with their rows in another order, give the same system.
 */
export function linkedSystem(tables: readonly LinkedTable[]): LinkedSystem {
  const given = new Map<string, number>()
  for (const { cells, relations } of tables) {
    for (const { key, value } of cells) take(given, key, value)
    for (const { total, parts } of relations)
      for (const key of [total, ...parts]) if (!given.has(key)) given.set(key, Number.NaN)
  }
  const keys = [...given.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const cellOf = new Map(keys.map((key, cell) => [key, cell]))
  const number = (key: string) => cellOf.get(key) ?? -1
  const values = Float64Array.from(keys, (key) => given.get(key) ?? Number.NaN)
  const relations = distinct(
    tables.flatMap((table) =>
      table.relations.map(({ total, parts }) => ({
        total: number(total),
        parts: parts.map(number).sort((a, b) => a - b),
      })),
    ),
  )
  complete(values, relations)
  for (const relation of relations) checkSum(relation, values, keys)
  return {
    values,
    relations,
    keys,
    cellOf,
    missing: new Set(keys.flatMap((_, cell) => (Number.isNaN(values[cell] ?? 0) ? [cell] : []))),
  }
}

function take(given: Map<string, number>, key: string, value: number): void {
  const before = given.get(key)
  if (before === undefined || Number.isNaN(before)) given.set(key, value)
  else if (!(Number.isNaN(value) || same(before, value)))
    refuseMethod('disclosure.linked-different', { cell: key, one: before, other: value })
}

function distinct(relations: readonly Relation[]): readonly Relation[] {
  const named = new Map(
    relations.map((relation) => [`${relation.total}=${relation.parts.join('+')}`, relation]),
  )
  return [...named]
    .filter(([, { parts }]) => parts.length > 0)
    .sort(([a, one], [b, other]) => one.total - other.total || (a < b ? -1 : 1))
    .map(([, relation]) => relation)
}

/** Values that a sum with one unknown gives, until none is left to find. */
function complete(values: Float64Array, relations: readonly Relation[]): void {
  for (let changed = true; changed; ) {
    changed = false
    for (const { total, parts } of relations) {
      if (!Number.isNaN(values[total] ?? 0) || parts.some((part) => Number.isNaN(values[part] ?? 0))) continue
      values[total] = parts.reduce((sum, part) => sum + (values[part] ?? 0), 0)
      changed = true
    }
  }
}

function checkSum({ total, parts }: Relation, values: Float64Array, keys: readonly string[]): void {
  const value = values[total] ?? 0
  const sum = parts.reduce((whole, part) => whole + (values[part] ?? 0), 0)
  if (!(Number.isNaN(value) || Number.isNaN(sum) || same(value, sum)))
    refuseMethod('disclosure.not-additive', { cell: keys[total] ?? '', total: value, parts: sum })
}
