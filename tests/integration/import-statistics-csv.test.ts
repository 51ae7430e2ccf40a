import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { readTables } from '../helpers/read-tables'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

async function load(path: string) {
  const receipt = await database.transaction((within) => loadFile(within, path, {}, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  return { ...dataSet, dialect: receipt.source.dialect }
}

const valuesOf = async (sql: string) => (await database.rows(sql)).map((row) => Object.values(row))
const roles = (columns: readonly { readonly name: string; readonly role: string }[]) =>
  Object.fromEntries(columns.map(({ name, role }) => [name, role]))

test('SDMX-CSV 1.0 of Eurostat: dimensions by their ids, value and flag, CRLF', async () => {
  const path = files.write(
    'ilc.csv',
    [
      'DATAFLOW,LAST UPDATE,freq,age,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
      'ESTAT:ILC_LVPS08(1.0),27/10/23 23:00:00,A,Y18-34,F,PC,CZ,2022,35.40,,',
      'ESTAT:ILC_LVPS08(1.0),27/10/23 23:00:00,A,Y18-34,M,PC,CZ,2022,53.7,b,',
      'ESTAT:ILC_LVPS08(1.0),27/10/23 23:00:00,A,Y18-34,T,PC,CZ,2022,,,C',
    ].join('\r\n'),
  )
  const dataSet = await load(path)
  expect(dataSet.dialect).toMatchObject({ format: 'sdmx-csv', delimiter: ',', facts: { version: '1.0' } })
  expect(dataSet.rows).toEqual({ read: 3, loaded: 3, rejected: 0, preamble: 0, footer: 0 })
  expect(roles(dataSet.columns)).toMatchObject({
    sex: 'sex',
    age: 'age',
    geo: 'territory',
    time_period: 'period',
    obs_value: 'measure',
    obs_status: 'status',
    conf_status: 'status',
  })
  expect(
    await valuesOf('select sex, time_period, obs_value, obs_status, conf_status from ilc order by sex'),
  ).toEqual([
    ['F', '2022', 35.4, null, null],
    ['M', '2022', 53.7, 'b', null],
    ['T', '2022', null, null, 'C'],
  ])
  expect(await valuesOf(`select obs_value from raw."ilc" where sex = 'F'`)).toEqual([['35.40']])
})

test('SDMX-CSV 2.0 with labels in the cells: codes and labels apart, deletions told', async () => {
  const path = files.write(
    'both.csv',
    [
      'STRUCTURE;STRUCTURE_ID;ACTION;SEX: Sex;REF_AREA: Reference area;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS: Status',
      'dataflow;OECD:DF(1.0);I;F: Female;CZ: Czechia;2022;1.5;A: Normal value',
      'dataflow;OECD:DF(1.0);I;M: Male;PL: Poland: whole;2022;2.5;',
      'dataflow;OECD:DF(1.0);D;_T: Total;CZ: Czechia;2022;;',
    ].join('\n'),
  )
  const preview = await inspectFile(path, {}, quietJob)
  const dataSet = await load(path)
  expect(preview.columns.map(({ name }) => name)).toEqual(dataSet.columns.map(({ name }) => name))
  expect(preview.sample[0]?.slice(2, 6)).toEqual(['I', 'F', 'Female', 'CZ'])
  expect(dataSet.problems).toContainEqual({
    code: 'sdmx.deletions',
    count: 1,
    example_line: 4,
    column: 'action',
  })
  expect(
    await valuesOf(
      'select sex, sex_label, ref_area, ref_area_label, time_period, obs_value, obs_status from "both"',
    ),
  ).toEqual([
    ['F', 'Female', 'CZ', 'Czechia', '2022', 1.5, 'A'],
    ['M', 'Male', 'PL', 'Poland: whole', '2022', 2.5, null],
    ['_T', 'Total', 'CZ', 'Czechia', '2022', null, null],
  ])
})

test('SDMX-CSV 2.0 with a column of names after each component', async () => {
  const path = files.write(
    'names.csv',
    [
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,CONF_STATUS',
      'dataflow,ESTAT:X(1.0),"Title, long",A,Annual,CZ,Czechia,2023,,7,,',
      'dataflow,ESTAT:X(1.0),"Title, long",A,Annual,PL,Poland,2023,,8,,',
    ].join('\n'),
  )
  const [table] = await readTables(path)
  expect(table?.names).toEqual([
    'structure',
    'structure_id',
    'structure_name',
    'freq',
    'freq_label',
    'geo',
    'geo_label',
    'time_period',
    'time_period_label',
    'obs_value',
    'obs_value_label',
    'conf_status',
  ])
  expect(table?.records[1]).toMatchObject({ geo: 'PL', geo_label: 'Poland', obs_value: '8' })
})

test('the older Data Explorer: labels, a colon for missing, thousands, windows-1252', async () => {
  const path = files.write(
    'explorer.csv',
    [
      '"TIME","GEO","GEO_LABEL","SEX","Value","Flag and Footnotes"',
      '"2012","HU21","Közép-Dunántúl","Females","1,234.5",""',
      '"2012","HU22","Nyugat-Dunántúl","Females",":","u"',
      '"2013","HU21","Közép-Dunántúl","Males","2,000.0","b"',
    ].join('\r\n'),
    'windows-1252',
  )
  const dataSet = await load(path)
  expect(dataSet.dialect).toMatchObject({ facts: { version: 'Data Explorer' } })
  expect(await valuesOf('select time_period, geo, sex, obs_value, obs_status from explorer')).toEqual([
    ['2012', 'HU21', 'Females', 1234.5, null],
    ['2012', 'HU22', 'Females', null, 'u'],
    ['2013', 'HU21', 'Males', 2000, 'b'],
  ])
})

test('text asked for as SDMX-CSV that is none is refused', async () => {
  const path = files.write('plain.csv', 'a,b\n1,2\n')
  const fault = await faultOf(inspectFile(path, { format: 'sdmx-csv' }, quietJob))
  expect(fault).toMatchObject({ code: 'import.not-sdmx', values: { cell: 'a' } })
})

/** Made after the documentation of ČSÚ's data files: all cells quoted, one value in each record. */
const csu = [
  'idhod,hodnota,stapro_kod,pohlavi_cis,pohlavi_kod,vek_cis,vek_kod,vuzemi_cis,vuzemi_kod,rok,vuzemi_txt,pohlavi_txt,vek_txt',
  '"1","10500","2406","","","","","97","19","2023","Česká republika","",""',
  '"2","5100","2406","102","1","","","97","19","2023","Česká republika","muž",""',
  '"3","5400","2406","102","2","","","97","19","2023","Česká republika","žena",""',
  '"4","700","2406","","","","","100","3018","2023","Kraj Vysočina","",""',
  '"5","","2406","102","2","7700","410005610010000","101","40118","2023","Žďár nad Sázavou","žena","5 až 9 let"',
  '"6","0","2406","102","1","","","43","0500011","2023","Želechovice nad Dřevnicí","muž",""',
]

test.each(['utf-8', 'windows-1250'])(
  'open data of ČSÚ in %s: levels, totals, hidden values, codes',
  async (encoding) => {
    const name = `csu_${encoding.replace('-', '_')}`
    const dataSet = await load(files.write(`${name}.csv`, `${csu.join('\r\n')}\r\n`, encoding))
    expect(dataSet.dialect).toMatchObject({ format: 'csu-csv', delimiter: ',' })
    expect(dataSet.rows).toEqual({ read: 6, loaded: 6, rejected: 0, preamble: 0, footer: 0 })
    expect(roles(dataSet.columns)).toMatchObject({
      idhod: 'identifier',
      hodnota: 'measure',
      hodnota_status: 'status',
      sex: 'sex',
      vek_kod: 'age',
      vuzemi_kod: 'territory',
      rok: 'period',
    })
    expect(
      await valuesOf(
        `select hodnota, hodnota_status, sex, pohlavi_kod, vek_kod, vuzemi_level, vuzemi_kod, vuzemi_txt from ${name} order by idhod`,
      ),
    ).toEqual([
      [10500, null, 'T', null, null, 'state', '19', 'Česká republika'],
      [5100, null, 'M', '1', null, 'state', '19', 'Česká republika'],
      [5400, null, 'F', '2', null, 'state', '19', 'Česká republika'],
      [700, null, 'T', null, null, 'NUTS3', '3018', 'Kraj Vysočina'],
      [null, 'suppressed', 'F', '2', '410005610010000', 'LAU1', '40118', 'Žďár nad Sázavou'],
      [0, null, 'M', '1', null, 'LAU2', '0500011', 'Želechovice nad Dřevnicí'],
    ])
    const codes = dataSet.problems.map(({ code, column }) => [code, column])
    expect(codes).toContainEqual(['csu.mixed-levels', 'vuzemi_level'])
    expect(codes).toContainEqual(['csu.empty-is-total', 'pohlavi_kod'])
  },
)
