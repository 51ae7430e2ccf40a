import { utc } from './local-time'
import { cosineOfTurns, fixed, sineOfTurns, sumOf } from './numeric'
import { randomStream } from './random'
import type { Cell } from './write'

const DAY = 86_400_000
const START = utc(2023, 2, 1)
const DAYS = 59
const SLOTS = 96

interface Building {
  readonly code: string
  readonly name: string
  readonly type: string
  /** Square metres. */
  readonly floorArea: number
  /** Heat a day regardless of weather, and per degree below the balance point. kWh. */
  readonly baseLoad: number
  readonly slope: number
  /** Share of use at weekends and at night, 1 = as in working hours. */
  readonly weekend: number
  readonly night: number
}

/** The truth behind the readings: daily heat = base load + slope x max(0, 15 °C - mean temperature). */
export const BALANCE_POINT = 15
export const BUILDINGS: readonly Building[] = [
  {
    code: 'SYN-SKOLA',
    name: 'Základní škola Tůňovec',
    type: 'school',
    floorArea: 3400,
    baseLoad: 95,
    slope: 88,
    weekend: 0.55,
    night: 0.45,
  },
  {
    code: 'SYN-URAD',
    name: 'Městský úřad Křišťálín',
    type: 'office',
    floorArea: 2150,
    baseLoad: 60,
    slope: 47,
    weekend: 0.5,
    night: 0.5,
  },
  {
    code: 'SYN-DOMOV',
    name: 'Domov seniorů Měsíčany',
    type: 'care-home',
    floorArea: 4800,
    baseLoad: 310,
    slope: 121,
    weekend: 1,
    night: 0.9,
  },
]
/** From this day the school heats with a new control and saves this share. */
export const SAVING = { building: 'SYN-SKOLA', from: '2023-03-06', share: 0.12 } as const

const isoDay = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10)

export interface Energy {
  readonly readings: readonly Cell[][]
  readonly weather: readonly Cell[][]
}

/** Heat in kWh per quarter of an hour (UTC, time is the start of the interval) and mean outdoor temperature. */
export function makeEnergy(seed: number): Energy {
  const random = randomStream(seed, 'energy/weather')
  let front = 0
  const temperatures = Array.from({ length: DAYS }, (_, day) => {
    front = 0.72 * front + 2.1 * random.normal()
    return Math.round((1.2 + 0.11 * day + front) * 10) / 10
  })
  return {
    readings: BUILDINGS.flatMap((building) => readingsOf(building, temperatures, seed)),
    weather: temperatures.map((temperature, day) => [isoDay(day), fixed(temperature, 1), 'SYN']),
  }
}

function readingsOf(building: Building, temperatures: readonly number[], seed: number): Cell[][] {
  const random = randomStream(seed, `energy/${building.code}`)
  return temperatures.flatMap((temperature, day) => {
    const shape = Array.from(
      { length: SLOTS },
      (_, slot) => slotShape(building, slot) * (1 + 0.05 * random.normal()),
    )
    const heat = dailyHeat(building, temperature, day) * (1 + 0.025 * random.normal())
    const scale = heat / sumOf(shape)
    return shape.map((part, slot): Cell[] => {
      const time = new Date(START + day * DAY + slot * 900_000).toISOString().slice(0, 16)
      return [building.code, `${time}Z`, 'heat', fixed(part * scale, 2), 'kWh']
    })
  })
}

export function dailyHeat(building: Building, temperature: number, day: number): number {
  const weekday = new Date(START + day * DAY).getUTCDay()
  const use = weekday === 0 || weekday === 6 ? building.weekend : 1
  const saved = building.code === SAVING.building && isoDay(day) >= SAVING.from ? 1 - SAVING.share : 1
  return (building.baseLoad + building.slope * Math.max(0, BALANCE_POINT - temperature) * use) * saved
}

function slotShape({ night }: Building, slot: number): number {
  const working = slot >= 20 && slot < 72
  const morning = slot >= 20 && slot < 28 ? 0.35 : 0
  return (
    (working ? 1 : night) +
    morning +
    0.06 * cosineOfTurns(slot / SLOTS) +
    0.03 * sineOfTurns((2 * slot) / SLOTS)
  )
}

export const buildingRows = (): Cell[][] =>
  BUILDINGS.map(({ code, name, floorArea, type }) => [code, name, floorArea, type, 'SYN'])
