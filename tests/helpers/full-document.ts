import type { Locale } from '../../analyses/model/locale'
import type { Block, ReportDocument, TableBlock } from '../../analyses/model/report-document'
import { buildReport } from '../../analyses/report'
import { type SmallRow, smallPack, smallRecord, townRows } from './small-report'

/** A long text without a space, as a code or an address in data can be. */
const endless = 'x'.repeat(5000)

const column = (name: string, label: string, numeric: boolean, unit = '') => ({
  name,
  label,
  unit,
  numeric,
  output: numeric ? ('number' as const) : ('code' as const),
})
const cell = (value: string | number) => ({ value, text: String(value).replace('.', ',') })
const hidden = (reason: string) => ({ value: null, text: '•', reason, hidden: 'hidden-small' as const })

function table(id: string, caption: string, width: number, length: number): TableBlock {
  const names = Array.from({ length: width }, (_, index) =>
    column(`c${index}`, `Sloupec ${index}`, index > 0),
  )
  const rows = Array.from({ length }, (_, line) =>
    names.map((_, index) => (index === 0 ? cell(`0${line + 10}`) : cell(line - index / 8))),
  )
  return { kind: 'table', id, caption, columns: names, rows, total: length, note: '' }
}

/** All cells hidden; cells without a word; no rows; no columns; longer than a page; wider than a page; a text that never ends. */
export const hardTables: readonly TableBlock[] = [
  {
    ...table('hidden', 'Všechno skryté', 3, 0),
    rows: [0, 1, 2].map(() => [cell('Lhotka'), hidden('málo osob'), hidden('dopočítalo by se')]),
    total: 3,
    note: '• málo osob; • dopočítalo by se.',
  },
  {
    ...table('blank', 'Prázdné buňky', 4, 0),
    rows: [
      [cell('Lhotka'), cell(1), cell(''), cell(2)],
      [cell(''), { value: null, text: '' }, cell(3), cell('')],
    ],
    total: 2,
  },
  { ...table('empty', 'Bez řádků', 3, 0), note: 'Žádný řádek.' },
  { ...table('nothing', 'Bez sloupců', 0, 0), note: 'Nic.' },
  table('long', 'Dlouhá tabulka', 4, 120),
  table('wide', 'Široká tabulka', 24, 3),
  { ...table('endless', 'Bez mezery', 2, 1), rows: [[cell(endless), cell(-1.5)]] },
]

/**
 * A report with everything a composition can hold, in two languages; `label` stands wherever a word can come from data
 * or from a person.
 */
export function fullDocument(
  label = 'Ústí nad Olší',
  first: Locale = 'cs',
  second: Locale = 'en',
): ReportDocument {
  const rows: readonly SmallRow[] = [{ territory: label, women: 0.51, men: 0.63 }, ...townRows]
  const report = (locale: Locale) => buildReport({ pack: smallPack(), record: smallRecord(rows), locale })
  const other = report(second).blocks.map((block): Block => ({ ...block, lang: second }))
  const own: readonly Block[] = [
    { kind: 'heading', level: 3, id: 'own-words', text: `Slovo autora: ${label}` },
    { kind: 'paragraph', text: `První řádek ${label}\ndruhý řádek` },
    { kind: 'list', items: [label, 'druhá položka'] },
    { kind: 'comment', text: `Poznámka ${label}` },
    {
      kind: 'facts',
      caption: label,
      items: [
        { label, value: label },
        { label: 'kód', value: label, code: true },
      ],
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 2, id: 'hard-tables', text: 'Tabulky' },
    ...hardTables,
  ]
  const renamed = other.map((block) =>
    block.kind === 'heading' ? { ...block, id: `${second}-${block.id}` } : block,
  )
  return {
    ...report(first),
    title: `Zpráva ${label}`,
    imprint: {
      organisation: `Kraj ${label}`,
      author: label,
      date: '22. listopadu 2026',
      keywords: ['ženy', label],
      description: `O čem to je: ${label}`,
    },
    contents: true,
    blocks: [...report(first).blocks, ...own, { kind: 'page-break' }, ...renamed],
  }
}
