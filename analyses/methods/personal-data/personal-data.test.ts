import { describe, expect, test } from 'vitest'
import { isBankAccount, isIban } from './bank-account'
import { readBirthNumber } from './birth-number'
import { isCompanyNumber } from './company-number'
import { holdsEmail, isEmail, isPhone } from './contacts'
import { findPersonal, nameAndBirthDate } from './find-personal'
import { readPesel } from './pesel'

describe('birth number', () => {
  test.each([
    // 7360285163 = 11 x 669116833.
    ['736028/5163', { sex: 'F', born: '1973-10-28' }],
    ['7360285163', { sex: 'F', born: '1973-10-28' }],
    // Nine digits: born before 1954, without a check digit.
    ['530101/123', { sex: 'M', born: '1953-01-01' }],
    ['515101999', { sex: 'F', born: '1951-01-01' }],
    // 1010009 = 11 x 91819.
    ['0001010009', { sex: 'M', born: '2000-01-01' }],
  ])('%s', (text, person) => {
    expect(readBirthNumber(text)).toEqual(person)
  })

  test.each(['736028/5164', '733028/5163', '800230/1234', '540101/123', '12345', '', 'abcdef/1234'])(
    '%s is none',
    (text) => {
      expect(readBirthNumber(text)).toBeNull()
    },
  )

  test('months raised by 20 and 70 exist only since 2004', () => {
    const made = (six: string) => {
      for (let serial = 0; serial < 11; serial++) {
        const digits = six + String(1000 + serial)
        if (Number(digits) % 11 === 0) return digits
      }
      throw new Error('one of eleven is divisible')
    }
    expect(readBirthNumber(made('042115'))).toEqual({ sex: 'M', born: '2004-01-15' })
    expect(readBirthNumber(made('047115'))).toEqual({ sex: 'F', born: '2004-01-15' })
    expect(readBirthNumber(made('032115'))).toBeNull()
  })

  test('until 1985 a rest of ten may end in zero', () => {
    const nine = [...Array(1000).keys()]
      .map((n) => `780101${String(n).padStart(3, '0')}`)
      .find((d) => Number(d) % 11 === 10)
    expect(readBirthNumber(`${nine}0`)).toEqual({ sex: 'M', born: '1978-01-01' })
    const later = [...Array(1000).keys()]
      .map((n) => `900101${String(n).padStart(3, '0')}`)
      .find((d) => Number(d) % 11 === 10)
    expect(readBirthNumber(`${later}0`)).toBeNull()
  })

  test('the zero a spreadsheet dropped', () => {
    const full =
      [...Array(1000).keys()]
        .map((n) => `0503151${String(n).padStart(3, '0')}`)
        .find((d) => Number(d) % 11 === 0) ?? ''
    expect(readBirthNumber(full.slice(1))).toEqual({ sex: 'M', born: '2005-03-15' })
  })
})

test.each([
  ['44051401359', { sex: 'M', born: '1944-05-14' }],
  ['02070803628', { sex: 'F', born: '1902-07-08' }],
  ['02270803624', { sex: 'F', born: '2002-07-08' }],
  ['44051401358', null],
  ['44135401350', null],
  ['4405140135', null],
])('PESEL %s', (text, person) => {
  expect(readPesel(text)).toEqual(person)
})

test('e-mail, telephone', () => {
  expect(isEmail('jana.nová@obec-říčky.cz')).toBe(true)
  expect(isEmail('jana@obec')).toBe(false)
  expect(holdsEmail('volejte nebo pište na jana@obec.cz do pátku')).toBe(true)
  expect(isPhone('+420 601 123 456', false)).toBe(true)
  expect(isPhone('601123456', false)).toBe(false)
  expect(isPhone('601123456', true)).toBe(true)
  expect(isPhone('1 601 123', true)).toBe(false)
})

test('account numbers and IBAN', () => {
  // Prefix 19: 1 x 2 + 9 x 1 = 11; number 2000145399: 12 + 10 + 20 + 40 + 12 + 18 + 9 = 121 = 11 x 11.
  expect(isBankAccount('19-2000145399/0800')).toBe(true)
  expect(isBankAccount('19-2000145398/0800')).toBe(false)
  expect(isIban('CZ65 0800 0000 1920 0014 5399')).toBe(true)
  expect(isIban('CZ66 0800 0000 1920 0014 5399')).toBe(false)
  expect(isIban('PL61109010140000071219812874')).toBe(true)
})

test('company number', () => {
  expect(isCompanyNumber('00006947')).toBe(true)
  expect(isCompanyNumber('6947')).toBe(false)
  expect(isCompanyNumber('00006948')).toBe(false)
})

