import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'

const folder = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  folder.remove()
})

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const context = 'http://www.w3.org/ns/csvw'
const json = (value: object) => JSON.stringify({ '@context': context, ...value })

// A small code list in the shape that Czech open formal norms prescribe; written for this test.
const codeList = {
  '@context': [context, { '@language': 'cs' }],
  url: 'číselník-služeb.csv',
  tableSchema: {
    columns: [
      { name: 'polozka', titles: 'položka', datatype: 'anyURI', propertyUrl: 'rdf:type', required: true },
      {
        name: 'polozka_kod',
        titles: 'položka_kód',
        datatype: 'string',
        propertyUrl: 'skos:notation',
        required: true,
      },
      { name: 'polozka_nazev_cs', titles: 'položka_název_cs', lang: 'cs', propertyUrl: 'skos:prefLabel' },
      { name: 'polozka_nazev_en', titles: 'položka_název_en', lang: 'en', propertyUrl: 'skos:prefLabel' },
      {
        name: 'platnost_zacatek',
        titles: 'platnost_začátek_datum',
        datatype: { base: 'date', format: 'yyyy-MM-dd' },
      },
      {
        name: 'platnost_konec',
        titles: 'platnost_konec_datum',
        datatype: { base: 'date', format: 'd.M.yyyy' },
      },
      { name: 'konec_nespecifikovany', titles: 'platnost_konec_nespecifikovaný', datatype: 'boolean' },
      { virtual: true, propertyUrl: 'skos:inScheme', valueUrl: '{+polozka}' },
    ],
    primaryKey: 'polozka',
  },
}

test('a code list: titles are labels, ASCII names, codes keep zeros, validity is dates and truth', async () => {
  folder.write('číselník-služeb.csv-metadata.json', JSON.stringify(codeList))
  const path = folder.write(
    'číselník-služeb.csv',
    'položka,položka_kód,položka_název_cs,položka_název_en,platnost_začátek_datum,platnost_konec_datum,platnost_konec_nespecifikovaný\n' +
      'https://example.cz/064,064,domácí péče,home care,2009-01-01,1.2.2020,\n' +
      'https://example.cz/068,068,jesle,nursery,2010-05-01,,true',
  )
  const preview = await inspectFile(path, {}, quietJob)
  expect(preview.dialect).toMatchObject({
    format: 'csvw',
    facts: { metadata: 'číselník-služeb.csv-metadata.json', languages: 'cs, en' },
  })
  const { dataSets } = await load(path, { name: 'sluzby' })
  const [set] = dataSets
  expect(set?.rows).toEqual({ read: 2, loaded: 2, rejected: 0, preamble: 0, footer: 0 })
  expect(set?.columns.map(({ name, label, type, role }) => [name, label, type, role])).toEqual([
    ['polozka', 'položka', 'text', 'identifier'],
    ['polozka_kod', 'položka_kód', 'code', 'identifier'],
    ['polozka_nazev_cs', 'položka_název_cs', 'text', 'text'],
    ['polozka_nazev_en', 'položka_název_en', 'text', 'text'],
    ['platnost_zacatek', 'platnost_začátek_datum', 'date', expect.any(String)],
    ['platnost_konec', 'platnost_konec_datum', 'date', expect.any(String)],
    ['konec_nespecifikovany', 'platnost_konec_nespecifikovaný', 'boolean', expect.any(String)],
  ])
  expect(set?.problems).toEqual([expect.objectContaining({ code: 'csvw.virtual-columns', count: 1 })])
  const rows = await database.rows(
    `select polozka_kod as kod, platnost_zacatek::varchar as od, platnost_konec::varchar as "do", konec_nespecifikovany as n from sluzby order by 1`,
  )
  expect(rows).toEqual([
    { kod: '064', od: '2009-01-01', do: '2020-02-01', n: null },
    { kod: '068', od: '2010-05-01', do: null, n: true },
  ])
})

