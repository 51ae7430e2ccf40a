import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { czechStamp, hoursOfLocalYear } from './local-time'
import { apportion, cosineOfTurns, exponential, fixed, sineOfTurns, sumOf } from './numeric'
import { randomStream, xoshiro128 } from './random'
import { writeSensorReadings } from './sensor-stream'
import { voronoiCells } from './voronoi'
import { delimited } from './write'

test('xoshiro128** from state 1, 2, 3, 4 gives the first numbers worked out by hand', () => {
  const next = xoshiro128([1, 2, 3, 4])
  expect([next(), next(), next()].map((value) => value * 4294967296)).toEqual([11520, 0, 5927040])
})

test('streams differ by label and seed, repeat exactly and have the promised mean and spread', () => {
  const draw = (seed: number, label: string) => randomStream(seed, label).next()
  expect(draw(1, 'a')).toBe(draw(1, 'a'))
  expect(new Set([draw(1, 'a'), draw(1, 'b'), draw(2, 'a')]).size).toBe(3)
  const random = randomStream(7, 'moments')
  const normals = Array.from({ length: 20_000 }, () => random.normal())
  const mean = sumOf(normals) / normals.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(sumOf(normals.map((value) => (value - mean) ** 2)) / normals.length).toBeCloseTo(1, 1)
})

test('own exponential and sine agree with the engine within 1e-11', () => {
  for (let x = -6; x <= 6; x += 0.37) {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-11)
    expect(Math.abs(sineOfTurns(x) - Math.sin(2 * Math.PI * x))).toBeLessThan(1e-11)
    expect(Math.abs(cosineOfTurns(x) - Math.cos(2 * Math.PI * x))).toBeLessThan(1e-11)
  }
})

test('apportioned parts are whole and add up; the largest remainder wins', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(apportion(7, [0.2, 0.5, 0.3])).toEqual([1, 4, 2])
  expect(apportion(0, [1, 2])).toEqual([0, 0])
})

test('numbers are written with the chosen mark and no negative zero', () => {
  expect(fixed(-0.04, 1, ',')).toBe('0,0')
  expect(fixed(-1.25, 2, ',')).toBe('-1,25')
})

test('Prague clocks skip 02:00 on 26 March 2023 and show it twice on 29 October', () => {
  const stamps = hoursOfLocalYear(2023).map(czechStamp)
  expect(stamps).toHaveLength(8760)
  expect(stamps[0]).toBe('01.01.2023 00:00')
  expect(stamps.at(-1)).toBe('31.12.2023 23:00')
  expect(stamps).not.toContain('26.03.2023 02:00')
  expect(stamps.filter((stamp) => stamp === '29.10.2023 02:00')).toHaveLength(2)
})

test('cells of three sites fill the square', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ]
  const sites = [
    { x: 1, y: 1 },
    { x: 3, y: 1 },
    { x: 3, y: 3.5 },
  ]
  const areas = voronoiCells(sites, square).map((cell) =>
    sumOf(
      cell.map(({ start }, index) => {
        const end = cell[(index + 1) % cell.length]?.start ?? start
        return (start.x * end.y - end.x * start.y) / 2
      }),
    ),
  )
  expect(sumOf(areas)).toBeCloseTo(16, 12)
  // The first two share the border x = 2 up to where the third site is nearer.
  expect(Math.min(...areas)).toBeGreaterThan(3)
})

test('windows-1250 text reads back, and a letter outside the table is refused', () => {
  const format = { encoding: 'windows-1250', delimiter: ';', lineEnd: '\r\n' } as const
  const text = 'Příliš žluťoučký kůň úpěl ďábelské ódy – ŠŤŽÁČÉĚÍĎŇÓŘŮÚÝ µ'
  const bytes = delimited(['a;b'], [[text]], format)
  expect(new TextDecoder('windows-1250').decode(bytes)).toBe(`"a;b"\r\n${text}\r\n`)
  expect(() => delimited(['ł'], [], format)).toThrow('lacks')
})

test('sensor readings: exact number of rows, marked synthetic, the same every time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sensors-'))
  try {
    const [first, again] = [join(folder, 'a.csv'), join(folder, 'b.csv')]
    await writeSensorReadings(first, 25_003, 1)
    await writeSensorReadings(again, 25_003, 1)
    const bytes = readFileSync(first)
    expect(bytes.equals(readFileSync(again))).toBe(true)
    const lines = bytes.toString('utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(25_004)
    expect(bytes.length / lines.length).toBeGreaterThan(48)
    expect(bytes.length / lines.length).toBeLessThan(58)
    const pattern = /^SYN-\d{5};2012-\d\d-\d\dT\d\d:\d\d:00Z;[a-z_]+;-?\d+\.\d{3};[A-Za-z0-9]+$/
    expect(lines.slice(1).filter((line) => !pattern.test(line))).toEqual([])
    expect(new Set(lines.slice(1).map((line) => line.split(';', 2).join())).size).toBe(25_003)
    await expect(writeSensorReadings(join(folder, 'missing', 'c.csv'), 30_000, 1)).rejects.toThrow('ENOENT')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
