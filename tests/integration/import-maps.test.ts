import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'
import { makeDbf, makeShp, pointContent } from '../helpers/make-shapefile'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})

afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const krovak = 'PROJCS["S-JTSK_Krovak_East_North",GEOGCS["GCS_S_JTSK"],PROJECTION["Krovak"]]'
const dbf = makeDbf(
  [
    ['NUTS_ID', 'C', 6],
    ['NAZEV', 'C', 20],
    ['POCET', 'N', 8],
  ],
  [
    ['CZ010', 'Praha', '1357326'],
    ['CZ064', 'Jihomoravský', '1226749'],
  ],
  { language: 200, encoding: 'windows-1250' },
)
const shp = makeShp(
  1,
  [pointContent(-743100, -1043000), pointContent(-598000, -1160700)],
  [-743100, -1160700, -598000, -1043000],
)

test('a shapefile in a zip is one data set with places in degrees', async () => {
  const zip = makeZip([
    { name: 'mapa/kraje.shp', content: shp },
    { name: 'mapa/kraje.dbf', content: dbf },
    { name: 'mapa/kraje.prj', content: krovak },
    { name: 'mapa/kraje.cpg', content: 'windows-1250' },
  ])
  const receipt = await load(files.write('kraje.zip', zip))
  expect(receipt.dataSets.map(({ name, rows }) => [name, rows.loaded, rows.rejected])).toEqual([
    ['kraje', 2, 0],
  ])
  const columns = receipt.dataSets[0]?.columns.map(({ name, type, role }) => [name, type, role])
  expect(columns).toEqual([
    ['nuts_id', 'code', 'territory'],
    ['nazev', 'text', expect.any(String)],
    ['pocet', 'integer', 'measure'],
    ['geometry', 'text', 'text'],
    ['geometry_type', 'text', 'category'],
    ['lon', 'number', 'measure'],
    ['lat', 'number', 'measure'],
    ['geometry_source', 'text', 'text'],
  ])
  expect(
    await database.rows(
      'select nuts_id, nazev, pocet, round(lon, 5) as lon, round(lat, 5) as lat from kraje order by 1',
    ),
  ).toEqual([
    { nuts_id: 'CZ010', nazev: 'Praha', pocet: 1357326, lon: 14.41721, lat: 50.08722 },
    { nuts_id: 'CZ064', nazev: 'Jihomoravský', pocet: 1226749, lon: 16.61013, lat: 49.19574 },
  ])
})

test('a GeoJSON file: the layer is loaded, a preview says its system', async () => {
  const path = files.write(
    'stanice.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'ABREA' },
          geometry: { type: 'Point', coordinates: [14.38, 50.08] },
        },
      ],
    }),
  )
  const preview = await inspectFile(path, {}, quietJob)
  expect(preview.dialect).toMatchObject({ format: 'geojson', facts: { crs: 'EPSG:4326' } })
  await load(path)
  expect(await database.rows('select id, lon, lat, geometry_type from stanice')).toEqual([
    { id: 'ABREA', lon: 14.38, lat: 50.08, geometry_type: 'Point' },
  ])
})

test('an unknown system is refused; the same file goes in without its map', async () => {
  files.write('cizi.dbf', dbf)
  files.write('cizi.prj', 'PROJCS["MGI_Austria_Lambert",GEOGCS["GCS_MGI"]]')
  const path = files.write('cizi.shp', shp)
  expect((await faultOf(load(path))).code).toBe('import.crs-unknown')
  const receipt = await load(path, { crs: 'none' })
  expect(receipt.dataSets[0]?.rows.loaded).toBe(2)
  expect(
    await database.rows('select count(lon) as places, count(geometry_source) as kept from cizi'),
  ).toEqual([{ places: 0, kept: 2 }])
})

const feed = {
  'agency.txt':
    'agency_id,agency_name,agency_url,agency_timezone\n1,Dráha,https://example.org,Europe/Prague\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\n007,"Brno, hlavní",49.19,16.61\n8,Kyjov,49.01,17.12\n',
  'routes.txt': 'route_id,agency_id,route_short_name,route_type\n01,1,S3,2\n',
  'trips.txt': 'route_id,service_id,trip_id\n01,X,t1\n01,X,t2\n99,X,t3\n',
  'stop_times.txt':
    '"trip_id","arrival_time","departure_time","stop_id","stop_sequence"\r\n"t1","8:15:00","08:16:30","007","1"\r\n"t1","34:50:00","34:50:00","8","2"\r\n"t9","7:00","7:00:00","8","1"\r\n"t2","","","5","1"\r\n',
  'calendar_dates.txt': 'service_id,date,exception_type\nX,20241126,1\n',
}