test('formats are read as declared: marks of numbers, dates without separators, own words for truth, own marks for missing', async () => {
  const columns = [
    { titles: 'kód', name: 'kod', datatype: 'string' },
    {
      titles: 'částka',
      name: 'castka',
      datatype: { base: 'decimal', format: { decimalChar: ',', groupChar: '.' } },
      null: ['xx', ''],
    },
    { titles: 'den', name: 'den', datatype: { base: 'date', format: 'yyyyMMdd' } },
    { titles: 'platí', name: 'plati', datatype: { base: 'boolean', format: 'P|Z' } },
    { titles: 'podíl', name: 'podil', datatype: { base: 'decimal', format: '0.0%' } },
    { titles: 'kdy', name: 'kdy', datatype: { base: 'dateTime', format: 'd/M/yyyy HH:mm' } },
  ]
  folder.write('formats-metadata.json', json({ url: 'formats.csv', tableSchema: { columns } }))
  const path = folder.write(
    'formats.csv',
    'kód,částka,den,platí,podíl,kdy\n7,"1.234,5",20240131,P,12.5%,3/4/2024 08:15\n8,xx,20240201,Z,0.5%,13/4/2024 18:00\n9,"12",20241301,N,1,5/5/2024 24:61\n',
  )
  const [set] = (await load(path)).dataSets
  expect(set?.columns.map(({ type }) => type)).toEqual([
    'code',
    'number',
    // The status of the amount, because a mark for missing was declared.
    'text',
    'date',
    'boolean',
    'number',
    'timestamp',
  ])
  expect(
    await database.rows(
      'select kod, castka, den::varchar as den, plati, podil, kdy::varchar as kdy from formats order by kod',
    ),
  ).toEqual([
    { kod: '7', castka: 1234.5, den: '2024-01-31', plati: true, podil: 0.125, kdy: '2024-04-03 08:15:00' },
    { kod: '8', castka: null, den: '2024-02-01', plati: false, podil: 0.005, kdy: '2024-04-13 18:00:00' },
    { kod: '9', castka: 12, den: null, plati: null, podil: null, kdy: null },
  ])
  expect(await database.rows('select castka, den, podil from raw.formats order by kod')).toContainEqual({
    castka: '12',
    den: '20241301',
    podil: '1',
  })
  const wrong = set?.problems.filter(({ code }) => code === 'csvw.cell-value')
  expect(wrong?.map(({ column, count, example_line }) => [column, count, example_line])).toEqual([
    ['den', 1, 4],
    ['plati', 1, 4],
    ['podil', 1, 4],
    ['kdy', 1, 4],
  ])
})

const group = {
  tables: [
    {
      url: 'https://example.org/data/pobocky.csv',
      tableSchema: {
        columns: [
          { name: 'id', titles: 'id', datatype: 'string' },
          { name: 'obec', titles: 'obec', datatype: 'string' },
          { name: 'pohlavi', titles: 'pohlaví', datatype: { base: 'string', format: '1|2' } },
        ],
        primaryKey: 'id',
        foreignKeys: [
          {
            columnReference: 'obec',
            reference: { resource: 'https://example.org/data/obce.csv', columnReference: 'kod' },
          },
        ],
      },
    },
    {
      url: 'https://example.org/data/obce.csv',
      tableSchema: {
        columns: [
          { name: 'kod', titles: 'kód', datatype: 'string' },
          { name: 'nazev', titles: 'název' },
        ],
      },
    },
    { url: 'https://example.org/data/chybi.csv' },
  ],
}

