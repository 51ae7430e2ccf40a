import { formatNumber, plainText } from '../charts'
import type { Block } from '../model/report-document'
import type { Making } from './making'

/** What protection kept back, in one sentence; the rules themselves stand in the appendix. */
export function keptSentence({ record: { disclosure }, words }: Making): readonly Block[] {
  if (disclosure === undefined) return []
  const { applies, primary, secondary, withheld, cells, rules } = disclosure
  const hidden = primary + secondary
  const text = () => {
    if (!applies) return words.own('kept.nothing')
    if (hidden + withheld === 0) return words.own('brief.kept-none', { minimum: rules.minimum })
    return words.own('brief.kept', { hidden, cells, withheld, minimum: rules.minimum })
  }
  return [{ kind: 'paragraph', text: text() }]
}

/** Each source in one sentence, and by which analysis its numbers were made. */
export function originSentences({ pack, record, words }: Making): readonly Block[] {
  const sources = record.inputs.map(({ dataSet, file, rows, card }) => {
    const named = [card?.title, card?.producer, card?.licence].filter(
      (part) => part !== undefined && part !== '',
    )
    const title = named.length === 0 ? dataSet : named.join(', ')
    const count = formatNumber(rows, words.locale, { digits: 0 })
    return words.own('brief.source', { title: plainText(title), file: plainText(file), rows: count })
  })
  const made = words.own('brief.made', {
    title: words.pack('title'),
    pack: `${pack.id}\u00a0${record.pack.version}`,
    app: record.engine.app,
  })
  return [{ kind: 'paragraph', text: [...sources, made].join(' ') }]
}
