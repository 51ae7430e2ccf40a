import type { Declared } from '../tables/source-table'

/** A dimension of a ČSÚ data file: the number of its code list, the code, and the text. */
export interface CsuDimension {
  readonly id: string
  readonly list: number | null
  readonly code: number
}

export interface CsuHeader {
  readonly names: readonly string[]
  readonly value: number
  readonly territory: CsuDimension | null
  readonly sex: CsuDimension | null
  readonly dimensions: readonly CsuDimension[]
}

/**
 * The header of a ČSÚ open data file (documentation 340130-22dds): `idhod`, `hodnota`, `stapro_kod`, then pairs
 * `x_cis`, `x_kod`, a period, and the texts `x_txt`. Null when it is none.
 */
export function parseCsuHeader(cells: readonly string[]): CsuHeader | null {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const value = names.indexOf('hodnota')
  const dimensions = names.flatMap((name, code): readonly CsuDimension[] => {
    const id = /^(.+)_kod$/.exec(name)?.[1]
    if (id === undefined || id === 'stapro') return []
    const list = names.indexOf(`${id}_cis`)
    return [{ id, code, list: list < 0 ? null : list }]
  })
  const isCsu = names.includes('idhod') && value >= 0 && dimensions.some(({ list }) => list !== null)
  if (!isCsu) return null
  const find = (pattern: RegExp): CsuDimension | null => dimensions.find(({ id }) => pattern.test(id)) ?? null
  return {
    names,
    value,
    dimensions,
    territory: find(/^(?:v?uzemi|obec|okres|kraj|orp)/),
    sex: find(/^pohlavi/),
  }
}

/** What the documentation says about a column by its name. */
export function declaredOf(name: string, { territory, sex }: CsuHeader): Declared {
  if (name === 'idhod') return { type: 'code', role: 'identifier' }
  // Empty means that the value is confidential, never zero.
  if (name === 'hodnota') return { type: 'number', role: 'measure', special: { '': 'suppressed' } }
  if (name.endsWith('_cis') || name === 'stapro_kod') return { type: 'code', role: 'category' }
  if (name === `${territory?.id}_kod`) return { type: 'code', role: 'territory' }
  if (name === `${sex?.id}_kod`) return { type: 'code', role: 'category' }
  if (/^vek/.test(name) && name.endsWith('_kod')) return { type: 'code', role: 'age' }
  if (name.endsWith('_kod')) return { type: 'code', role: 'category' }
  if (name.endsWith('_txt')) return { type: 'text', role: 'text' }
  if (/^(?:rok|obdobi|ctvrtleti|mesic|casref|refobdobi)/.test(name)) return { role: 'period' }
  return {}
}

/** Code lists of territories by number, by the level their items have. Source: ČSÚ, Číselníky. */
const LEVELS: Readonly<Record<string, string>> = {
  '97': 'state',
  '99': 'NUTS2',
  '100': 'NUTS3',
  '101': 'LAU1',
  '65': 'ORP',
  '43': 'LAU2',
}

/** The level of a territory by its code list; a list that is not known stands with its number. */
export const levelOf = (list: string): string | null =>
  list.trim() === '' ? null : (LEVELS[list.trim()] ?? `list ${list.trim()}`)

/** Code list 102: 1 men, 2 women; no code is both together. */
export const sexOf = (code: string): string | null => SEXES[code.trim()] ?? code.trim()

const SEXES: Readonly<Record<string, string>> = { '': 'T', '1': 'M', '2': 'F' }