test('opened metadata load all their tables that are here; keys and references are checked, remote addresses are names', async () => {
  folder.write('pobocky.csv', 'id,obec,pohlaví\n1,0101,1\n2,0102,2\n2,0109,3\n4,,1\n')
  folder.write('obce.csv', 'kód,název\n0101,Horní Lhota\n0102,Dolní Lhota\n')
  const path = folder.write('skupina.json', json(group))
  const receipt = await load(path)
  expect(receipt.dataSets.map(({ name, rows }) => [name, rows.loaded])).toEqual([
    ['pobocky', 4],
    ['obce', 2],
  ])
  const codes = receipt.dataSets.flatMap(({ problems }) => problems)
  expect(codes).toContainEqual({
    code: 'csvw.reference-missing',
    count: 1,
    example_line: 4,
    column: 'obec',
    subject: 'obce.csv',
  })
  expect(codes).toContainEqual(
    expect.objectContaining({ code: 'csvw.key-repeated', count: 1, example_line: 4, column: 'id' }),
  )
  expect(codes).toContainEqual(
    expect.objectContaining({ code: 'csvw.cell-value', count: 1, example_line: 4, column: 'pohlavi' }),
  )
  expect(codes).toContainEqual(expect.objectContaining({ code: 'csvw.table-missing', subject: 'chybi.csv' }))
  expect(await database.rows('select obec from pobocky where obec is not null order by 1')).toEqual([
    { obec: '0101' },
    { obec: '0102' },
    { obec: '0109' },
  ])
})

test('what the file is really like is stronger than a dialect the metadata do not state', async () => {
  const columns = [
    { titles: 'kód', name: 'kod' },
    { titles: 'počet', name: 'pocet', datatype: 'integer' },
  ]
  folder.write('strednik.csv-metadata.json', json({ url: 'strednik.csv', tableSchema: { columns } }))
  const path = folder.write('strednik.csv', 'kód;počet\nA;1\nB;2\n', 'windows-1250')
  const [set] = (await load(path)).dataSets
  expect(set?.problems).toContainEqual(
    expect.objectContaining({ code: 'csvw.dialect-differs', subject: ';' }),
  )
  expect(await database.rows('select sum(pocet) as n from strednik')).toEqual([{ n: 3 }])
})

test('columns in another order are matched by title, a header not described stands for itself', async () => {
  const columns = [
    { titles: 'a', name: 'first', datatype: 'integer' },
    { titles: 'b', name: 'second', datatype: 'string' },
  ]
  folder.write('poradi.csv-metadata.json', json({ url: 'poradi.csv', tableSchema: { columns } }))
  const path = folder.write('poradi.csv', 'b,a,c\n007,1,x\n')
  const [set] = (await load(path)).dataSets
  expect(set?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['second', 'code'],
    ['first', 'integer'],
    ['c', 'text'],
  ])
  const codes = set?.problems.map(({ code }) => code)
  expect(codes).toContain('csvw.columns-order')
  expect(codes).toContain('csvw.columns-number')
})

test('metadata that describe another file are not used; those of a renamed file are, and say so', async () => {
  folder.write('jiny.csv-metadata.json', json({ url: 'pobocky.csv' }))
  const other = await inspectFile(folder.write('jiny.csv', 'a,b\n1,2\n'), {}, quietJob)
  expect(other.dialect).toMatchObject({ format: 'delimited' })
  const columns = [
    { titles: 'a', name: 'x', datatype: 'string' },
    { titles: 'b', name: 'y' },
  ]
  const meta = folder.write('novy.csv-metadata.json', json({ url: 'stary.csv', tableSchema: { columns } }))
  const path = folder.write('novy.csv', 'a,b\n1,2\n')
  for (const opened of [path, meta]) {
    const preview = await inspectFile(opened, {}, quietJob)
    expect(preview.columns.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ code: 'csvw.metadata-renamed', subject: 'stary.csv' }),
    )
  }
})

