import { expect, test } from 'vitest'
import { smallPack, smallRecord } from '../../tests/helpers/small-report'
import { buildReport } from './build-report'

const columnsBeside = (mirrored: boolean): readonly string[] => {
  const x = { field: 'difference', type: 'quantitative', ...(mirrored ? { axis: { mirrored } } : {}) }
  const spec = {
    encoding: { y: { field: 'territory', type: 'nominal' } },
    layer: [{ mark: 'bar', encoding: { x } }],
  }
  const pack = smallPack()
  const charts = pack.charts.map((chart) => ({ ...chart, spec }))
  const { blocks } = buildReport({ pack: { ...pack, charts }, record: smallRecord(), locale: 'en' })
  return blocks.flatMap((block) =>
    block.kind === 'chart' ? block.table.columns.map(({ name }) => name) : [],
  )
}

test('a pyramid draws one side below zero; its table has no counts below zero', () => {
  expect(columnsBeside(false)).toContain('difference')
  const columns = columnsBeside(true)
  expect(columns).not.toContain('difference')
  expect(columns).toContain('women')
})
