import { cosineOfTurns, fixed } from './numeric'
import { type Random, randomStream } from './random'
import type { Cell } from './write'

const SYN = 'SYN'
const MONTHS = Array.from({ length: 72 }, (_, index) => ({
  index,
  month: `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
}))

/** From this month cars without a badge stay out of the centre; four stations stand inside the zone. */
export const ZONE = { from: '2021-01', share: 0.15, stations: 4 } as const
const STATIONS = Array.from({ length: 10 }, (_, index) => ({
  code: `SYN-S${String(index + 1).padStart(2, '0')}`,
  inside: index < ZONE.stations,
  no2: 24 - 1.4 * index,
  pm10: 27 - 0.9 * index,
}))

interface AirMonth {
  readonly station: string
  readonly month: string
  readonly inside: boolean
  readonly no2: number
  readonly pm10: number
  readonly valid: number
}

/** Monthly means: a season and weather all stations share, a slow fall, and the zone's share less inside it. */
export function makeAirMonths(seed: number): readonly AirMonth[] {
  const weather = shared(randomStream(seed, 'air-months/weather'), 0.05)
  return STATIONS.flatMap(({ code, inside, no2, pm10 }) => {
    const random = randomStream(seed, `air-months/${code}`)
    return MONTHS.map(({ index, month }): AirMonth => {
      const season = 1 + 0.3 * cosineOfTurns(index / 12)
      const level = season * (1 - 0.002 * index) * (1 + (weather[index] ?? 0))
      const zone = inside && month >= ZONE.from ? 1 - ZONE.share : 1
      return {
        ...{ station: code, month, inside },
        no2: no2 * level * zone * (1 + 0.03 * random.normal()),
        pm10: pm10 * level * (1 + 0.03 * random.normal()),
        valid: Math.min(100, 96 + 2 * random.normal()),
      }
    })
  })
}

const shared = (random: Random, spread: number): readonly number[] =>
  MONTHS.map(() => spread * random.normal())

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const text = (value: number, decimals = 1): string => fixed(value, decimals, ',')

export const stationMonthRows = (air: readonly AirMonth[]): Cell[][] =>
  air.map(({ station, month, inside, no2, pm10, valid }) => [
    ...[station, month, inside ? ZONE.from : '0', text(no2), text(pm10), text(valid), SYN],
  ])

/** The zone as one series beside the stations outside it. */
export const zoneMonthRows = (air: readonly AirMonth[]): Cell[][] =>
  MONTHS.map(({ month }) => {
    const of = (inside: boolean) =>
      mean(air.filter((one) => one.month === month && one.inside === inside).map(({ no2 }) => no2))
    return [month, text(of(true), 2), text(of(false), 2), SYN]
  })

/** One row a station: yearly means of 2023, how much was valid, and what the place is like. */
export const stationYearRows = (air: readonly AirMonth[], seed: number): Cell[][] => {
  const random = randomStream(seed, 'air-months/places')
  return STATIONS.map(({ code }) => {
    const months = air.filter(({ station, month }) => station === code && month.startsWith('2023'))
    const of = (pick: (one: AirMonth) => number) => text(mean(months.map(pick)))
    const cars = Math.round(random.between(20, 240)) * 100
    const women = Math.round(random.between(300, 2600))
    const men = Math.round(women * random.between(0.9, 1.02))
    return [
      ...[code, random.integer(190, 460), cars, women, men],
      ...[of(({ no2 }) => no2), of(({ pm10 }) => pm10), of(({ valid }) => valid), SYN],
    ]
  })
}

/** The first five of twelve buildings were insulated; the saving is the truth a comparison should find. */
export const RETROFIT = { from: '2022-01', share: 0.18, buildings: 5 } as const
const KINDS = ['school', 'office', 'care-home'] as const
const BUILDINGS = Array.from({ length: 12 }, (_, index) => ({
  code: `SYN-B${String(index + 1).padStart(2, '0')}`,
  insulated: index < RETROFIT.buildings,
  kind: KINDS[index % KINDS.length] ?? 'school',
  area: 900 + 370 * ((index * 7) % 11),
  heat: 6 + 0.35 * ((index * 5) % 12),
}))

interface HeatMonth {
  readonly building: string
  readonly month: string
  readonly insulated: boolean
  readonly heat: number
}

/** Heat in kWh per square metre and month: base load, weather of the region, and the insulation's share less. */
export function makeHeatMonths(seed: number): readonly HeatMonth[] {
  const weather = shared(randomStream(seed, 'heat-months/weather'), 0.08)
  return BUILDINGS.flatMap(({ code, insulated, heat }) => {
    const random = randomStream(seed, `heat-months/${code}`)
    return MONTHS.map(({ index, month }): HeatMonth => {
      const cold = Math.max(0.06, 1 + 1.1 * cosineOfTurns(index / 12) + (weather[index] ?? 0))
      const saved = insulated && month >= RETROFIT.from ? 1 - RETROFIT.share : 1
      return {
        building: code,
        month,
        insulated,
        heat: heat * (0.15 + cold) * saved * (1 + 0.03 * random.normal()),
      }
    })
  })
}

export const buildingMonthRows = (heat: readonly HeatMonth[]): Cell[][] =>
  heat.map((one) => [
    ...[one.building, one.month, one.insulated ? RETROFIT.from : '0', text(one.heat, 2), SYN],
  ])

export const insulatedMonthRows = (heat: readonly HeatMonth[]): Cell[][] =>
  MONTHS.map(({ month }) => {
    const of = (insulated: boolean) =>
      mean(heat.filter((one) => one.month === month && one.insulated === insulated).map((one) => one.heat))
    return [month, text(of(true), 3), text(of(false), 3), SYN]
  })

export const buildingYearRows = (heat: readonly HeatMonth[], seed: number): Cell[][] => {
  const random = randomStream(seed, 'heat-months/buildings')
  return BUILDINGS.map(({ code, kind, area }) => {
    const year = heat.filter(({ building, month }) => building === code && month.startsWith('2023'))
    const total = year.reduce((sum, one) => sum + one.heat, 0)
    const users = [random.integer(20, 240), random.integer(15, 200)]
    return [
      ...[code, kind, area, random.integer(1925, 2004), random.integer(40, 110), ...users],
      ...[text(total), text(random.between(14, 46)), SYN],
    ]
  })
}