test('a person may say another type, or that the file is plain CSV', async () => {
  const path = folder.write('slovo.csv', 'a,b\n1,2\n')
  const columns = [
    { titles: 'a', datatype: 'string' },
    { titles: 'b', datatype: 'string' },
  ]
  folder.write('slovo.csv-metadata.json', json({ url: 'slovo.csv', tableSchema: { columns } }))
  const said = await inspectFile(path, { columns: { b: { type: 'integer' } } }, quietJob)
  expect(said.columns.map(({ type }) => type)).toEqual(['code', 'integer'])
  const plain = await inspectFile(path, { format: 'delimited' }, quietJob)
  expect(plain.columns.map(({ type }) => type)).toEqual(['integer', 'integer'])
})

test('metadata without a table here, broken metadata, format asked for without metadata: one clear fault each', async () => {
  const lonely = folder.write('sama.json', json({ url: 'neni.csv' }))
  expect((await faultOf(inspectFile(lonely, {}, quietJob))).code).toBe('import.csvw-no-tables')
  const broken = folder.write('rozbita.json', `{"@context": "${context}", "tables": [`)
  expect((await faultOf(inspectFile(broken, {}, quietJob))).code).toBe('import.csvw-no-tables')
  const bare = folder.write('holy.csv', 'a,b\n1,2\n')
  expect((await faultOf(inspectFile(bare, { format: 'csvw' }, quietJob))).code).toBe(
    'import.csvw-no-metadata',
  )
})

test('comments above and between, rows and columns to be skipped', async () => {
  const columns = [
    { titles: 'kód', name: 'kod', datatype: 'string' },
    { titles: 'počet', name: 'pocet', datatype: 'integer' },
  ]
  const dialect = { commentPrefix: '#', skipRows: 1, skipColumns: 1 }
  folder.write(
    'komentare.csv-metadata.json',
    json({ url: 'komentare.csv', dialect, tableSchema: { columns } }),
  )
  const path = folder.write('komentare.csv', 'export\n# pozn.\nř,kód,počet\n1,01,5\n# konec měsíce\n2,02,7\n')
  const [set] = (await load(path)).dataSets
  expect(set?.rows).toEqual({ read: 5, loaded: 2, rejected: 0, preamble: 3, footer: 0 })
  expect(set?.columns.map(({ name, label }) => [name, label])).toEqual([
    ['r', 'ř'],
    ['kod', 'kód'],
    ['pocet', 'počet'],
  ])
  expect(set?.problems.map(({ code }) => code)).toEqual(['lines.comment'])
})

test('metadata and tables packed together, in a folder of the archive', async () => {
  const name = 'data/obce.csv'
  const columns = [
    { titles: 'kód', name: 'kod_obce', datatype: 'string' },
    { titles: 'počet', name: 'pocet', datatype: { base: 'decimal', format: { groupChar: ' ' } } },
  ]
  const packed = makeZip([
    { name, content: 'kód,počet\n554782,1 300 000\n' },
    { name: `${name}-metadata.json`, content: json({ url: 'obce.csv', tableSchema: { columns } }) },
  ])
  const receipt = await load(folder.write('balik.zip', packed))
  expect(receipt.dataSets.map(({ rows }) => rows.loaded)).toEqual([1])
  expect(receipt.dataSets[0]?.columns.map((column) => [column.name, column.type])).toEqual([
    ['kod_obce', 'code'],
    ['pocet', 'number'],
  ])
  expect(await database.rows('select kod_obce, pocet from balik')).toEqual([
    { kod_obce: '554782', pocet: 1300000 },
  ])
})

test('a folder takes every file once: those of a described group from their metadata', async () => {
  const place = importFolder()
  place.write('pobocky.csv', 'id,obec,pohlaví\n1,0101,1\n')
  place.write('obce.csv', 'kód,název\n0101,Horní Lhota\n')
  place.write('popis.json', json(group))
  const receipt = await load(place.path, { name: 'slozka' })
  place.remove()
  expect(receipt.dataSets.map(({ name, rows }) => [name, rows.loaded])).toEqual([
    ['slozka_pobocky', 1],
    ['slozka_obce', 1],
  ])
})
