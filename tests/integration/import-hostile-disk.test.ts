import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeTar, makeZip } from '../helpers/make-archive'
import { makeDbf, makeShp, pointContent } from '../helpers/make-shapefile'
import { makeSqlite } from '../helpers/make-sqlite'
import { makeXlsx } from '../helpers/make-workbook'

/** A disk that goes away: reads of a file fail from the given one on, as they do when a stick is pulled out. */
const pulled = vi.hoisted(() => ({ path: '', after: 0, code: 'EIO', reads: 0 }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return {
    ...real,
    async open(path: string, ...rest: [flags?: string | number]) {
      const gone = path === pulled.path && pulled.reads >= pulled.after
      if (gone) throw Object.assign(new Error('gone'), { code: pulled.code })
      const handle = await real.open(path, ...rest)
      if (path !== pulled.path) return handle
      return new Proxy(handle, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key)
          if (key === 'read') {
            return (...words: unknown[]) => {
              pulled.reads += 1
              const error = Object.assign(new Error('gone'), { code: pulled.code })
              return pulled.reads > pulled.after
                ? Promise.reject(error)
                : Reflect.apply(target.read, target, words)
            }
          }
          if (key === 'stat') {
            return (...words: unknown[]) => {
              const error = Object.assign(new Error('gone'), { code: pulled.code })
              return pulled.reads > pulled.after
                ? Promise.reject(error)
                : Reflect.apply(target.stat, target, words)
            }
          }
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    },
  }
})

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const files = importFolder()
let database: Database
beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const csv = `id;text\n${Array.from({ length: 60_000 }, (_, i) => `${i};obec ${i % 90}`).join('\n')}\n`
const records = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ id: i, text: `obec ${i}` })))
const made: readonly (readonly [
  name: string,
  make: () => Promise<string | Uint8Array> | string | Uint8Array,
])[] = [
  ['text.csv', () => csv],
  ['cp1250.csv', () => Buffer.concat([Buffer.from(csv), Buffer.from([0x8e, 0xef, 0xe1, 0x72, 0x0a])])],
  [
    'eurostat.tsv',
    () =>
      `freq,sex,geo\\TIME_PERIOD\t2021 \t2022 \n${Array.from({ length: 3000 }, (_, i) => `A,F,CZ${i}\t${i}.1 \t: `).join('\n')}\n`,
  ],
  ['zaznamy.json', () => records],
  ['radky.jsonl', () => records.slice(1, -1).replaceAll('},{', '}\n{')],
  [
    'body.geojson',
    () =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: Array.from({ length: 3000 }, (_, i) => ({
          type: 'Feature',
          properties: { i },
          geometry: { type: 'Point', coordinates: [14, 50] },
        })),
      }),
  ],
  ['kniha.xlsx', () => makeXlsx([{ name: 'A', rows: Array.from({ length: 2000 }, (_, i) => [`k${i}`, i]) }])],
  ['stlačený.csv.gz', () => gzipSync(csv)],
  [
    'vice.zip',
    () =>
      makeZip([
        { name: 'a.csv', content: csv },
        { name: 'b.csv', content: csv },
      ]),
  ],
  ['archiv.tar.gz', () => gzipSync(makeTar([{ name: 'a.csv', content: csv }]))],
  [
    'data.sqlite',
    () =>
      makeSqlite(
        `create table t (a, b); insert into t with recursive c(x) as (select 1 union all select x + 1 from c where x < 5000) select x, 'obec ' || x from c`,
      ),
  ],
  [
    'tvary.shp',
    () =>
      makeShp(
        1,
        Array.from({ length: 2000 }, () => pointContent(14, 50)),
        [14, 50, 14, 50],
      ),
  ],
  [
    'sama.dbf',
    () =>
      makeDbf(
        [['A', 'C', 30]],
        Array.from({ length: 2000 }, (_, i) => [`obec ${i}`]),
      ),
  ],
]

test.each(made)(
  '%s from a stick that is pulled out: one fault, nothing saved, no late failure',
  async (name, make) => {
    const late: unknown[] = []
    const note = (error: unknown) => late.push(error)
    process.on('unhandledRejection', note)
    const path = files.write(name, await make())
    Object.assign(pulled, { path: '', after: Number.POSITIVE_INFINITY, reads: 0 })
    pulled.path = path
    const load = () =>
      database.transaction((within) => loadFile(within, path, { crs: 'EPSG:4326' }, quietJob))
    await load()
    const all = pulled.reads
    const [first] = await database.rows(
      `select count(*) as n from information_schema.tables where table_schema = 'raw'`,
    )
    expect(all).toBeGreaterThan(0)
    const points = new Set(
      [0, 1, Math.floor(all / 3), Math.floor(all / 2), all - 2, all - 1].filter((n) => n >= 0 && n < all),
    )
    for (const [i, after] of [...points].entries()) {
      Object.assign(pulled, { after, reads: 0, code: i % 2 === 0 ? 'EIO' : 'ENODEV' })
      const options = { crs: 'EPSG:4326', name: 'z_vytazeneho' }
      const fault = await faultOf(database.transaction((within) => loadFile(within, path, options, quietJob)))
      expect([fault.code, after]).toEqual([
        expect.stringMatching(/^import\.(?:file-unreadable|file-changed)$/),
        after,
      ])
    }
    const [then] = await database.rows(
      `select count(*) as n from information_schema.tables where table_schema = 'raw'`,
    )
    expect(then).toEqual(first)
    await new Promise((done) => setTimeout(done, 20))
    process.off('unhandledRejection', note)
    expect(late).toEqual([])
  },
)
