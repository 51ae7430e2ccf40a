import { expect, test } from 'vitest'
import type { ImportOptions } from '../../../analyses/model/data-set'
import { FaultError } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import { type CrsQuestion, chooseCrs } from './choose-crs'
import type { Bounds } from './geometry'

const source: ByteSource = {
  path: '/data/vrstva.shp',
  file: 'vrstva.shp',
  bytes: 0,
  chunks: async function* () {},
  slice: async () => Buffer.alloc(0),
  assertUnchanged: async () => {},
  close: async () => {},
}

const ask = (
  bounds: Bounds | null,
  text: string | null,
  options: ImportOptions = {},
  more: Partial<CrsQuestion> = {},
) => {
  const declared = text === null ? null : { text, from: 'vrstva.prj' }
  const { system, axes, problems } = chooseCrs({
    source,
    layer: 'vrstva',
    declared,
    bounds,
    options,
    ...more,
  })
  return { id: system?.id ?? null, axes, problems: problems.map(({ code, subject }) => `${code} ${subject}`) }
}

const faultOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof FaultError) return error.fault
  }
  throw new Error('no fault')
}

const brnoKrovak: Bounds = [-605000, -1170000, -590000, -1150000]
const czechia: Bounds = [12.09, 48.55, 18.86, 51.06]

test('what is stated and lies at home has no problem', () => {
  expect(ask(brnoKrovak, 'EPSG:5514')).toEqual({ id: 'EPSG:5514', axes: 'xy', problems: [] })
  expect(ask(czechia, 'EPSG:4326')).toEqual({ id: 'EPSG:4326', axes: 'xy', problems: [] })
})

test('nothing stated: degrees are assumed and said, unless the standard means them', () => {
  expect(ask(czechia, null)).toMatchObject({
    id: 'EPSG:4326',
    problems: ['geometry.crs-assumed vrstva: EPSG:4326'],
  })
  expect(ask(czechia, null, {}, { degreesByStandard: true })).toMatchObject({ id: 'EPSG:4326', problems: [] })
})

test.each<[string, Bounds, string, string]>([
  ['S-JTSK', brnoKrovak, 'EPSG:5514', 'xy'],
  ['S-JTSK without signs, westing first', [590000, 1150000, 605000, 1170000], 'EPSG:5514', '-x-y'],
  ['S-JTSK without signs, southing first', [1150000, 590000, 1170000, 605000], 'EPSG:5514', '-y-x'],
  ['S-JTSK, northing first', [-1170000, -605000, -1150000, -590000], 'EPSG:5514', 'yx'],
  ['web maps', [1600000, 6450000, 1700000, 6500000], 'EPSG:3857', 'xy'],
  ['PL-1992', [600000, 450000, 650000, 500000], 'EPSG:2180', 'xy'],
  ['LAEA', [4500000, 2900000, 4800000, 3100000], 'EPSG:3035', 'xy'],
])('nothing stated: %s is guessed from the size and said', (_, bounds, id, axes) => {
  const found = ask(bounds, null)
  expect(found).toMatchObject({ id, axes })
  expect(found.problems).toHaveLength(1)
  expect(found.problems[0]).toMatch(/^geometry\.crs-guessed /)
})

test('two possible zones are asked about', () => {
  const fault = faultOf(() => ask([400000, 5500000, 500000, 5600000], null))
  expect(fault.code).toBe('import.crs-missing')
  expect(fault.values['candidates']).toBe('EPSG:32633, EPSG:32634')
})

test('numbers that fit nothing are asked about', () => {
  expect(faultOf(() => ask([5, 5, 90000, 90000], null)).code).toBe('import.crs-missing')
})

test('degrees are stated but the numbers are metres: read as metres, and said', () => {
  expect(ask(brnoKrovak, 'urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({
    id: 'EPSG:5514',
    axes: 'xy',
    problems: ['geometry.crs-contradicted vrstva: EPSG:5514'],
  })
})

test('latitude first is said and left alone; the person turns it', () => {
  const swapped: Bounds = [48.55, 12.09, 51.06, 18.86]
  expect(ask(swapped, 'EPSG:4326')).toEqual({
    id: 'EPSG:4326',
    axes: 'xy',
    problems: ['geometry.axes-exchanged vrstva: axes yx'],
  })
  expect(ask(swapped, 'EPSG:4326', { axes: 'yx' })).toEqual({ id: 'EPSG:4326', axes: 'yx', problems: [] })
})

test('S-JTSK stated, signs lost: said with the order that brings it home', () => {
  expect(ask([590000, 1150000, 605000, 1170000], 'EPSG:5514')).toEqual({
    id: 'EPSG:5514',
    axes: 'xy',
    problems: ['geometry.axes-exchanged vrstva: axes -x-y'],
  })
  expect(ask([1150000, 590000, 1170000, 605000], 'EPSG:5514').problems).toEqual([
    'geometry.axes-exchanged vrstva: axes -y-x',
  ])
})

test('a system used far from home is said', () => {
  expect(ask([-3000000, 3000000, -2900000, 3100000], 'EPSG:2180').problems).toEqual([
    'geometry.outside-area vrstva: EPSG:2180',
  ])
})

test('an unknown system is refused with what to do; the person may name one, or none', () => {
  const wkt = 'PROJCS["MGI_Austria_Lambert",GEOGCS["GCS_MGI"]]'
  const fault = faultOf(() => ask(brnoKrovak, wkt))
  expect(fault).toMatchObject({
    code: 'import.crs-unknown',
    values: { crs: 'MGI_Austria_Lambert', layer: 'vrstva' },
  })
  expect(fault.values['known']).toContain('EPSG:5514')
  expect(ask(brnoKrovak, wkt, { crs: 'EPSG:5514' })).toMatchObject({ id: 'EPSG:5514', problems: [] })
  expect(ask(brnoKrovak, wkt, { crs: 'none' })).toMatchObject({ id: null, problems: [] })
  expect(faultOf(() => ask(brnoKrovak, wkt, { crs: 'EPSG:31287' })).code).toBe('import.crs-not-supported')
})

test('a word for one layer is stronger than the word for the file', () => {
  const options = { crs: 'EPSG:3857', tables: { vrstva: { crs: 'EPSG:5514' } } }
  expect(ask(brnoKrovak, null, options).id).toBe('EPSG:5514')
})
