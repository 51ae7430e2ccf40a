import type { CodeItem, CodeList } from './code-list'
import prahaPart from './lists/cz-praha-part.json'
import plWojewodztwo from './lists/pl-wojewodztwo.json'

/**
 * Lists too large or too changing to ship (municipalities change every year): their codes are known by their rule.
 * A person loads the list itself where names or validity are wanted.
 */

/**
 * Check digit of the municipality codes of Czechia and Slovakia (they come from one register) and of other lists of
 * the Czech Statistical Office: weights 2, 3, 4, 5, 6 from the right, modulus 11.
 * Checked against 554782 Praha, 582786 Brno, 528595 Bratislava-Staré Mesto and the 6 389 codes of an election.
 */
export function hasCheckDigit(code: string): boolean {
  if (!/^\d{2,7}$/.test(code)) return false
  const digits = [...code.slice(0, -1)].reverse().map(Number)
  const sum = digits.reduce((total, digit, i) => total + digit * (i + 2), 0)
  return (11 - (sum % 11)) % 10 === Number(code.at(-1))
}

const PRAHA = '554782'
const prahaParts = new Set(prahaPart.items.map((line) => line.slice(0, 6)))
const voivodeships = new Set(plWojewodztwo.items.map((line) => line.slice(0, 2)))

interface Rule {
  readonly id: string
  readonly country: string
  readonly level: string
  readonly kin: string
  readonly source: string
  readonly fits: (code: string) => boolean
  readonly hint: RegExp
}

const isObec = (code: string): boolean => /^5\d{5}$/.test(code) && hasCheckDigit(code)
const isPowiat = (code: string): boolean =>
  /^\d{2}(?:0[1-9]|[1-3]\d|4[0-2]|6[1-9]|7\d)$/.test(code) && voivodeships.has(code.slice(0, 2))
const isGmina = (code: string): boolean => /^\d{6}[1-5,8,9]?$/.test(code) && isPowiat(code.slice(0, 4))
const OBEC = /(?:^|_)(?:kod_?)?(?:obec|obce|obci|zuj|icob|lau_?2)|municip|(?:^|_)gemeinde/

const rules: readonly Rule[] = [
  {
    id: 'cz-obec',
    kin: 'obec',
    country: 'CZ',
    level: 'obec',
    source:
      'Codes of municipalities of the Czech Statistical Office (list 43): six digits with a check digit',
    fits: (code) => isObec(code) && !prahaParts.has(code),
    hint: OBEC,
  },
  {
    id: 'cz-zuj',
    kin: 'obec',
    country: 'CZ',
    level: 'zuj',
    source: 'Basic territorial units of the Czech Statistical Office (list 51): Praha stands as its 57 parts',
    fits: (code) => isObec(code) && code !== PRAHA,
    hint: OBEC,
  },
  {
    id: 'sk-obec',
    kin: 'obec',
    country: 'SK',
    level: 'obec',
    source:
      'Codes of municipalities of the Statistical Office of the Slovak Republic: six digits with a check digit',
    fits: (code) => isObec(code) && !prahaParts.has(code) && code !== PRAHA,
    hint: OBEC,
  },
  {
    id: 'pl-powiat',
    kin: 'powiat',
    country: 'PL',
    level: 'powiat',
    source: 'TERYT of Statistics Poland: two digits of the voivodeship, two of the county',
    fits: isPowiat,
    hint: /powiat|teryt/,
  },
  {
    id: 'pl-gmina',
    kin: 'gmina',
    country: 'PL',
    level: 'gmina',
    source: 'TERYT of Statistics Poland: county, two digits of the commune, one of its kind',
    fits: isGmina,
    hint: /gmin|teryt/,
  },
]

const nothing: ReadonlyMap<string, CodeItem> = new Map()

export const ruleLists: readonly CodeList[] = rules.map(({ fits, level, ...rule }) => ({
  ...rule,
  family: rule.id,
  edition: null,
  validFrom: null,
  validTo: null,
  items: nothing,
  levelOf: (code) => (fits(code) ? level : null),
  judge: (code) => (fits(code) ? 'known' : null),
  capitals: false,
  digits: true,
  size: null,
}))
