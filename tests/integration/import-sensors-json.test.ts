import { afterAll, expect, test } from 'vitest'
import { importFolder } from '../helpers/import-files'
import { readTables } from '../helpers/read-tables'

const files = importFolder()
afterAll(() => files.remove())

const json = (name: string, value: unknown): string => files.write(name, JSON.stringify(value))
const point = { type: 'Point', coordinates: [14.4, 50.1] }
const id = 'urn:ngsi-ld:AirQualityObserved:Praha-1'

/** The same facts in six shapes of NGSI; every one must give the same columns for them. */
const shapes: Readonly<Record<string, unknown>> = {
  'v2 normalised': {
    id,
    type: 'AirQualityObserved',
    no2: {
      type: 'Number',
      value: 69,
      metadata: {
        unitCode: { type: 'Text', value: 'GQ' },
        observedAt: { type: 'DateTime', value: '2024-03-15T11:00:00Z' },
      },
    },
    location: { type: 'geo:json', value: point },
    refDevice: { type: 'Text', value: 'urn:ngsi-ld:Device:1' },
  },
  'LD normalised': {
    id,
    type: 'AirQualityObserved',
    no2: { type: 'Property', value: 69, unitCode: 'GQ', observedAt: '2024-03-15T11:00:00Z' },
    location: { type: 'GeoProperty', value: point },
    refDevice: { type: 'Relationship', object: 'urn:ngsi-ld:Device:1' },
  },
  'LD feature': {
    id,
    type: 'Feature',
    geometry: { type: 'GeoProperty', value: point },
    properties: {
      type: 'AirQualityObserved',
      no2: { type: 'Property', value: 69, unitCode: 'GQ', observedAt: '2024-03-15T11:00:00Z' },
      location: { type: 'GeoProperty', value: point },
      refDevice: { type: 'Relationship', object: 'urn:ngsi-ld:Device:1' },
    },
  },
}

test.each(Object.keys(shapes))('NGSI: %s gives value, unit, time, place and relation', async (shape) => {
  const [one] = await readTables(json('entity.json', shapes[shape]))
  const [list] = await readTables(json('entities.json', [shapes[shape], shapes[shape]]))
  for (const table of [one, list]) {
    expect(table?.table.dialect.format).toBe('ngsi')
    expect(table?.records[0]).toMatchObject({
      id,
      type: 'AirQualityObserved',
      no2: '69',
      no2_unit: 'GQ',
      no2_observed_at: '2024-03-15T11:00:00Z',
      location: JSON.stringify(point),
      refDevice: 'urn:ngsi-ld:Device:1',
    })
    const declared = table?.table.columns.find(({ label }) => label === 'no2')?.declared
    expect(declared?.unit).toBe('GQ')
  }
  expect(list?.rows.length).toBe(2)
})

test('NGSI key-values, values as {@value}, entities with different attributes', async () => {
  const [table] = await readTables(
    json('entities.jsonld', [
      { id, type: 'AirQualityObserved', no2: 69, location: point, '@context': ['https://x/ngsi-ld.jsonld'] },
      { id: `${id}-2`, type: 'AirQualityObserved', pm10: 7.5 },
    ]),
  )
  expect(table?.table.dialect).toMatchObject({ format: 'ngsi', facts: { form: 'NGSI-LD, key-values' } })
  expect(table?.records[0]).toMatchObject({ no2: '69', pm10: null, location: JSON.stringify(point) })
  const [noise] = await readTables(
    json('noise.jsonld', {
      id,
      type: 'NoisePollution',
      from: { type: 'Property', value: { '@type': 'DateTime', '@value': '2022-07-01T10:40:01Z' } },
    }),
  )
  expect(noise?.records).toEqual([{ id, type: 'NoisePollution', from: '2022-07-01T10:40:01Z' }])
})

test('NGSI flattened to text has the names of the JSON forms', async () => {
  const path = files.write(
    'entity.json.csv',
    [
      '"id_", "type_", "no2__type_", "no2__value_", "no2__unitCode_", "address__value__city_", "location__value__coordinates__0_", "location__value__coordinates__1_", "refDevice__object_"',
      `"${id}", "AirQualityObserved", "Property", "69", "GQ", "Praha, 1", "14.40", "50.10", "urn:ngsi-ld:Device:1"`,
    ].join('\n'),
  )
  const [table] = await readTables(path)
  expect(table?.table.dialect.format).toBe('ngsi')
  expect(table?.records).toEqual([
    {
      id,
      type: 'AirQualityObserved',
      no2: '69',
      no2_unit: 'GQ',
      'address.city': 'Praha, 1',
      'location.longitude': '14.40',
      'location.latitude': '50.10',
      refDevice: 'urn:ngsi-ld:Device:1',
    },
  ])
})

const stream = {
  '@iot.id': 7,
  name: 'PM10 at the station',
  unitOfMeasurement: { name: 'microgram', symbol: 'µg/m3', definition: 'ucum:ug/m3' },
  ObservedProperty: { '@iot.id': 'pm10', name: 'PM10' },
}

