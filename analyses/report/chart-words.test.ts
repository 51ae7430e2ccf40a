import { expect, test } from 'vitest'
import { smallPack, smallRecord } from '../../tests/helpers/small-report'
import { locales } from '../model/locale'
import type { ChartBlock } from '../model/report-document'
import { buildReport } from './build-report'

test.each(locales)(
  'a chart whose words rest on hidden values is called by what is drawn in it: %s',
  (locale) => {
    const record = smallRecord()
    const words = (record.tables['words'] ?? []).map((row) => ({
      ...Object.fromEntries(Object.keys(row).map((name) => [name, null])),
      withheld: true,
    }))
    expect(words).toHaveLength(1)
    const chartOf = (tables: typeof record.tables): ChartBlock | undefined =>
      buildReport({ pack: smallPack(), record: { ...record, tables }, locale }).blocks.find(
        (block): block is ChartBlock & typeof block => block.kind === 'chart',
      )
    const open = chartOf(record.tables)
    const kept = chartOf({ ...record.tables, words })
    expect(kept?.title).not.toBe(open?.title)
    for (const text of [kept?.title, kept?.subtitle, kept?.alt, kept?.foot]) expect(text).not.toContain('–')
    expect(kept?.title).not.toBe('')
    expect(kept?.alt).toContain(kept?.title)
    expect(kept?.table.rows).toEqual(open?.table.rows)
  },
)
