/**
 * Hits and false alarms of the personal-data gate on generated columns: `npx tsx tests/real/personal-data-table.ts
 * [--columns 500] [--rows 200]`. Seeded, so that two runs give the same table. Nothing here belongs to anybody.
 */
import { parseArgs } from 'node:util'
import { findPersonal, nameAndBirthDate } from '../../analyses/methods/personal-data/find-personal'
import { seeded } from '../helpers/import-files'

const { values } = parseArgs({
  options: { columns: { type: 'string', default: '500' }, rows: { type: 'string', default: '200' } },
})
const [columns, rows] = [Number(values.columns), Number(values.rows)]

type Random = ReturnType<typeof seeded>
type Make = (random: Random, row: number, column: number) => string

const pad = (value: number, length: number) => String(value).padStart(length, '0')
const digits =
  (count: number): Make =>
  ({ below }) =>
    Array.from({ length: count }, (_, i) => (i === 0 ? 1 + below(9) : below(10))).join('')

/** A birth number of somebody who never was: a day from 1954 on, woman or man, divisible by eleven. */
function birthNumber({ below }: Random, from = 1954, to = 2020): string {
  for (;;) {
    const [year, month, day] = [from + below(to - from), 1 + below(12), 1 + below(28)]
    const nine =
      pad(year % 100, 2) + pad(month + (below(2) === 0 ? 0 : 50), 2) + pad(day, 2) + pad(below(1000), 3)
    const check = Number(nine) % 11
    if (check < 10) return nine + check
  }
}
const slashed = (number: string) => `${number.slice(0, 6)}/${number.slice(6)}`

function pesel({ below }: Random): string {
  const year = 1930 + below(90)
  const ten =
    pad(year % 100, 2) +
    pad(1 + below(12) + (year >= 2000 ? 20 : 0), 2) +
    pad(1 + below(28), 2) +
    pad(below(10_000), 4)
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3].reduce((total, weight, i) => total + weight * Number(ten[i]), 0)
  return ten + ((10 - (sum % 10)) % 10)
}

/** Digits weighted so that an account number is valid: the sum of ten is divisible by eleven. */
function account({ below, pick }: Random): string {
  for (;;) {
    const nine = Array.from({ length: 9 }, (_, i) => (i === 0 ? 1 + below(9) : below(10)))
    const sum = [6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * (nine[i] ?? 0), 0)
    const last = (11 - (sum % 11)) % 11
    if (last < 10) return `${nine.join('')}${last}/${pick(['0100', '0300', '0800', '2010', '6210'])}`
  }
}

function iban(random: Random): string {
  const body = `0800${pad(0, 6)}${digits(10)(random, 0, 0)}`
  const rest = [...`${body}123500`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0)
  return `CZ${pad(98 - rest, 2)}${body}`
}

const names = ['jana', 'petr', 'eva', 'karel', 'marie', 'josef']
const email: Make = ({ below, pick }) =>
  `${pick(names)}.${below(10_000)}@${pick(['obec', 'posta', 'firma'])}.example`
const phone: Make = ({ below }) => `${pick3(601 + below(180))} ${pad(below(1000), 3)} ${pad(below(1000), 3)}`
const pick3 = (value: number) => String(value)
const words = ['oprava chodníku', 'údržba zeleně', 'energie', 'knihovna', 'sportoviště', 'doprava']
const note: Make = ({ below, pick }) => `${pick(words)} ${below(100_000)}`

/** A share (percent) of the texts are of one kind, the others of another. */
const mixed =
  (percent: number, some: Make, others: Make): Make =>
  (random, row, column) =>
    random.below(100) < percent ? some(random, row, column) : others(random, row, column)