test('a feed: every file a data set, ids text, times past midnight in seconds, loose ends said', async () => {
  const folder = join(files.path, 'feed')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(feed)) writeFileSync(join(folder, name), text)
  const receipt = await load(folder)
  const loaded = receipt.dataSets.map(({ name, rows }) => [name, rows.read, rows.loaded])
  expect(loaded).toEqual([
    ['feed_agency', 1, 1],
    ['feed_stops', 2, 2],
    ['feed_routes', 1, 1],
    ['feed_trips', 3, 3],
    ['feed_stop_times', 4, 4],
    ['feed_calendar_dates', 1, 1],
  ])
  const found = receipt.dataSets.flatMap(({ name, problems }) =>
    problems.map(({ code, count, example_line, column, subject }) => [
      name,
      code,
      count,
      example_line,
      column,
      subject,
    ]),
  )
  expect(found).toEqual(
    expect.arrayContaining([
      ['feed_trips', 'gtfs.dangling', 1, 4, 'route_id', 'routes.txt'],
      ['feed_stop_times', 'gtfs.dangling', 1, 4, 'trip_id', 'trips.txt'],
      ['feed_stop_times', 'gtfs.dangling', 1, 5, 'stop_id', 'stops.txt'],
      ['feed_stop_times', 'gtfs.time-unreadable', 1, 4, 'arrival_time', undefined],
    ]),
  )
  expect(found.some(([, code]) => code === 'gtfs.no-calendar')).toBe(true)
  const times = await database.rows(
    `select trip_id, stop_id, arrival_time, arrival_seconds, departure_seconds, stop_sequence
     from feed_stop_times order by trip_id, stop_sequence`,
  )
  expect(times.map((row) => Object.values(row))).toEqual([
    ['t1', '007', '8:15:00', 29700, 29790, 1],
    ['t1', '8', '34:50:00', 125400, 125400, 2],
    ['t2', '5', null, null, null, 1],
    ['t9', '8', '7:00', null, 25200, 1],
  ])
  expect(
    await database.rows('select stop_id, stop_lat, typeof(stop_lat) as t from feed_stops order by 1'),
  ).toEqual([
    { stop_id: '007', stop_lat: 49.19, t: 'DOUBLE' },
    { stop_id: '8', stop_lat: 49.01, t: 'DOUBLE' },
  ])
  expect(await database.rows("select date = date '2024-11-26' as same from feed_calendar_dates")).toEqual([
    { same: true },
  ])
})

test('a feed opened by one of its files is named after its folder', async () => {
  const folder = join(files.path, 'vlaky 2024')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(feed)) writeFileSync(join(folder, name), text)
  const receipt = await load(join(folder, 'stops.txt'), { only: ['stops'] })
  expect(receipt.dataSets.map(({ name }) => name)).toEqual(['vlaky_2024_stops'])
})

test('the preview of a feed shows every column under its own name, seconds beside the times', async () => {
  const path = join(files.path, 'vlaky 2024', 'stop_times.txt')
  const { columns, sample } = await inspectFile(path, { only: ['stop_times'] }, quietJob)
  const [first] = sample
  expect(Object.fromEntries(columns.map(({ name }, i) => [name, first?.[i]]))).toEqual({
    trip_id: 't1',
    arrival_time: '8:15:00',
    arrival_seconds: '29700',
    departure_time: '08:16:30',
    departure_seconds: '29790',
    stop_id: '007',
    stop_sequence: '1',
  })
})

test('a feed in a zip is the same feed', async () => {
  const zip = makeZip(Object.entries(feed).map(([name, content]) => ({ name, content })))
  const receipt = await load(files.write('jizdni rad.zip', zip))
  expect(receipt.dataSets.map(({ name }) => name)).toEqual([
    'jizdni_rad_agency',
    'jizdni_rad_stops',
    'jizdni_rad_routes',
    'jizdni_rad_trips',
    'jizdni_rad_stop_times',
    'jizdni_rad_calendar_dates',
  ])
})

test('a folder with other tables called trips and stops is no feed', async () => {
  const folder = join(files.path, 'výlety')
  mkdirSync(folder)
  for (const name of ['stops.txt', 'routes.txt', 'trips.txt']) writeFileSync(join(folder, name), 'a;b\n1;2\n')
  const receipt = await load(folder)
  expect(receipt.dataSets).toHaveLength(3)
  expect(receipt.dataSets[0]?.columns.map(({ name }) => name)).toEqual(['a', 'b'])
})
