import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { makeSqlite } from '../../../tests/helpers/make-sqlite'
import { openPlace } from '../formats/place'
import { geopackageFormat, sqliteFormat } from './format'

const folder = importFolder()
const closed: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closed) await close()
  folder.remove()
})

async function open(name: string, bytes: Uint8Array, format = sqliteFormat) {
  const place = await openPlace(folder.write(name, bytes))
  closed.push(() => place.close())
  expect(await format.recognise(place, {})).toBe(true)
  const contents = await format.open(place, {}, quietJob, () => {})
  closed.push(async () => contents.close?.())
  return contents
}

let bytes: Buffer
beforeAll(async () => {
  bytes = await makeSqlite(`
    create table "kraj-2024" (kod text, lidi integer, podil real, poznamka, "dvě slova" blob);
    insert into "kraj-2024" values
      ('01', 9223372036854775807, 0.1, 'ščř', x'dead'), ('02', null, 1e300, 42, null), ('', -1, -0.0, 2.5, x'');
    create table prazdna (a int);
    create view soucet as select kod, lidi * 2 as dva from "kraj-2024" where lidi < 0;
    create view rozbity as select * from neni;
    create table bez_rowid (k text primary key, v int generated always as (length(k)) stored) without rowid;
    insert into bez_rowid (k) values ('b'), ('aa');
    create table velka (i integer primary key, t text);
    insert into velka select value, printf('%0*d', value % 5000, value) from
      (with recursive n(value) as (select 1 union all select value + 1 from n where value < 3000) select value from n);`)
})

describe('SQLite', () => {
  it('gives its tables and views as they stand', async () => {
    const { tables, tablesAreNamed } = await open('a.sqlite', bytes)
    expect(tablesAreNamed).toBe(true)
    expect(tables.map(({ id, byDefault, records }) => [id, byDefault, records])).toEqual([
      ['kraj-2024', true, 3],
      ['prazdna', true, 0],
      ['soucet', false, null],
      ['bez_rowid', true, 2],
      ['velka', true, 3000],
    ])
    const [kraj, prazdna, soucet, bezRowid] = await Promise.all(
      tables.slice(0, 4).map(async (table) => table),
    )
    if (kraj === undefined || prazdna === undefined || soucet === undefined || bezRowid === undefined)
      throw new Error()
    expect(kraj.columns.map(({ label, declared }) => [label, declared?.type])).toEqual([
      ['kod', undefined],
      ['lidi', 'integer'],
      ['podil', 'number'],
      ['poznamka', undefined],
      ['dvě slova', undefined],
    ])
    const { rows, lines, counts } = await collectTable(kraj)
    expect(rows).toEqual([
      ['01', '9223372036854775807', '0.1', 'ščř', 'dead'],
      ['02', null, '1e+300', '42', null],
      ['', '-1', '0', '2.5', ''],
    ])
    expect([lines, counts.read]).toEqual([[1, 2, 3], 3])
    expect((await collectTable(prazdna)).counts.read).toBe(0)
    expect((await collectTable(soucet)).rows).toEqual([['', '-2']])
    expect((await collectTable(bezRowid)).rows).toEqual([
      ['aa', '2'],
      ['b', '1'],
    ])
    expect(await kraj.sample(1)).toEqual([['01', '9223372036854775807', '0.1', 'ščř', 'dead']])
  })
  it('reads long texts that run over many pages', async () => {
    const { tables } = await open('b.sqlite', bytes)
    const velka = tables.find(({ id }) => id === 'velka')
    const { rows } = await collectTable(velka ?? (tables[0] as never))
    expect(rows.map(([i]) => Number(i))).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
    expect(
      rows.every(([i, t]) => Number(t) === Number(i) && t?.length === Math.max(Number(i), String(i).length)),
    ).toBe(true)
  })
  it('opens what was in write-ahead mode, and says when its log lies beside it', async () => {
    const wal = Buffer.from(bytes)
    wal[18] = 2
    wal[19] = 2
    folder.write('c.sqlite-wal', 'x')
    const { tables, problems } = await open('c.sqlite', wal)
    expect(tables).toHaveLength(5)
    expect(problems).toEqual([
      { code: 'database.unsaved-log', count: 1, example_line: null, subject: 'c.sqlite-wal' },
    ])
  })
  it('that is damaged gives a fault', async () => {
    expect((await faultOf(open('cut.sqlite', bytes.subarray(0, 300)))).code).toBe('import.damaged')
    const scrambled = Buffer.from(bytes)
    scrambled.fill(0xa5, 4096)
    const outcome = open('bad.sqlite', scrambled).then(async ({ tables }) => {
      for (const table of tables) await collectTable(table)
    })
    expect((await faultOf(outcome)).code).toBe('import.damaged')
  })
  it('stops inside a view that would compute for hours', async () => {
    const endless = await makeSqlite(`create table t (a); insert into t values (1);
      create view v as with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) as c from n;`)
    const { tables } = await open('endless.sqlite', endless)
    const view = tables.find(({ id }) => id === 'v')
    const started = Date.now()
    await expect(collectTable(view ?? (tables[0] as never), AbortSignal.timeout(300))).rejects.toThrow()
    expect(Date.now() - started).toBeLessThan(3000)
  })
})

describe('GeoPackage', () => {
  it('gives layers with their geometry, tables of attributes, and unlisted tables on demand', async () => {
    // A point 16.6 49.2 as GeoPackage writes it: header without an envelope, srs 4326, then WKB.
    const gpkg = await makeSqlite(`
      pragma application_id = 0x47504B47;
      create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text, description text);
      insert into gpkg_spatial_ref_sys values ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', null);
      create table gpkg_contents (table_name text primary key, data_type text, identifier text, description text, last_change text, min_x real, min_y real, max_x real, max_y real, srs_id integer);
      insert into gpkg_contents values ('stanice-1', 'features', 'Stanice', '', '', 16, 49, 17, 50, 4326), ('hodnoty', 'attributes', 'hodnoty', '', '', null, null, null, null, null);
      create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer);
      insert into gpkg_geometry_columns values ('stanice-1', 'geom', 'POINT', 4326, 0, 0);
      create table "stanice-1" (fid integer primary key, geom blob, nazev text, no2 text);
      insert into "stanice-1" values (1, x'47500001E610000001010000009A999999999930409A99999999994840', 'Brno', '20.5');
      create table hodnoty (fid integer primary key, v real);
      insert into hodnoty values (1, 1.5);
      create table navic (a text);`)
    const { tables } = await open('a.gpkg', gpkg, geopackageFormat)
    expect(tables.map(({ id, byDefault }) => [id, byDefault])).toEqual([
      ['stanice-1', true],
      ['hodnoty', true],
      ['navic', false],
    ])
    const layer = tables[0]
    if (layer === undefined) throw new Error()
    const { rows } = await collectTable(layer)
    const row = Object.fromEntries(layer.columns.map(({ label }, i) => [label, rows[0]?.[i]]))
    expect(row).toMatchObject({ fid: '1', nazev: 'Brno', no2: '20.5' })
    expect(JSON.parse(row['geometry'] ?? '')).toEqual({ type: 'Point', coordinates: [16.6, 49.2] })
  })
})