test('SensorThings: a page of observations with expanded datastreams', async () => {
  const path = files.write(
    'page.json',
    `{"@iot.count":2,"@iot.nextLink":"https://x/v1.1/Observations?$skip=2","value":[
      {"@iot.id":1,"@iot.selfLink":"https://x","phenomenonTime":"2024-01-01T00:00:00Z/2024-01-01T01:00:00Z",
       "result":1.50,"Datastream":${JSON.stringify(stream)}},
      {"@iot.id":2,"phenomenonTime":"2024-01-01T01:00:00+02:00","result":2,"Datastream":{"@iot.id":7}}]}`,
  )
  const tables = await readTables(path)
  expect(tables.map(({ id: set }) => set)).toEqual(['Observations', 'Datastreams', 'ObservedProperties'])
  expect(tables[0]?.records).toEqual([
    {
      id: '1',
      datastream_id: '7',
      datastream_name: 'PM10 at the station',
      observed_property: 'PM10',
      phenomenon_start: '2024-01-01T00:00:00Z',
      phenomenon_end: '2024-01-01T01:00:00Z',
      result: '1.50',
      unit: 'µg/m3',
      thing_id: null,
    },
    expect.objectContaining({ id: '2', unit: 'µg/m3', phenomenon_end: null, result: '2' }),
  ])
  expect(tables[0]?.table.columns.find(({ label }) => label === 'result')?.declared).toEqual({
    role: 'measure',
    unit: 'µg/m3',
  })
})

test('SensorThings: arrays of observations in a response and in a post', async () => {
  const components = ['phenomenonTime', 'result', 'FeatureOfInterest/id']
  const dataArray = [
    ['2010-12-23T10:20:00Z', 20, 1],
    ['2010-12-23T10:21:00Z', null, 1],
  ]
  const response = {
    value: [{ 'Datastream@iot.navigationLink': 'https://x/Datastreams(673)', components, dataArray }],
  }
  const post = [
    { Datastream: { '@iot.id': 'a' }, components, 'dataArray@iot.count': 2, dataArray },
    { Datastream: { '@iot.id': 'b' }, components, dataArray: dataArray.slice(0, 1) },
  ]
  const [got] = await readTables(json('response.json', response))
  expect(
    got?.records.map((each) => [each['datastream_id'], each['result'], each['feature_of_interest_id']]),
  ).toEqual([
    ['673', '20', '1'],
    ['673', null, '1'],
  ])
  const [posted] = await readTables(json('post.json', post))
  expect(posted?.records.map((each) => each['datastream_id'])).toEqual(['a', 'a', 'b'])
})

test('SensorThings: things written out with all inside them, and a batch that refers to its own parts', async () => {
  const { ObservedProperty, ...plain } = stream
  const { '@iot.id': _, ...fresh } = plain
  const thing = {
    name: 'Station',
    Locations: [{ name: 'Square', encodingType: 'application/geo+json', location: point }],
    Datastreams: [
      {
        ...fresh,
        name: 'one',
        ObservedProperty,
        Observations: [{ phenomenonTime: '2015-03-03T00:00:00Z', result: 3 }],
      },
      { ...fresh, name: 'two', ObservedProperty, Observations: [{ result: 4 }, { result: 5 }] },
    ],
  }
  const tables = await readTables(json('thing.json', thing))
  expect(tables.map(({ id: set, rows }) => [set, rows.length])).toEqual([
    ['Observations', 3],
    ['Datastreams', 2],
    ['Things', 1],
    ['Locations', 1],
    ['ObservedProperties', 1],
  ])
  expect(
    tables[0]?.records.map((each) => [each['thing_id'], each['datastream_name'], each['result']]),
  ).toEqual([
    ['#1', 'one', '3'],
    ['#1', 'two', '4'],
    ['#1', 'two', '5'],
  ])
  const batch = {
    requests: [
      { id: 'place', method: 'post', url: 'Locations', body: { name: 'Square', location: point } },
      {
        id: 't1',
        method: 'post',
        url: 'Things',
        body: { name: 'Station', Locations: [{ '@iot.id': '$place' }] },
      },
      { id: 'ds', method: 'post', url: 'Datastreams', body: { ...fresh, Thing: { '@iot.id': '$t1' } } },
      { id: 'o', method: 'post', url: 'Datastreams($ds)/Observations', body: { result: 1 } },
      { id: 'user', method: 'post', url: 'Users', body: { username: 'a', userpass: 'secret' } },
    ],
  }
  const read = await readTables(json('batch.json', batch))
  expect(read.map(({ id: set, rows }) => [set, rows.length])).toEqual([
    ['Observations', 1],
    ['Datastreams', 1],
    ['Things', 1],
    ['Locations', 1],
    ['requests', 5],
  ])
  expect(read[0]?.records[0]).toMatchObject({ datastream_id: 'ds', thing_id: 't1', unit: 'µg/m3' })
  expect(read[3]?.records[0]).toMatchObject({ id: 'place', name: 'Square', thing_id: 't1' })
  expect(JSON.stringify(read.map(({ rows }) => rows))).not.toContain('secret')
})
