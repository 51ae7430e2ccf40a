import type { Column } from '../../../analyses/model/data-set'
import { isMessageKey, type Language } from '../../i18n'

/** So many values are named; the rest is counted. */
const named = 6

const some = (values: readonly string[], { t }: Language): string =>
  values.length <= named
    ? values.join(', ')
    : t('evidence.andMore', { values: values.slice(0, named).join(', '), count: values.length - named })

/** A code list by its name, where it comes with the workbench. */
export const codeListWord = (id: string, { t }: Language): string => {
  const key = `codeList.${id}`
  return isMessageKey(key) ? t(key) : id
}

const frequencyWord = (frequency: string, { t }: Language): string => {
  const key = `frequency.${frequency}`
  return isMessageKey(key) ? t(key) : frequency
}

const duration = (seconds: number, { t, formats }: Language): string => {
  if (seconds % 86_400 === 0) return t('time.days', { count: seconds / 86_400 })
  if (seconds % 3600 === 0) return t('time.hours', { count: seconds / 3600 })
  if (seconds % 60 === 0) return t('time.minutes', { count: seconds / 60 })
  return t('time.seconds', { count: seconds, formatted: formats.integer(seconds) })
}

/** Why a column has its role, in one line; null where nothing is known. */
export function evidenceLine(column: Column, language: Language): string | null {
  const { t } = language
  const { evidence, time } = column
  if (evidence === undefined) {
    if (time?.step != null) return t('evidence.step', { step: duration(time.step, language) })
    return column.cumulative === true ? t('evidence.cumulative') : null
  }
  const { judged, matched, codeList, editions = [], coding, frequencies = [], by } = evidence
  const values = { judged, matched }
  if (codeList !== undefined) {
    const list = [codeListWord(codeList, language), editions.length === 1 ? editions[0] : '']
      .filter(Boolean)
      .join(' ')
    return t('evidence.codes', { ...values, list })
  }
  if (column.role === 'sex')
    return t('evidence.sex', { ...values, coding: coding?.startsWith('digits') ? 'digits' : (coding ?? '') })
  if (column.role === 'age') return t('evidence.ages', values)
  if (frequencies.length > 0)
    return t('evidence.frequency', {
      ...values,
      frequency: frequencies.map((one) => frequencyWord(one, language)).join(', '),
    })
  return t(`evidence.by.${by}`, values)
}

/** Everything else that is known of the column's values, one sentence each. */
export function evidenceDetails(column: Column, language: Language): readonly string[] {
  const { t, formats } = language
  const { evidence, time, totals = [] } = column
  const lines: string[] = []
  const add = (line: string | false | undefined) => {
    if (line) lines.push(line)
  }
  if (evidence !== undefined) {
    const { unmatched, rivals = [], editions = [], otherEditions = {}, levels = {}, codes = {} } = evidence
    add(t(`evidence.by.${evidence.by}`, { judged: evidence.judged, matched: evidence.matched }))
    add(editions.length > 1 && t('evidence.editions', { editions: editions.join(', ') }))
    add(unmatched.length > 0 && t('evidence.unmatched', { values: some(unmatched, language) }))
    add(
      rivals.length > 0 &&
        t('evidence.rivals', { lists: rivals.map((id) => codeListWord(id, language)).join(', ') }),
    )
    for (const [edition, values] of Object.entries(otherEditions))
      add(t('evidence.otherEdition', { edition, values: some(values, language) }))
    const levelWords = Object.entries(levels).map(([name, count]) => `${name}: ${formats.integer(count)}`)
    add(levelWords.length > 1 && t('evidence.levels', { levels: levelWords.join(', ') }))
    const codeWords = Object.entries(codes).map(([value, code]) => {
      const key = `sexCode.${code}`
      return `${value} = ${isMessageKey(key) ? t(key) : code}`
    })
    add(codeWords.length > 0 && t('evidence.coding', { codes: codeWords.join(', ') }))
  }
  for (const { value, by, rows } of totals)
    add(t(`evidence.total.${by}`, { value, count: rows, formatted: formats.integer(rows) }))
  if (time !== undefined) {
    add(
      time.first !== null && time.last !== null && t('evidence.span', { first: time.first, last: time.last }),
    )
    add(time.step !== null && t('evidence.step', { step: duration(time.step, language) }))
    add(time.clock !== null && t(`evidence.clock.${time.clock}`))
    add(time.interval !== null && t(`evidence.interval.${time.interval}`))
  }
  add(column.cumulative === true && t('evidence.cumulative'))
  return lines
}
