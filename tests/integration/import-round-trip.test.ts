import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { importFolder, quietJob, seeded } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const words = [
  'Žďár',
  'Łódź',
  'Příbram',
  'Kraków',
  'plain',
  'O’Neil',
  'a b',
  'x"y',
  'tab\there',
  'čtyři\nřádky',
  'semi;colon',
  'com,ma',
  'pipe|',
  '',
  "it's",
  'ü',
  'Ústí nad Labem',
]
const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1250'] as const

/** A random table and one random way of writing it down. */
function randomFile(seed: number) {
  const random = seeded(seed)
  const encoding = random.pick(encodings)
  const delimiter = random.pick([',', ';', '\t', '|'])
  const newline = random.pick(['\n', '\r\n', '\r'])
  const width = 2 + random.below(5)
  const height = 3 + random.below(40)
  const usable = words.filter((word) => encoding !== 'windows-1250' || !/[’]/.test(word))
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) =>
      c === 0 ? String(1000 + r) : c === 1 ? `${r}.${random.below(90) + 10}` : random.pick(usable),
    ),
  )
  const header = Array.from({ length: width }, (_, c) => `sloupec ${'abcdefgh'[c] ?? c}`)
  const always = random.next() < 0.3
  const cell = (text: string): string =>
    always || text.includes(delimiter) || /["\n\r]/.test(text) || text.startsWith("'")
      ? `"${text.replaceAll('"', '""')}"`
      : text
  const lines = [header, ...rows].map((row) => row.map(cell).join(delimiter))
  const end = random.next() < 0.5 ? newline : ''
  const mark = encoding.startsWith('utf-16') || encoding === 'utf-8-bom' ? '\ufeff' : ''
  const name = encoding === 'utf-8-bom' ? 'utf-8' : encoding
  return { rows, text: mark + lines.join(newline) + end, encoding: name, delimiter }
}

test.each(Array.from({ length: 30 }, (_, i) => i + 1))(
  'random table %i is read back as it was written',
  async (seed) => {
    const { rows, text, encoding, delimiter } = randomFile(seed)
    const path = files.write(`random${seed}.csv`, text, encoding)
    const receipt = await database.transaction((within) => loadFile(within, path, {}, quietJob))
    const [dataSet] = receipt.dataSets
    expect(receipt.source.dialect).toHaveProperty('delimiter', delimiter)
    expect(dataSet?.rows).toEqual({
      read: rows.length,
      loaded: rows.length,
      rejected: 0,
      preamble: 0,
      footer: 0,
    })
    const found = await database.rows(`select * exclude (_line) from raw.random${seed} order by _line`)
    expect(found.map((row) => Object.values(row))).toEqual(rows)
  },
)
