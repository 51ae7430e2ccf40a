import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { randomStream } from './random'

const QUANTITIES = [
  { name: 'temperature', unit: 'Cel', middle: 9_000, spread: 11_000 },
  { name: 'air_humidity', unit: 'P1', middle: 68_000, spread: 22_000 },
  { name: 'air_pressure', unit: 'hPa', middle: 985_000, spread: 18_000 },
  { name: 'particles', unit: 'ug', middle: 24_000, spread: 15_000 },
] as const
const SENSORS = 250
const STEP_MS = 600_000
const START = Date.UTC(2012, 0, 1)
const LINES_PER_WRITE = 10_000

/**
 * Writes exactly `rows` readings `sensor_id;time;quantity;value;unit` (after a header line) to `path`:
 * every ten minutes each of 250 sensors reports one of four quantities. Memory stays constant,
 * because nothing more is made while the disk has not taken what there is. About 54 bytes a row.
 */
export async function writeSensorReadings(path: string, rows: number, seed: number): Promise<void> {
  const random = randomStream(seed, 'sensors')
  const output = createWriteStream(path)
  const done = finished(output)
  output.write('sensor_id;time;quantity;value;unit\n')
  for (let first = 0; first < rows; first += LINES_PER_WRITE) {
    let block = ''
    const end = Math.min(rows, first + LINES_PER_WRITE)
    for (let row = first; row < end; row += 1) block += readingLine(row, random.next())
    // `done` is raced so that a full disk ends the wait for "drain" with its error.
    if (!output.write(block)) await Promise.race([once(output, 'drain'), done])
  }
  output.end()
  await done
}

let stampOf = -1
let stamp = ''

function readingLine(row: number, draw: number): string {
  const sensor = row % SENSORS
  const step = (row - sensor) / SENSORS
  const quantity = QUANTITIES[sensor % QUANTITIES.length] ?? QUANTITIES[0]
  if (step !== stampOf) {
    stampOf = step
    stamp = `${new Date(START + step * STEP_MS).toISOString().slice(0, 19)}Z`
  }
  const thousandths = quantity.middle + Math.floor((draw - 0.5) * 2 * quantity.spread)
  const code = `SYN-${String(sensor + 1).padStart(5, '0')}`
  return `${code};${stamp};${quantity.name};${decimal(thousandths)};${quantity.unit}\n`
}

/** Thousandths as text with three decimals, on whole numbers only. */
function decimal(thousandths: number): string {
  const digits = String(Math.abs(thousandths)).padStart(4, '0')
  return `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
