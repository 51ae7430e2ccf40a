import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { topCoding, topCodingMethod } from '../../methods/disclosure/top-coding'
import type { Table } from '../../model/table'
import { tableOf } from './columns'
import { readAll } from './disclosure-linked'
import { membersOf } from './disclosure-members'
import { type CellsRead, cellName, codesAt, codeTypes } from './disclosure-system'
import { nameOption, namesOption, numberOrNone, type TablesStep } from './step-method'

interface Coded {
  readonly value: number
  readonly atLeast: boolean
}

/**
 * Inner cells above the limit are shown as the limit, totals of them as the sum of what is shown. Every cell that holds
 * a coded one is itself only "at least", so no subtraction finds it: raise the inner cell and all its totals alike, and
 * nothing that is shown changes. A total of cells that are all shown is shown, whatever its size.
 */
export const topCodingStep: TablesStep = {
  method: topCodingMethod,
  table: { totals: 'names', protect: 'name' },
  inputs: ['cells', 'hierarchy?', 'linked?'],
  gives: ['cells', 'audit', 'summary'],
  reads: () => ({
    cells: ['value'],
    hierarchy: ['dimension', 'scheme', 'parent', 'child'],
    linked: ['value'],
  }),
  // biome-ignore lint/correctness/useYield: one pass over the cells
  *run({ cells: table, hierarchy, linked }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('cells were checked')
    const read = readAll({ cells: table, hierarchy, linked }, namesOption(options, 'totals'))
    if (nameOption(options, 'protect') !== 'top-code') return tablesOf(read, [], 0)
    const limit = numberOrNone(options, 'limit') ?? refuseMethod('disclosure.no-limit')
    return tablesOf(read, codedCells(read, limit), limit)
  },
}

function codedCells({ system }: CellsRead, limit: number): readonly Coded[] {
  const [blank] = system.missing
  if (blank !== undefined) refuseMethod('disclosure.blank-top-coded', { cell: cellName(system, blank) })
  const inner = topCoding([...system.values], limit)
  return membersOf(system).map((members) => {
    const own = members.map((cell) => inner[cell] ?? { value: 0, atLeast: false })
    const [only] = own
    return own.length === 1 && only !== undefined
      ? only
      : {
          value: own.reduce((sum, { value }) => sum + value, 0),
          atLeast: own.some(({ atLeast }) => atLeast),
        }
  })
}

function tablesOf(read: CellsRead, coded: readonly Coded[], limit: number): Readonly<Record<string, Table>> {
  const shown = coded.length === 0 ? [] : read.order
  const hidden = shown.filter((cell) => coded[cell]?.atLeast)
  return {
    cells: tableOf(
      { ...codeTypes(read), value: 'number', status: 'text', made: 'boolean' },
      shown.map((cell) => ({
        ...codesAt(read, cell),
        value: coded[cell]?.value ?? null,
        status: coded[cell]?.atLeast ? 'top-coded' : 'published',
        made: read.system.cells[cell]?.given === null,
      })),
    ),
    audit: tableOf(
      {
        ...codeTypes(read),
        ...{ cell: 'text', low: 'number', high: 'number', width: 'number' },
        ...{ exact: 'boolean', protected: 'boolean', status: 'text' },
      },
      hidden.map((cell) => ({
        ...codesAt(read, cell),
        cell: cellName(read.system, cell),
        low: coded[cell]?.value ?? null,
        high: null,
        width: null,
        exact: true,
        protected: true,
        status: 'top-coded',
      })),
    ),
    summary: tableOf(
      { cells: 'number', published: 'number', coded: 'number', limit: 'number' },
      coded.length === 0
        ? []
        : [{ cells: coded.length, published: coded.length - hidden.length, coded: hidden.length, limit }],
    ),
  }
}
