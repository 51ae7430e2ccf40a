import { formatNumber, plainText } from '../charts'
import type { Pack, PackStep } from '../model/pack'
import type { Block, Fact } from '../model/report-document'
import type { ParamValue } from '../model/run-record'
import { citationShelf } from '../reference/citations'
import type { Making } from './making'
import type { Words } from './words'

export function limitsBlocks({ pack, words }: Making): readonly Block[] {
  const keys = [...pack.messages[words.locale].keys()].filter((key) => key.startsWith('limits.'))
  return keys.length === 0 ? [] : [{ kind: 'list', items: keys.map((key) => words.pack(key)) }]
}

export function paramsBlocks({ record, words }: Making): readonly Block[] {
  const items = Object.entries(record.params).map(
    ([name, value]): Fact => ({
      label: words.maybe(`params.${name}.title`) ?? name,
      value: paramText(name, value, words),
    }),
  )
  return items.length === 0 ? [] : [{ kind: 'facts', caption: words.own('params.caption'), items }]
}

function paramText(name: string, value: ParamValue, words: Words): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return words.own('param.unset')
  if (typeof value === 'number') return formatNumber(value, words.locale, { digits: [0, 6] })
  const option = (text: string) => words.maybe(`params.${name}.options.${text}`) ?? plainText(text)
  if (Array.isArray(value)) return value.map(option).join(', ')
  return typeof value === 'string' ? option(value) : words.own(value ? 'param.yes' : 'param.no')
}

export function methodBlocks({ pack, words }: Making): readonly Block[] {
  const steps = pack.steps.map(
    (step): Fact => ({ label: step.name, value: stepText(step, words), code: true }),
  )
  return [{ kind: 'facts', caption: words.own('method.caption'), items: steps }]
}

/** What the packs cite, each work once, in the order of the alphabet. */
export function literatureOf(packs: readonly Pack[]): readonly Block[] {
  const cited = new Set(packs.flatMap(({ manifest }) => manifest.cite))
  const items = [...cited].map((key) => citationShelf.get(key)?.text ?? key).toSorted()
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

const stepText = (step: PackStep, words: Words): string =>
  step.kind === 'sql'
    ? words.own('method.sql', { file: step.file })
    : words.own('method.method', { method: step.method })

/** What is needed to make the same numbers again. No clock: the same run gives the same report. */
export function provenanceBlocks({ record, words }: Making): readonly Block[] {
  const fact = (label: string, value: string): Fact => ({ label, value })
  const items = [
    fact(words.own('provenance.pack'), `${record.pack.id} ${record.pack.version}`),
    fact(words.own('provenance.app'), record.engine.app),
    fact(words.own('provenance.duckdb'), record.engine.duckdb),
    fact(words.own('provenance.seed'), String(record.seed)),
    fact(words.own('provenance.record'), record.format),
  ]
  return [{ kind: 'facts', caption: words.own('provenance.caption'), items }]
}
