import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { writeParquet } from '../../main/export'
import { makeTar, makeZip } from '../helpers/make-archive'
import { makeDbf, makeShp, partsContent, pointContent } from '../helpers/make-shapefile'
import { makeSqlite } from '../helpers/make-sqlite'
import { makeOds, makeXlsx, odsContent } from '../helpers/make-workbook'
import { biff8Stream, double, makeCompoundFile, record, u16, wideText } from '../helpers/make-xls'
import { described, feedSeeds, jsonLines, jsonSeeds, textSeeds } from './seeds-text'
import { unzip } from './unzip'

/** A file to be mutated: its parts (of a plain file one), how they are packed, and the files that stand beside it. */
export interface Seed {
  readonly name: string
  readonly parts: readonly { readonly path: string; readonly content: Uint8Array }[]
  pack(parts: Seed['parts']): Uint8Array
  readonly beside: Readonly<Record<string, Uint8Array>>
}

const plain = (name: string, content: Uint8Array, beside: Seed['beside'] = {}): Seed => ({
  name,
  parts: [{ path: name, content }],
  pack: ([only]) => only?.content ?? new Uint8Array(0),
  beside,
})

const zipped = (name: string, bytes: Uint8Array): Seed => ({
  name,
  parts: unzip(bytes),
  pack: (parts) => makeZip(parts.map(({ path, content }) => ({ name: path, content }))),
  beside: {},
})

const gzipped = (name: string, bytes: Uint8Array): Seed => ({
  name,
  parts: [{ path: name, content: gunzipSync(bytes) }],
  pack: ([only]) => gzipSync(only?.content ?? new Uint8Array(0)),
  beside: {},
})

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)

function workbooks(): readonly Seed[] {
  const rows = [['kód', 'název', 'hodnota'], ...numbers(60).map((i) => [`0${i}`, `obec ${i}`, i / 4])]
  const merged = [
    ['Obyvatelé', null, null],
    ['kraj', 'muži', 'ženy'],
    ['kraj', 'počet', 'počet'],
    ...numbers(20).map((i) => [`CZ${i}`, i, i * 2]),
  ]
  const xlsx = makeXlsx(
    [
      { name: 'Data', rows },
      { name: 'Skrytý', state: 'hidden', rows: merged, merges: ['A1:C1', 'A2:A3'] },
    ],
    { shared: true, formats: ['yyyy-mm-dd', '0.00%'] },
  )
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const number = (value: number) =>
    `<table:table-cell office:value-type="float" office:value="${value}" table:number-columns-repeated="2"><text:p>${value}</text:p></table:table-cell>`
  const ods = odsContent(
    `<table:table table:name="List">${numbers(40)
      .map(
        (i) =>
          `<table:table-row${i === 30 ? ' table:number-rows-repeated="3"' : ''}>${cell(i === 0 ? 'kód' : `0${i}`)}${i === 0 ? cell('a') + cell('b') : number(i)}</table:table-row>`,
      )
      .join('')}</table:table>`,
  )
  const label = (row: number, column: number, text: string) =>
    record(0x204, u16(row, column, 0), wideText(text))
  const float = (row: number, column: number, value: number) =>
    record(0x203, u16(row, column, 0), double(value))
  const body = [
    record(0x200, Buffer.alloc(14)),
    ...numbers(30).flatMap((i) => [
      label(i, 0, i === 0 ? 'kód' : `0${i}`),
      i === 0 ? label(0, 1, 'hodnota') : float(i, 1, i * 1.5),
    ]),
  ]
  const stream = biff8Stream([{ name: 'Tabulka', records: body }])
  const xls: Seed = {
    ...plain('kniha.xls', stream),
    pack: ([only]) => makeCompoundFile('Workbook', Buffer.from(only?.content ?? [])),
  }
  return [
    zipped('kniha.xlsx', xlsx),
    zipped('kniha.ods', makeOds(ods)),
    xls,
    plain('surova.xls', makeCompoundFile('Workbook', stream)),
  ]
}

async function columnar(): Promise<readonly Seed[]> {
  const table = tableFromArrays({
    id: Int32Array.from(numbers(300)),
    hodnota: Float64Array.from(numbers(300), (i) => i / 7),
    nazev: numbers(300).map((i) => (i % 9 === 0 ? null : `obec č. ${i % 40}`)),
  })
  const ipc = tableToIPC(table, 'stream')
  return [
    plain('tabulka.arrow', tableToIPC(table, 'file')),
    plain('proud.arrows', ipc),
    plain('tabulka.parquet', await writeParquet(ipc)),
  ]
}

