import { afterAll, expect, test } from 'vitest'
import { importFolder, quietJob } from '../helpers/import-files'
import { faultIn, readTables } from '../helpers/read-tables'

const files = importFolder()
afterAll(() => files.remove())

const json = (name: string, value: unknown): string => files.write(name, JSON.stringify(value))

test('an array of objects: columns of all records in order of first appearance, numbers as written', async () => {
  const path = files.write(
    'people.json',
    '[{"id":1,"value":0.10},{"id":12345678901234567890,"note":"","deep":{"a":{"b":1e400}},"value":null}]',
  )
  const [table] = await readTables(path)
  expect(table?.names).toEqual(['id', 'value', 'note', 'deep.a.b'])
  expect(table?.rows).toEqual([
    ['1', '0.10', null, null],
    ['12345678901234567890', null, '', '1e400'],
  ])
  expect(table?.lines).toEqual([1, 2])
})

test('objects in records stay JSON text by choice', async () => {
  const path = files.write('nested.json', '[{"a":{"b":1.50,"c":["x"]}}]')
  const [table] = await readTables(path, { flatten: false })
  expect(table?.records).toEqual([{ a: '{"b":1.50,"c":["x"]}' }])
})

test('records at a path; lists of objects in records are tables linked to them; the envelope is offered', async () => {
  const path = json('response.json', {
    count: 2,
    next: null,
    results: [
      { tags: ['a', 'b'], readings: [{ k: 1 }, { k: 2, more: [{ x: 1 }] }], id: 'S1' },
      { id: 'S2', readings: [] },
    ],
  })
  const tables = await readTables(path)
  expect(tables.map(({ id, byDefault, rows }) => [id, byDefault, rows.length])).toEqual([
    ['results', true, 2],
    ['results.readings', true, 2],
    ['results.readings.more', false, 1],
    ['$', false, 1],
  ])
  expect(tables[0]?.records[0]).toMatchObject({ id: 'S1', tags: '["a","b"]' })
  expect(tables[0]?.records[1]).toMatchObject({ id: 'S2', tags: null, readings: '[]' })
  expect(tables[1]?.records).toEqual([
    { parent_record: '1', parent_id: 'S1', k: '1', more: null },
    { parent_record: '1', parent_id: 'S1', k: '2', more: '[{"x":1}]' },
  ])
})

test('a map of objects becomes rows with their key; one record with lists inside is a row as well', async () => {
  const map = json('map.json', { S1: { pm10: 1, pm25: 2 }, S2: { pm10: 3 } })
  const [rows] = await readTables(map)
  expect(rows?.records).toEqual([
    { key: 'S1', pm10: '1', pm25: '2' },
    { key: 'S2', pm10: '3', pm25: null },
  ])
  const entry = json('entry.json', {
    '@context': 'https://ofn.example/context.jsonld',
    iri: 'https://data.example/1',
    název: { cs: 'Jízdní řády', en: 'Timetables' },
    distribuce: [{ typ: 'Distribuce' }],
  })
  const [head, lists] = await readTables(entry)
  expect(head?.names).toEqual(['iri', 'název.cs', 'název.en', '@context'])
  expect(lists?.records).toEqual([{ typ: 'Distribuce' }])
})

test('more keys than any record has fields are keys of rows', async () => {
  const entries = Array.from({ length: 3000 }, (_, i) => [`key${i}`, { value: i }] as const)
  const [table] = await readTables(json('many.json', Object.fromEntries(entries)))
  expect(table?.rows.length).toBe(3000)
  expect(table?.rows[2999]).toEqual(['key2999', '2999'])
})

test('rows of cells, with and without a first row of names; plain values; a single value; nothing', async () => {
  const [named] = await readTables(
    json('rows.json', [
      ['name', 'age'],
      ['A', 1],
      ['B', 2],
    ]),
  )
  expect(named?.table.columns.map(({ label }) => label)).toEqual(['name', 'age'])
  expect(named?.rows).toEqual([
    ['A', '1'],
    ['B', '2'],
  ])
  expect(named?.table.header).toBe(1)
  const [bare] = await readTables(
    json('bare.json', [
      [1, 2],
      [3, 4, 5],
    ]),
  )
  expect(bare?.rows).toEqual([
    ['1', '2', null],
    ['3', '4', '5'],
  ])
  const [values] = await readTables(json('values.json', ['a', null, { b: 1 }, [2]]))
  expect(values?.names).toEqual(['b', 'value'])
  expect(values?.rows).toEqual([
    [null, 'a'],
    [null, null],
    ['1', null],
    [null, '[2]'],
  ])
  expect((await readTables(files.write('one.json', ' 42 ')))[0]?.records).toEqual([{ value: '42' }])
  expect((await readTables(files.write('empty.json', '[]')))[0]).toMatchObject({ names: ['value'], rows: [] })
  expect((await readTables(files.write('nothing.json', '{}')))[0]?.records).toEqual([{ value: '{}' }])
})

test('a key met twice in one object has a column for each, and is told', async () => {
  const [table] = await readTables(files.write('twice.json', '[{"a":1},\n{"a":2,"a":3}]'))
  expect(table?.rows).toEqual([
    ['1', null],
    ['2', '3'],
  ])
  expect(table?.table.problems).toEqual([{ code: 'json.repeated-keys', count: 1, example_line: 2 }])
})

test('JSON Lines: blank lines, a broken line is a reject, records are numbered by lines', async () => {
  const path = files.write('log.jsonl', '{"a":1}\n\n{"a":2,\n{"a":3} {"a":4}\r\n{"b":5}')
  const [table] = await readTables(path)
  expect(table?.rows).toEqual([
    ['1', null],
    ['3', null],
    ['4', null],
    [null, '5'],
  ])
  expect(table?.rejects).toMatchObject([{ line: 3, raw: '{"a":2,', reason: 'not-json' }])
  expect(table?.lines).toEqual([1, 4, 4, 5])
})

