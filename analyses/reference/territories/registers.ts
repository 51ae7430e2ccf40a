import { type CodeItem, type CodeList, plainList } from './code-list'
import country from './lists/country.json'
import czKraj from './lists/cz-kraj.json'
import czOkres from './lists/cz-okres.json'
import czOrp from './lists/cz-orp.json'
import czPrahaDistrict from './lists/cz-praha-district.json'
import plWojewodztwo from './lists/pl-wojewodztwo.json'
import skOkres from './lists/sk-okres.json'

/** Units with several keys: `key|key|…|name|parent`. Each key system is a list of its own. */
interface RegisterFile {
  readonly id: string
  readonly country: string | null
  readonly level: string
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly source: string
  readonly keys: readonly string[]
  readonly items: readonly string[]
  /** `code|name` of what only one key system knows. */
  readonly extra?: Readonly<Record<string, readonly string[] | undefined>>
}

interface Unit {
  readonly keys: readonly string[]
  readonly label: string
  readonly parent: string | null
}

function units(file: RegisterFile): readonly Unit[] {
  return file.items.map((line) => {
    const cells = line.split('|')
    const keys = cells.slice(0, file.keys.length)
    const [label = '', parent = ''] = cells.slice(file.keys.length)
    return { keys, label, parent: parent === '' ? null : parent }
  })
}

function keyed(file: RegisterFile, key: string, hint: RegExp): CodeList {
  const at = file.keys.indexOf(key)
  const items = new Map<string, CodeItem>(
    units(file).map(({ keys, label, parent }) => [keys[at] ?? '', { label, parent }] as const),
  )
  for (const line of file.extra?.[key] ?? []) {
    const [code = '', label = ''] = line.split('|')
    items.set(code, { label, parent: null })
  }
  const { country: of, level, source, valid_from: validFrom, valid_to: validTo } = file
  const id = file.keys.length === 1 ? file.id : `${file.id}/${key}`
  // An ISO code of a European country and a LAU 1 code mean what they mean as NUTS codes.
  const kin = key === 'iso2' || key === 'lau1' ? 'nuts' : id
  return plainList({ id, kin, edition: null, country: of, level, validFrom, validTo, source, items, hint })
}

const OKRES = /(?:^|_)okres|okres(?:u|y|ni)?(?:_|$)|(?:^|_)lau_?1(?:_|$)|district/
const ORP = /(?:^|_)orp|orp(?:_|$)|pusobnost/
const KRAJ = /(?:^|_)kraj|kraj(?:e|u)?(?:_|$)|(?:^|_)vusc|nuts_?3|region/
const COUNTRY =
  /countr|(?:^|_)(?:iso_?\d?|zeme|stat|staty|kraj_pochodzenia|panstwo|land|geo|nationality|obcanstvi)(?:_|$)/

/** Units with their keys, for going from one key system to another. */
export const registers: Readonly<Record<string, { keys: readonly string[]; units: readonly Unit[] }>> =
  Object.fromEntries(
    [czKraj, czOkres, czOrp, skOkres, country].map((file) => [
      file.id,
      { keys: file.keys, units: units(file) },
    ]),
  )

/** LAU 1 codes of Czechia and Slovakia, which stand below NUTS 3 in the same columns. */
export const lau1Lists: readonly CodeList[] = [keyed(czOkres, 'lau1', OKRES), keyed(skOkres, 'lau1', OKRES)]

export const registerLists: readonly CodeList[] = [
  keyed(country, 'iso2', COUNTRY),
  keyed(country, 'iso3', COUNTRY),
  keyed(country, 'numeric', COUNTRY),
  keyed(czKraj, 'csu', KRAJ),
  keyed(czKraj, 'ruian', KRAJ),
  ...lau1Lists,
  keyed(czOkres, 'election', OKRES),
  keyed(czOkres, 'ruian', OKRES),
  keyed(czOkres, 'csu', OKRES),
  keyed(czOrp, 'csu', ORP),
  keyed(czOrp, 'ruian', ORP),
  keyed(czPrahaDistrict, 'csu', /praha|obvod/),
  keyed(czPrahaDistrict, 'ruian', /praha|obvod/),
  keyed(skOkres, 'susr', OKRES),
  keyed(plWojewodztwo, 'teryt', /wojew|(?:^|_)(?:woj|teryt)(?:_|$)/),
]
