import { expect, test } from 'vitest'
import { buildTable } from './build-table'
import { frameWords } from './words'

const panels = (codes: readonly (string | null)[]) =>
  buildTable(
    {
      id: 'lines',
      caption: 'Lines',
      columns: [
        { name: 'panel', label: 'Group', unit: 'code' },
        { name: 'value', label: 'Value', unit: 'number' },
      ],
      rows: codes.map((panel, value) => ({ panel, value })),
      mostRows: 10,
    },
    frameWords('cs'),
  ).rows.map(([cell]) => cell?.text)

test('panels that are the sexes are called as the chart calls them; groups of other kinds keep their names', () => {
  expect(panels(['F', 'M', 'T'])).toEqual(['Ženy', 'Muži', 'Celkem'])
  expect(panels(['F', 'Z'])).toEqual(['F', 'Z'])
})
