import type { CodeItem, CodeList } from './code-list'
import nuts2010 from './lists/nuts-2010.json'
import nuts2013 from './lists/nuts-2013.json'
import nuts2016 from './lists/nuts-2016.json'
import nuts2021 from './lists/nuts-2021.json'
import nuts2024 from './lists/nuts-2024.json'

interface NutsFile {
  readonly id: string
  readonly edition: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly source: string
  /** `code|name|parent` for Czechia, Poland and Slovakia. */
  readonly items: readonly string[]
  /** NUTS levels held of the other countries, and their codes without the country. */
  readonly others_levels: readonly number[]
  readonly others: Readonly<Record<string, string | undefined>>
}

const levels = ['country', 'nuts1', 'nuts2', 'nuts3'] as const

/** Countries that have NUTS codes or statistical regions in the same form. */
const COUNTRY =
  /^(?:AL|AT|BA|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UA|UK|XK)/
const NUTS = /^[A-Z]{2}[0-9A-Z]{0,3}$/
/** EU27_2020, EU28, EA19, EEA31, EFTA: sums of countries, which stand among them. */
const AGGREGATE = /^(?:EU|EA|EEA|EFTA|EICP|MUICP)\d{0,2}(?:_\d{4})?$/

/** `extension` holds what statistics hang below NUTS 3 in the same column: LAU 1 codes such as CZ0201. */
function nutsList(file: NutsFile, extension: ReadonlyMap<string, CodeItem>): CodeList {
  const items = new Map<string, CodeItem>()
  for (const line of file.items) {
    const [code = '', label = '', parent = ''] = line.split('|')
    items.set(code, { label, parent: parent === '' ? null : parent })
  }
  const covered = new Set([...items.keys()].filter((code) => code.length === 2))
  for (const [country, rest] of Object.entries(file.others)) {
    const codes = new Set(['', ...(rest ?? '').split(' ')].map((end) => `${country}${end}`))
    for (const code of codes) {
      const above = code.slice(0, -1)
      items.set(code, { label: '', parent: codes.has(above) ? above : null })
    }
  }
  const holds = (code: string): boolean => {
    const country = code.slice(0, 2)
    return covered.has(country) || (country in file.others && file.others_levels.includes(code.length - 2))
  }
  const judge = (code: string): 'known' | 'formed' | null => {
    if (items.has(code) || extension.has(code) || AGGREGATE.test(code)) return 'known'
    return NUTS.test(code) && COUNTRY.test(code) && !holds(code) ? 'formed' : null
  }
  return {
    id: file.id,
    family: 'nuts',
    kin: 'nuts',
    edition: file.edition,
    country: null,
    validFrom: file.valid_from,
    validTo: file.valid_to,
    source: file.source,
    items,
    judge,
    levelOf: (code) => {
      if (judge(code) === null) return null
      if (AGGREGATE.test(code)) return 'aggregate'
      return extension.has(code) ? 'lau1' : (levels[code.length - 2] ?? null)
    },
    capitals: true,
    digits: false,
    hint: /(?:^|_)(?:geo|nuts\d?|ref_area|itter107|region|kraj|uzemi|territory)(?:_|$)/,
    size: items.size,
  }
}

const files: readonly NutsFile[] = [nuts2010, nuts2013, nuts2016, nuts2021, nuts2024]

/** NUTS from the oldest edition to the newest. */
export const nutsLists = (lau1: ReadonlyMap<string, CodeItem>): readonly CodeList[] =>
  files.map((file) => nutsList(file, lau1))
