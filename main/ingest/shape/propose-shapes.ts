import type { Column } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { findWideBlocks } from '../roles/wide-blocks'

const stepRoles = ['period', 'sex', 'age', 'territory'] as const

/** Blocks of columns whose names hide years, sexes, ages or places, as steps that would turn them into rows. */
export function proposeShapes(columns: readonly Column[]): ShapeStep[] {
  const own = columns.filter(({ derived }) => derived === undefined)
  const taken = new Set(own.map(({ name }) => name))
  return findWideBlocks(own).map(({ columns: wide, dimensions, value }) => {
    const moved = new Set(wide.map(({ name }) => name))
    const isTaken = (name: string) => taken.has(name) && !moved.has(name)
    const into = dimensions.map(({ name, role }, i) => ({
      name: freeName(name, isTaken),
      values: wide.map(({ codes }) => codes[i] ?? ''),
      role: stepRoles.find((known) => known === role) ?? ('category' as const),
    }))
    const isUsed = (name: string) => isTaken(name) || into.some((column) => column.name === name)
    return {
      kind: 'wide-to-long',
      columns: wide.map(({ name }) => name),
      into,
      value: freeName(value, isUsed),
    }
  })
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name
  for (let count = 2; isTaken(free); count++) free = `${name}_${count}`
  return free
}