/** Park and Miller's generator: the same digits on every machine. */
function digits(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return (length: number) => Array.from({ length }, () => Math.floor(next() * 10)).join('')
}

describe('columns', () => {
  const birthNumbers = () => {
    const random = digits(7)
    const found: string[] = []
    while (found.length < 200) {
      const text = random(10)
      if (readBirthNumber(text) !== null) found.push(text)
    }
    return found
  }

  test('birth numbers, also when they are one in twenty', () => {
    const real = birthNumbers()
    expect(findPersonal({ words: 'sloupec', texts: real })).toEqual({
      kind: 'birth-number',
      share: 1,
      count: 200,
      few: false,
    })
    const random = digits(11)
    const mixed = [...real, ...Array.from({ length: 3800 }, () => random(10))]
    expect(findPersonal({ words: 'kod', texts: mixed })?.kind).toBe('birth-number')
  })

  test('random digits of every length raise no alarm', () => {
    const random = digits(3)
    for (const length of [6, 7, 8, 9, 10, 11, 12]) {
      for (let column = 0; column < 10; column++) {
        const texts = Array.from({ length: 500 }, () => random(length))
        expect(findPersonal({ words: 'kod', texts })).toBeNull()
      }
    }
  })

  test.each([
    ['pocet', ['123 456 789', '1 234', '98 765 432', '456 789 123']],
    ['cas', ['2023-01-15 10:00', '2023-01-15 11:00', '2023-01-15 12:00']],
    ['hodnota', ['12,5', '13,75', '100,00000000000']],
    ['url', ['http://obec.cz/a', 'http://obec.cz/b']],
    ['zlomek', ['1/2020', '2/2020', '12/2021']],
  ])('%s is no alarm', (words, texts) => {
    expect(findPersonal({ words, texts })).toBeNull()
  })

  test('addresses in a free text: one in a hundred is enough, fewer are few', () => {
    const texts = Array.from({ length: 300 }, (_, i) =>
      i % 100 === 0 ? `psát na a${i}@obec.cz` : `nic ${i}`,
    )
    expect(findPersonal({ words: 'poznamka', texts })).toMatchObject({ kind: 'email', few: false, count: 3 })
    const rare = texts.map((text, i) => (i > 0 ? `odkaz ${i}` : text))
    expect(findPersonal({ words: 'poznamka', texts: rare })).toMatchObject({
      kind: 'email',
      few: true,
      count: 1,
    })
    expect(findPersonal({ words: 'kontakt', texts: ['a@obec.cz', 'b@obec.cz'] })).toMatchObject({
      few: true,
    })
  })

  test('phones by their form or by the name of the column', () => {
    const plain = ['601123456', '702123456', '603999888']
    expect(findPersonal({ words: 'mobil', texts: plain })?.kind).toBe('phone')
    expect(findPersonal({ words: 'cislo', texts: plain })).toBeNull()
    expect(findPersonal({ words: 'cislo', texts: plain.map((p) => `+420${p}`) })?.kind).toBe('phone')
  })

  test('a name with a date of birth', () => {
    const name = { words: 'prijmeni', texts: ['Nováková', 'Dvořák'] }
    const born = { words: 'datum_narozeni', texts: ['1. 2. 1980', '3.4.1991'] }
    const other = { words: 'obec', texts: ['Brno'] }
    expect(nameAndBirthDate([name, other, born])).toEqual([0, 2])
    expect(nameAndBirthDate([name, other])).toEqual([])
  })
})

describe('what only looks like an identifier', () => {
  const count = (from: number, step = 1) => Array.from({ length: 400 }, (_, i) => String(from + i * step))
  test.each([
    ['a counter that begins like a birth number', count(8_501_011_000)],
    ['one that goes up by eleven, so that all are divisible', count(8_501_011_006, 11)],
    ['a counter of eleven digits that begins like a PESEL', count(85_010_110_000)],
    [
      'times YYMMDDHHMM',
      Array.from({ length: 400 }, (_, i) => `2403${10 + (i % 18)}${10 + (i % 14)}${10 + (i % 47)}`),
    ],
    [
      'amounts in threes',
      Array.from(
        { length: 400 },
        (_, i) => `${100 + ((i * 37) % 900)} ${100 + (i % 800)} ${100 + (i % 700)}`,
      ),
    ],
  ])('%s', (_, texts) => {
    expect(findPersonal({ words: 'sloupec', texts: [...new Set(texts)] })).toBeNull()
  })
})
