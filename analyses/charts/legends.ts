import { fieldOf } from './categories'
import { isJson, type Json } from './theme'

const room = 700
const letter = 6.9
const symbol = 44

/** Entries of a legend stand in columns that fit the picture, rather than run out of it. */
export function legendColumns(names: readonly string[]): number {
  const widths = names.map((name) => Math.min(name.length * letter, 220) + symbol)
  if (widths.reduce((sum, width) => sum + width, 0) <= room) return names.length
  return Math.max(1, Math.floor(room / Math.max(...widths)))
}

/** Room under the legend for the flat title of the upright axis; without one the legend stays near its picture. */
export const legendOffset = (titled: boolean): number => (titled ? 32 : 12)

/** Whether an upright axis of the picture carries a title, which lies flat above it. */
export function hasFlatTitle(view: Json): boolean {
  const layers = Array.isArray(view['layer']) ? view['layer'].filter(isJson) : []
  if (['facet', 'hconcat', 'vconcat', 'concat'].some((part) => part in view)) return false
  return [view, ...layers].some(({ encoding }) => {
    const y = isJson(encoding) ? encoding['y'] : null
    return isJson(y) && y['type'] === 'quantitative' && y['axis'] !== null && fieldOf(y) !== null
  })
}
