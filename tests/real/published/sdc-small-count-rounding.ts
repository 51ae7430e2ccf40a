import { numberAt, type PublishedCase } from './case'

const margins = [
  ['Total', 'Total'],
  ...['row1', 'row2', 'row3'].map((row) => [row, 'Total']),
  ...['col1', 'col2', 'col3', 'col4', 'col5'].map((column) => ['Total', column]),
] as const

const missing = { notCovered: 'Small count rounding is not built yet; the pack hides cells instead.' }

export const sdcSmallCountRounding: PublishedCase = {
  folder: 'sdc-small-count-rounding',
  runs: {
    table: {
      pack: 'disclosure-check',
      inputs: { cells: 'data.csv' },
      bind: { 'cells.dimensions': 'rows,cols', 'cells.value': 'freq' },
      params: { threshold: 1, secondary: false },
    },
  },
  numbers: ({ table }, ids) => ({
    ...Object.fromEntries(ids.map((id) => [id, missing])),
    original_margins: margins.map(
      ([rows = '', cols = '']) => numberAt(table, 'sensitivity', 'value', { rows, cols }) ?? Number.NaN,
    ),
  }),
}
