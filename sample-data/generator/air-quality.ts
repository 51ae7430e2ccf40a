import { czechStamp, hoursOfLocalYear, pragueTime, utc } from './local-time'
import { cosineOfTurns, fixed, sineOfTurns } from './numeric'
import { type Random, randomStream } from './random'
import type { Cell } from './write'

export const AIR_YEAR = 2023
const STATIONS = ['SYN-A1', 'SYN-B2'] as const
const QUANTITIES = ['NO2', 'PM10'] as const

/** A fault put in on purpose: what a check of sensor data should find. */
export interface InjectedFault {
  readonly station: string
  readonly quantity: string
  readonly kind: 'gap' | 'sentinel' | 'empty' | 'stuck' | 'spike' | 'duplicate' | 'conflict' | 'late-day'
  readonly from: string
  readonly to: string
  /** Readings (for `duplicate`, `conflict`: extra lines) concerned. */
  readonly count: number
}

interface Reading {
  readonly instant: number
  readonly value: string
}

/** Preamble, two header lines (names, units), records and footer of the export, and the list of its faults. */
export function makeAirQuality(seed: number): { lines: string[]; faults: InjectedFault[] } {
  const faults: InjectedFault[] = []
  const records: string[] = []
  const late: string[] = []
  for (const station of STATIONS) {
    for (const quantity of QUANTITIES) {
      const random = randomStream(seed, `air/${station}/${quantity}`)
      const readings = breakSeries(cleanSeries(station, quantity, random), station, quantity, random, faults)
      for (const { instant, value } of readings) {
        const line = `${station};${czechStamp(instant)};${quantity};${value}`
        ;(isLate(station, instant) ? late : records).push(line)
      }
      if (station === 'SYN-A1') faults.push(lateDay(station, quantity, readings))
    }
  }
  const all = [...records, ...late]
  return { lines: [...PREAMBLE, ...HEADER, ...all, `Konec exportu;záznamů: ${all.length}`], faults }
}

const PREAMBLE = [
  'Export měření kvality ovzduší – SYNTETICKÁ DATA, Zlatohorský kraj neexistuje',
  'Období 01.01.2023 00:00 – 31.12.2023 23:00, místní čas (SEČ/SELČ)',
  'Neplatná hodnota: -999',
  '',
]
const HEADER = ['stanice;cas;velicina;hodnota', 'kód;místní čas;značka;µg/m³']

export const airFaultRows = (faults: readonly InjectedFault[]): Cell[][] =>
  faults.map(({ station, quantity, kind, from, to, count }) => [
    station,
    quantity,
    kind,
    from,
    to,
    count,
    'SYN',
  ])

interface CleanReading {
  readonly instant: number
  readonly level: number
}

/** Winter and rush hours are dirty, nights and summers clean; weather lasts for days. µg/m³. */
function cleanSeries(station: string, quantity: string, random: Random): CleanReading[] {
  const traffic = station === 'SYN-A1' ? 1.35 : 0.8
  const base = quantity === 'NO2' ? 21 * traffic : 23 * (0.7 + 0.3 * traffic)
  let weather = 0
  return hoursOfLocalYear(AIR_YEAR).map((instant, index) => {
    const { hour, weekday } = pragueTime(instant)
    const season = 1 + 0.42 * cosineOfTurns((index - 400) / 8760)
    const rush =
      quantity === 'NO2'
        ? 0.35 * sineOfTurns((hour - 4) / 12) + 0.15 * sineOfTurns((hour - 10) / 24)
        : 0.12 * sineOfTurns((hour - 16) / 24)
    const free = weekday === 0 || weekday === 6 ? 0.82 : 1
    weather = 0.975 * weather + 0.085 * random.normal()
    const level = base * season * (1 + rush) * free * Math.max(0.2, 1 + weather) + 1.1 * random.normal()
    return { instant, level: Math.max(0.4, level) }
  })
}

/** Ranges of UTC hours (end excluded) that are broken on purpose. */
const GAPS: Readonly<Record<string, readonly [number, number]>> = {
  'SYN-A1/NO2': [utc(AIR_YEAR, 4, 12, 6), utc(AIR_YEAR, 4, 15, 18)],
  'SYN-A1/PM10': [utc(AIR_YEAR, 4, 12, 6), utc(AIR_YEAR, 4, 15, 18)],
  'SYN-B2/PM10': [utc(AIR_YEAR, 7, 3, 0), utc(AIR_YEAR, 7, 9, 12)],
}
const STUCK: Readonly<Record<string, readonly [number, number]>> = {
  'SYN-B2/NO2': [utc(AIR_YEAR, 9, 18, 4), utc(AIR_YEAR, 9, 20, 10)],
}
const SENTINEL_RUN: Readonly<Record<string, readonly [number, number]>> = {
  'SYN-A1/PM10': [utc(AIR_YEAR, 2, 6, 9), utc(AIR_YEAR, 2, 7, 21)],
}
const SINGLE_GAPS = 45
const SINGLE_SENTINELS = 30
const EMPTY = 12
const SPIKES = 7
const DUPLICATES = 16
const CONFLICTS = 6

