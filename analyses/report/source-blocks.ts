import { formatNumber, plainText } from '../charts'
import type { Locale } from '../model/locale'
import type { Block, Fact } from '../model/report-document'
import type { RunRecord } from '../model/run-record'
import { buildTable } from './build-table'
import type { Making } from './making'
import type { Words } from './words'

type Input = RunRecord['inputs'][number]

/** One block for each data set: where it came from, so that a reader can find and check it. */
export const sourceBlocks = ({ record, words }: Making): readonly Block[] =>
  record.inputs.map((input) => sourceBlock(input, words))

export const sourceBlock = (input: Input, words: Words) =>
  ({
    kind: 'facts',
    caption: words.own('sources.caption', { dataSet: input.dataSet }),
    items: sourceFacts(input, words),
  }) as const

function sourceFacts(input: Input, words: Words): readonly Fact[] {
  const columns = Object.entries(input.columns).map(([needed, source]) => {
    const names = Array.isArray(source) ? source.join(', ') : source
    return names === needed ? plainText(names) : plainText(`${needed} = ${names}`)
  })
  return [
    { label: words.own('sources.file'), value: plainText(input.file) },
    { label: words.own('sources.sha256'), value: input.sha256, code: true },
    { label: words.own('sources.rows'), value: formatNumber(input.rows, words.locale, { digits: 0 }) },
    { label: words.own('sources.columns'), value: columns.join('; ') },
    ...importFacts(input, words),
    ...cardFacts(input, words),
    {
      label: words.own('sources.kind'),
      value: words.own(input.synthetic ? 'sources.synthetic' : 'sources.given'),
    },
  ]
}

/** What the import left out; nothing to say where everything was loaded. */
function importFacts({ imported }: Input, words: Words): readonly Fact[] {
  if (imported === undefined || imported.rejected === 0) return []
  const count = (rows: number) => formatNumber(rows, words.locale, { digits: 0 })
  const value = words.own('sources.rejectedOf', {
    rejected: count(imported.rejected),
    read: count(imported.read),
  })
  return [{ label: words.own('sources.rejected'), value }]
}

const cardFields = ['title', 'producer', 'licence', 'url', 'retrievedOn', 'note'] as const

/** Where a person says the data come from. */
const cardFacts = ({ card }: Input, words: Words): readonly Fact[] =>
  cardFields.flatMap((field) => {
    const value = card?.[field]
    if (value === undefined || value === '') return []
    const text = field === 'retrievedOn' ? formatDay(value, words.locale) : value
    return [{ label: words.own(`sources.card.${field}`), value: plainText(text) }]
  })

const formatDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** `read` and `no-COLUMN` are the runner's reasons; a pack names its own in `flow.REASON`. */
function reasonText({ step, reason }: RunRecord['sampleFlow'][number], words: Words): string {
  const own = words.maybe(`flow.${reason}`)
  if (own !== null) return own
  if (reason === 'read') return words.own('flow.read')
  const column = /^no-(.+)$/.exec(reason)?.[1]
  if (column === undefined) return reason
  return words.own('flow.without', { column: words.maybe(`needs.${step}.columns.${column}.title`) ?? column })
}

/** How many rows and units each step left: nothing is dropped silently. */
export function flowBlocks({ record, words }: Making): readonly Block[] {
  if (record.sampleFlow.length === 0) return []
  const rows = record.sampleFlow.map((row) => ({
    ...row,
    status: row.status ?? null,
    step: words.maybe(`needs.${row.step}.title`) ?? words.maybe(`steps.${row.step}`) ?? row.step,
    reason: reasonText(row, words),
  }))
  return [
    buildTable(
      {
        id: 'sample-flow',
        caption: words.own('flow.caption'),
        columns: [
          { name: 'step', label: words.own('flow.step'), unit: 'text' },
          { name: 'units', label: words.own('flow.units'), unit: 'persons' },
          { name: 'rows', label: words.own('flow.rows'), unit: 'persons' },
          { name: 'reason', label: words.own('flow.reason'), unit: 'text' },
        ],
        rows,
        mostRows: rows.length,
      },
      words,
    ),
  ]
}
