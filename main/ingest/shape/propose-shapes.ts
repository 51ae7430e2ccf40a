import type { Column } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { findSensorBlock } from '../roles/sensor-blocks'
import { findWideBlocks } from '../roles/wide-blocks'
import { proposeLevels } from './propose-levels'
import { proposeTimes } from './propose-times'

const stepRoles = ['period', 'sex', 'age', 'territory'] as const

/**
 * Steps of shape that a table suggests: days and times of day to be joined, and blocks of columns whose names hide
 * years, sexes, ages or places, to be turned into rows, and the levels of mixed codes as a column. `sample` holds the first rows, one cell for each column.
 */
export function proposeShapes(
  columns: readonly Column[],
  sample: readonly (readonly (string | null)[])[],
): ShapeStep[] {
  const sampled = columns.map((column, i) => ({ column, cells: sample.map((row) => row[i] ?? null) }))
  const times = proposeTimes(sampled)
  const inTime = times.length > 0 || columns.some(({ type }) => type === 'timestamp')
  return [...times, ...proposeLong(columns, inTime), ...proposeLevels(columns)]
}

function proposeLong(columns: readonly Column[], inTime: boolean): ShapeStep[] {
  const own = columns.filter(({ derived }) => derived === undefined)
  const taken = new Set(own.map(({ name }) => name))
  // Readings of sensors side by side are series in time; what their names say goes before years and numbers in them.
  const sensors = inTime ? findSensorBlock(own) : null
  const claimed = new Set(sensors?.columns.map(({ name }) => name))
  const others = findWideBlocks(own.filter(({ name }) => !claimed.has(name)))
  return [...(sensors === null ? [] : [sensors]), ...others].map(({ columns: wide, dimensions, value }) => {
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
