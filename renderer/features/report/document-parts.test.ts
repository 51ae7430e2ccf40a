import { expect, test } from 'vitest'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { fileNameOf, partsOf } from './document-parts'

test('a title becomes a file name every system takes', () => {
  expect(fileNameOf('Rozdíl v nezaměstnanosti žen a mužů: kraj/2023?')).toBe(
    'rozdil-v-nezamestnanosti-zen-a-muzu-kraj-2023',
  )
  expect(fileNameOf('…')).toBe('report')
  expect(fileNameOf('a'.repeat(300))).toHaveLength(80)
})

test('charts and tables can be saved on their own', () => {
  const table = {
    kind: 'table',
    id: 'gap',
    caption: 'Gap',
    columns: [],
    rows: [],
    total: 0,
    note: '',
  } as const
  const document: ReportDocument = {
    locale: 'en',
    title: 'T',
    subtitle: '',
    synthetic: false,
    blocks: [
      { kind: 'paragraph', text: 'x' },
      { kind: 'chart', id: 'c', title: 'C', subtitle: '', alt: '', foot: '', spec: {}, table },
      table,
    ],
  }
  expect(partsOf(document)).toEqual({
    charts: [{ id: 'c', title: 'C' }],
    tables: [{ id: 'gap', title: 'Gap' }],
  })
})