async function databases(): Promise<readonly Seed[]> {
  const rows = numbers(150).map((i) => `(${i}, 'obec ${i}', ${i / 3})`)
  const lite = await makeSqlite(
    `create table obce (id integer primary key, nazev text, n real); insert into obce values ${rows.join(',')}; create table "jiná" (a, b); insert into "jiná" values (1, x'00ff'), (null, 'ž')`,
  )
  const point = `x'47500001e6100000010100000000000000000030400000000000004940'`
  const map = await makeSqlite(`pragma application_id = 1196444487; pragma user_version = 10300;
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text, description text);
    insert into gpkg_spatial_ref_sys values ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', '');
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, description text, last_change text, min_x real, min_y real, max_x real, max_y real, srs_id integer);
    insert into gpkg_contents values ('body', 'features', 'body', '', '2024-01-01T00:00:00Z', 14, 49, 16, 51, 4326);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z tinyint, m tinyint);
    insert into gpkg_geometry_columns values ('body', 'geom', 'POINT', 4326, 0, 0);
    create table body (fid integer primary key, geom blob, nazev text);
    insert into body values ${numbers(30)
      .map((i) => `(${i}, ${point}, 'bod ${i}')`)
      .join(',')}`)
  return [plain('data.sqlite', lite), plain('mapa.gpkg', map)]
}

function maps(): readonly Seed[] {
  const names = numbers(25).map((i) => [String(i), `bod ${i}`])
  const dbf = makeDbf(
    [
      ['ID', 'N', 6],
      ['NAZEV', 'C', 20],
    ],
    names,
    { encoding: 'windows-1250', language: 0xc8 },
  )
  const prj = Buffer.from(
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
  )
  const points = makeShp(
    1,
    numbers(25).map((i) => pointContent(14 + i / 50, 50)),
    [14, 50, 15, 50],
  )
  const ring: readonly (readonly [number, number])[] = [
    [14, 50],
    [14, 51],
    [15, 51],
    [14, 50],
  ]
  const areas = makeShp(
    5,
    numbers(6).map(() => partsContent(5, [ring, ring])),
    [14, 50, 15, 51],
  )
  const bundle = [
    ['b.shp', points],
    ['b.dbf', dbf],
    ['b.prj', prj],
  ] as const
  return [
    plain('b.shp', points, { 'b.dbf': dbf, 'b.prj': prj }),
    plain('p.shp', areas, { 'p.prj': prj }),
    plain('b.dbf', dbf, { 'b.shp': points, 'b.prj': prj }),
    zipped('mapa.zip', makeZip(bundle.map(([name, content]) => ({ name, content })))),
  ]
}

function archives(): readonly Seed[] {
  const csv = textSeeds['strednik.csv'] ?? new Uint8Array(0)
  const members = Object.entries(textSeeds)
    .slice(0, 5)
    .map(([name, content]) => ({ name, content }))
  const feed = Object.entries(feedSeeds).map(([name, content]) => ({ name, content }))
  const tar = makeTar(members)
  return [
    gzipped('strednik.csv.gz', gzipSync(csv)),
    gzipped('vice.tar.gz', gzipSync(tar)),
    plain('vice.tar', tar),
    zipped('vice.zip', makeZip(members)),
    zipped('jizdni-rad.zip', makeZip(feed)),
    ...Object.entries(feedSeeds).map(([name, content]) => plain(name, content, feedSeeds)),
  ]
}

/** Seeds of every format, made by us. */
export async function ownSeeds(): Promise<readonly Seed[]> {
  return [
    ...Object.entries(textSeeds).map(([name, content]) => plain(name, content)),
    ...Object.entries(jsonSeeds).map(([name, content]) => plain(name, content, { 'popsana.csv': described })),
    plain('popsana.csv', described, {
      'popsana.csv-metadata.json': jsonSeeds['popsana.csv-metadata.json'] ?? new Uint8Array(0),
    }),
    plain('radky.jsonl', jsonLines),
    ...workbooks(),
    ...(await columnar()),
    ...(await databases()),
    ...maps(),
    ...archives(),
  ]
}

/** Larger files are left out: ten thousand copies of them would take a day. */
const MOST_BYTES = 300_000

/** Files of a folder as seeds, with what is packed in them. */
export function seedsOf(folder: string): readonly Seed[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= MOST_BYTES && !path.endsWith('.md'))
    .sort()
    .map((path) => {
      const [name, bytes] = [basename(path), readFileSync(path)]
      try {
        if (bytes.readUInt16BE(0) === 0x504b) return zipped(name, bytes)
        if (bytes.readUInt16BE(0) === 0x1f8b) return gzipped(name, bytes)
      } catch {
        // Damaged as it is: a seed like any other.
      }
      return plain(name, bytes)
    })
}