function ean13({ below }: Random): string {
  const twelve = `859${Array.from({ length: 9 }, () => below(10)).join('')}`
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return twelve + ((10 - (sum % 10)) % 10)
}
function companyNumber({ below }: Random): string {
  const seven = pad(below(10_000_000), 7)
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(seven[i]), 0)
  return seven + ((11 - (sum % 11)) % 10)
}
const grouped = (digitsText: string, space: string) => digitsText.replace(/\B(?=(\d{3})+$)/g, space)
const sequence =
  (count: number, step = 1): Make =>
  (_, row, column) =>
    String(10 ** (count - 1) + ((column * 7_919_993) % (8 * 10 ** (count - 1))) + row * step)

const plain: Make = (random) => birthNumber(random)
/** [what the columns hold, their name, how their texts are made, whether the gate should stop them]. */
const kinds: readonly (readonly [string, string, Make, boolean])[] = [
  ['birth numbers with a slash', 'rodne_cislo', (r) => slashed(birthNumber(r)), true],
  ['birth numbers without a slash', 'rc', plain, true],
  [
    'birth numbers, zeros lost (born 2000-2009)',
    'cislo',
    (r) => String(Number(birthNumber(r, 2000, 2010))),
    true,
  ],
  ['birth numbers, some zeros lost', 'cislo', (r) => String(Number(birthNumber(r))), true],
  [
    'birth numbers before 1954 (9 digits, slash)',
    'cislo',
    ({ below }) =>
      `${pad(30 + below(24), 2)}${pad(1 + below(12), 2)}${pad(1 + below(28), 2)}/${pad(1 + below(998), 3)}`,
    true,
  ],
  ...[1, 2, 5, 10, 20, 50].map(
    (p) => [`${p} % birth numbers among random 10 digits`, 'id', mixed(p, plain, digits(10)), true] as const,
  ),
  ...[1, 2, 5, 10, 20, 50].map(
    (p) =>
      [
        `${p} % birth numbers with a slash among notes`,
        'pozn',
        mixed(p, (r) => slashed(birthNumber(r)), note),
        true,
      ] as const,
  ),
  ['PESEL', 'numer', (r) => pesel(r), true],
  ...[5, 10, 20, 50].map(
    (p) =>
      [`${p} % PESEL among random 11 digits`, 'id', mixed(p, (r) => pesel(r), digits(11)), true] as const,
  ),
  ['phones +420', 'kontakt', (r, i, c) => `+420 ${phone(r, i, c)}`, true],
  ['phones in threes, column named telefon', 'telefon', phone, true],
  ['phones in threes, column not named', 'sloupec', phone, true],
  ['account numbers', 'ucet', (r) => account(r), true],
  ['20 % account numbers among notes', 'pozn', mixed(20, (r) => account(r), note), true],
  ['IBAN', 'ucet', (r) => iban(r), true],
  ['e-mail addresses', 'kontakt', email, true],
  ...[2, 5, 20].map(
    (p) => [`${p} % e-mail addresses among notes`, 'pozn', mixed(p, email, note), true] as const,
  ),
  ...[6, 7, 8, 9, 10, 11, 12].map((n) => [`random numbers of ${n} digits`, 'id', digits(n), false] as const),
  ['seconds since 1970', 'ts', ({ below }) => String(1_600_000_000 + below(100_000_000)), false],
  ['milliseconds since 1970', 'ts', ({ below }) => String(1_600_000_000_000 + below(1e11)), false],
  [
    'times YYMMDDHHMM',
    'cas',
    ({ below }) =>
      `${pad(18 + below(7), 2)}${pad(1 + below(12), 2)}${pad(1 + below(28), 2)}${pad(below(24), 2)}${pad(below(60), 2)}`,
    false,
  ],
  [
    'days YYYYMMDD',
    'den',
    ({ below }) => `20${pad(below(25), 2)}${pad(1 + below(12), 2)}${pad(1 + below(28), 2)}`,
    false,
  ],
  ['EAN codes', 'ean', (r) => ean13(r), false],
  ['IČO', 'ico', (r) => companyNumber(r), false],
  ['latitude', 'lat', ({ next }) => (48.5 + next() * 2.5).toFixed(7), false],
  ['S-JTSK coordinates', 'x', ({ next }) => (-430_000 - next() * 470_000).toFixed(2), false],
  ['amounts with spaces', 'castka', ({ below }) => grouped(String(1000 + below(50_000_000)), ' '), false],
  [
    'amounts of nine digits with spaces',
    'castka',
    ({ below }) => grouped(String(100_000_000 + below(899_999_999)), ' '),
    false,
  ],
  [
    'amounts with no-break spaces and decimals',
    'castka',
    ({ below }) => `${grouped(String(1000 + below(900_000_000)), '\u00a0')},${pad(below(100), 2)}`,
    false,
  ],
  ['ORP codes', 'orp', ({ below }) => String(2101 + below(6000)), false],
  ['municipality codes', 'obec', ({ below }) => String(500_011 + below(99_000)), false],
  ...[9, 10, 11].map((n) => [`ids of ${n} digits in sequence`, 'id', sequence(n), false] as const),
  ['ids of 10 digits, every 11th', 'id', sequence(10, 11), false],
  ['serial numbers', 'seriove', (_r, row, column) => `SN-${2018 + (column % 7)}-${pad(row * 3, 6)}`, false],
  ['parcel numbers', 'parcela', ({ below }) => `${1 + below(5000)}/${1 + below(120)}`, false],
  ['file numbers N/YEAR', 'cj', ({ below }) => `${1 + below(99_999)}/${2015 + below(10)}`, false],
  ['file numbers MU N/YEAR', 'cj', ({ below }) => `MUBR ${1 + below(99_999)}/${2015 + below(10)}`, false],
  [
    'invoice numbers YEAR + 6 digits',
    'faktura',
    ({ below }) => `20${15 + below(10)}${pad(below(1_000_000), 6)}`,
    false,
  ],
  [
    'invoice numbers YY + 8 digits',
    'faktura',
    ({ below }) => `${15 + below(10)}${pad(below(100_000_000), 8)}`,
    false,
  ],
  ['postal codes', 'psc', ({ below }) => `${100 + below(690)} ${pad(below(100), 2)}`, false],
  ['links', 'odkaz', ({ below }) => `https://obec.example/deska/${below(1e9)}`, false],
  ['notes', 'pozn', note, false],
]

