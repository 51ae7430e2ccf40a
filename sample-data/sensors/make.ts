/**
 * Sensor readings for benchmarks, never committed:
 *   npx tsx sample-data/sensors/make.ts --rows 5000000 --out FILE
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SEED } from '../generator/sample-region'
import { writeSensorReadings } from '../generator/sensor-stream'

const MOST_ROWS = 10_000_000

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, out: { type: 'string' } } })
  const rows = Number(values.rows)
  if (values.out === undefined || !Number.isInteger(rows) || rows < 1 || rows > MOST_ROWS) {
    throw new RangeError(`usage: make.ts --rows 1..${MOST_ROWS} --out FILE`)
  }
  await writeSensorReadings(resolve(values.out), rows, SEED)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof RangeError || error instanceof TypeError ? 2 : 3
})