function breakSeries(
  clean: readonly CleanReading[],
  station: string,
  quantity: string,
  random: Random,
  faults: InjectedFault[],
): Reading[] {
  const key = `${station}/${quantity}`
  const note = (kind: InjectedFault['kind'], from: number, to: number, count: number) =>
    faults.push({ station, quantity, kind, from: czechStamp(from), to: czechStamp(to), count })
  for (const [kind, ranges] of [
    ['gap', GAPS],
    ['stuck', STUCK],
    ['sentinel', SENTINEL_RUN],
  ] as const) {
    const range = ranges[key]
    if (range) note(kind, range[0], range[1] - HOUR, (range[1] - range[0]) / HOUR)
  }
  const plan = singleFaults(clean, key, random)
  for (const [instant, kind] of plan) note(kind, instant, instant, 1)
  return clean.flatMap(({ instant, level }): Reading[] => {
    if (within(GAPS[key], instant)) return []
    const written = { instant, value: fixed(level, 1, ',') }
    if (within(STUCK[key], instant)) return [{ instant, value: '17,3' }]
    if (within(SENTINEL_RUN[key], instant)) return [{ instant, value: '-999' }]
    switch (plan.get(instant)) {
      case 'gap':
        return []
      case 'sentinel':
        return [{ instant, value: '-999' }]
      case 'empty':
        return [{ instant, value: '' }]
      case 'spike':
        return [{ instant, value: fixed(level * 10 + 640, 1, ',') }]
      case 'duplicate':
        return [written, written]
      case 'conflict':
        return [written, { instant, value: fixed(level * 1.25 + 2, 1, ',') }]
      default:
        return [written]
    }
  })
}

const HOUR = 3_600_000

const within = (range: readonly [number, number] | undefined, instant: number): boolean =>
  range !== undefined && instant >= range[0] && instant < range[1]

/** One-hour faults at random hours outside the ranges above and the clock changes, no two in the same hour. */
function singleFaults(
  clean: readonly CleanReading[],
  key: string,
  random: Random,
): ReadonlyMap<number, InjectedFault['kind']> {
  const kinds: InjectedFault['kind'][] = [
    ...Array<'gap'>(SINGLE_GAPS).fill('gap'),
    ...Array<'sentinel'>(SINGLE_SENTINELS).fill('sentinel'),
    ...Array<'empty'>(EMPTY).fill('empty'),
    ...Array<'spike'>(SPIKES).fill('spike'),
    ...Array<'duplicate'>(DUPLICATES).fill('duplicate'),
    ...Array<'conflict'>(CONFLICTS).fill('conflict'),
  ]
  const free = clean
    .map(({ instant }) => instant)
    .filter((instant) => ![GAPS, STUCK, SENTINEL_RUN].some((ranges) => within(ranges[key], instant)))
    .filter((instant) => !isLate(key.slice(0, 6), instant) && !isClockChange(instant))
  const hours = random.shuffle(free).slice(0, kinds.length)
  const planned = hours.map((instant, index) => ({ instant, kind: kinds[index] ?? ('gap' as const) }))
  return new Map(planned.sort((a, b) => a.instant - b.instant).map(({ instant, kind }) => [instant, kind]))
}

/** The two October hours that share a wall-clock hour, so that every repeated key there is the clock's doing. */
function isClockChange(instant: number): boolean {
  const { day, month, hour } = pragueTime(instant)
  return month === 10 && day === 29 && hour === 2
}

/** One day of the first station arrived late and stands at the end of the file, out of order. */
function isLate(station: string, instant: number): boolean {
  const { day, month } = pragueTime(instant)
  return station === 'SYN-A1' && month === 11 && day === 5
}

function lateDay(station: string, quantity: string, readings: readonly Reading[]): InjectedFault {
  const late = readings.filter(({ instant }) => isLate(station, instant))
  const from = czechStamp(late[0]?.instant ?? 0)
  return {
    station,
    quantity,
    kind: 'late-day',
    from,
    to: czechStamp(late.at(-1)?.instant ?? 0),
    count: late.length,
  }
}