interface Counted {
  readonly stopped: number
  readonly told: number
  readonly as: string
}

function count([, name, make]: (typeof kinds)[number], seed: number): Counted {
  const random = seeded(seed)
  const as = new Map<string, number>()
  let told = 0
  for (let column = 0; column < columns; column++) {
    const texts = [...new Set(Array.from({ length: rows }, (_, row) => make(random, row, column)))]
    const found = findPersonal({ words: name, texts })
    if (found?.few === true) told += 1
    else if (found !== null) as.set(found.kind, (as.get(found.kind) ?? 0) + 1)
  }
  const stopped = [...as.values()].reduce((sum, each) => sum + each, 0)
  return { stopped, told, as: [...as].map(([kind, times]) => `${kind} ${times}`).join(', ') }
}

const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
console.log(`${columns} columns of ${rows} texts each\n`)
line(['columns of', 'should stop', 'stopped', 'only told', 'taken for'])
line(['---', '---', '---:', '---:', '---'])
for (const [i, kind] of kinds.entries()) {
  const { stopped, told, as } = count(kind, 1000 + i)
  line([kind[0], kind[3] ? 'yes' : 'no', stopped, told, as])
}
const persons = [
  { words: 'prijmeni', texts: ['Nováková', 'Dvořák'] },
  { words: 'datum_narozeni', texts: ['1.2.1980', '13. 4. 1975'] },
  { words: 'castka', texts: ['100', '200'] },
]
line(['name beside date of birth', 'yes', nameAndBirthDate(persons).length === 2 ? 'both' : 'not', '', ''])
line(['name alone', 'no', nameAndBirthDate(persons.slice(0, 1)).length, '', ''])
