/**
 * Makes the sample region: npx tsx sample-data/region/make.ts [--out DIR] [--no-effect] [--scale N]
 *   --out DIR    where to write (default: this folder)
 *   --no-effect  the placebo region: the same policy changes nothing; asks for --out
 *   --scale N    also writes sensor-readings.csv with N x 100,000 rows (1 to 100); asks for --out
 */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeFiles, makeModel, SEED } from '../generator/sample-region'
import { writeSensorReadings } from '../generator/sensor-stream'
import { writeAll } from '../generator/write'

const ROWS_PER_SCALE = 100_000
const HIGHEST_SCALE = 100

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      'no-effect': { type: 'boolean', default: false },
      scale: { type: 'string', default: '0' },
    },
  })
  const scale = Number(values.scale)
  if (!Number.isInteger(scale) || scale < 0 || scale > HIGHEST_SCALE) {
    throw new RangeError(`--scale takes a whole number from 0 to ${HIGHEST_SCALE}, not "${values.scale}"`)
  }
  if (values.out === undefined && (scale > 0 || values['no-effect'])) {
    throw new RangeError('--scale and --no-effect need --out DIR: the committed folder holds neither')
  }
  const folder = values.out === undefined ? fileURLToPath(new URL('.', import.meta.url)) : resolve(values.out)
  const files = makeFiles(makeModel({ effect: !values['no-effect'] }))
  writeAll(folder, files)
  if (scale > 0) await writeSensorReadings(join(folder, 'sensor-readings.csv'), scale * ROWS_PER_SCALE, SEED)
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  process.stderr.write(`${files.length} files, ${(bytes / 1e6).toFixed(2)} MB in ${folder}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof RangeError || error instanceof TypeError ? 2 : 70
})