test('values one after the other, over several lines, in a file called .json', async () => {
  const lines = await readTables(files.write('lines.json', '{"a":1}\n{"a":2}\n'))
  expect(lines[0]?.rows).toEqual([['1'], ['2']])
  const pretty = await readTables(files.write('pretty.json', '{\n "a":1\n}\n{\n "a":2\n}\n'))
  expect(pretty[0]?.rows).toEqual([['1'], ['2']])
  expect(await faultIn(files.write('two.json', '[][]'))).toBe('import.json-invalid 1:3 more')
})

test('UTF-8 with a mark, UTF-16, windows-1250; broken characters cost their record', async () => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const path = files.write(`${encoding}.json`, '\ufeff[{"město":"Žďár"}]', encoding)
    expect((await readTables(path))[0]?.records).toEqual([{ město: 'Žďár' }])
  }
  const marked = files.write('marked.json', '\ufeff[{"město":"Žďár"}]')
  expect((await readTables(marked))[0]?.records).toEqual([{ město: 'Žďár' }])
  const czech = '[{"město":"Žďár nad Sázavou"},{"město":"Příbram"},{"město":"Kutná Hora"}]'
  const old = files.write('old.json', czech, 'windows-1250')
  expect((await readTables(old))[0]?.rows[0]).toEqual(['Žďár nad Sázavou'])
  const records = Array.from({ length: 60 }, (_, i) => `{"n":"č${i}"}`).join(',')
  const broken = Buffer.concat([Buffer.from(`[${records},{"n":"`), Buffer.of(0xff), Buffer.from('"}]')])
  const [table] = await readTables(files.write('broken.json', broken))
  expect(table?.rows.length).toBe(60)
  expect(table?.rejects).toMatchObject([{ line: 61, reason: 'broken-characters' }])
})

test('what is no JSON gives one fault with its place', async () => {
  expect(await faultIn(files.write('cut.json', '[{"a":1},\n{"a":'))).toBe('import.json-invalid 2:6 end')
  expect(await faultIn(files.write('page.json', '<html></html>'))).toBe('import.json-invalid 1:1 value')
  expect(await faultIn(files.write('deep.json', '['.repeat(100_000)))).toBe('import.json-too-deep 1:513')
  const open = '[{"":'.repeat(50_000)
  expect(await faultIn(files.write('deep-objects.json', open))).toMatch(/^import\.json-too-deep/)
})

test('text that only begins with a bracket is no JSON', async () => {
  const path = files.write('notes.csv', '[a],b\n1,2\n3,4\n')
  const [table] = await readTables(path)
  expect(table?.table.dialect.format).toBe('delimited')
})

test('GeoJSON: properties are columns, the geometry text as read', async () => {
  const path = files.write(
    'stations.geojson',
    `{"type":"FeatureCollection","features":[
      {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[14.3801160,50.0843850]},
       "properties":{"id":"A","m":{"index":"1A","components":[{"type":"NO2","value":12.9},{"type":"PM10","value":3.9}]}}},
      {"type":"Feature","geometry":null,"properties":null}]}`,
  )
  const tables = await readTables(path, { format: 'json' })
  const [features, components] = tables
  expect(features?.table.dialect.format).toBe('geojson')
  expect(features?.records).toEqual([
    {
      feature_id: '7',
      id: 'A',
      'm.index': '1A',
      'm.components': '[{"type":"NO2","value":12.9},{"type":"PM10","value":3.9}]',
      geometry: '{"type":"Point","coordinates":[14.3801160,50.0843850]}',
    },
    { feature_id: null, id: null, 'm.index': null, 'm.components': null, geometry: null },
  ])
  expect(components?.records.map((each) => [each['parent_record'], each['type'], each['value']])).toEqual([
    ['1', 'NO2', '12.9'],
    ['1', 'PM10', '3.9'],
  ])
})

test('what JSON says by its types is declared: codes of digits and a letter are texts', async () => {
  const path = json('index.json', [
    { index: '1A', hours: '3', list: [{ a: 1 }] },
    { index: '2B', hours: '24', list: [] },
  ])
  const [records, list] = await readTables(path)
  expect(records?.table.columns).toEqual([
    { label: 'index', declared: { type: 'text' } },
    { label: 'hours' },
    { label: 'list' },
  ])
  expect(list?.table.columns[0]).toEqual({
    label: 'parent_record',
    declared: { type: 'integer', role: 'identifier' },
  })
})

test('a cancel is noticed while a large file is read', async () => {
  const record = JSON.stringify({ text: 'x'.repeat(1000) })
  const path = files.write('large.json', `[${Array.from({ length: 8000 }, () => record).join(',')}]`)
  const [table] = await readTables(path)
  expect(table?.rows.length).toBe(8000)
  const controller = new AbortController()
  let batches = 0
  const { openPlace } = await import('../../main/ingest/formats/place')
  const { jsonFamily } = await import('../../main/ingest/json')
  const place = await openPlace(path)
  const contents = await jsonFamily[0]?.open(place, {}, quietJob, () => {})
  const job = { signal: controller.signal, report: () => {} }
  const sink = {
    rows: async () => {
      batches++
    },
    rejects: async () => {},
  }
  const work = contents?.tables[0]?.read(sink, job, (share) => {
    if (share > 0.3) controller.abort()
  })
  await expect(work).rejects.toThrow()
  expect(batches).toBe(0)
  await place.close()
})
