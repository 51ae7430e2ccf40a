import iconv from 'iconv-lite'

const towns = ['Žďár nad Sázavou', 'Łódź', 'Bílovec', 'Kédange', 'Ústí', 'Český Těšín']
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)
const town = (i: number): string => towns[i % towns.length] ?? ''

const rows = (count: number, delimiter: string, decimal: string): string =>
  range(count)
    .map((i) =>
      [
        `0${5000 + i}`,
        `"${town(i)}"`,
        2000 + (i % 20),
        `${i * 7}${decimal}${i % 10}`,
        i % 3 === 0 ? '' : 'x',
      ].join(delimiter),
    )
    .join('\r\n')

const delimited = (count: number, delimiter = ';', decimal = ','): string =>
  `kod${delimiter}nazev${delimiter}rok${delimiter}hodnota${delimiter}pozn\r\n${rows(count, delimiter, decimal)}\r\n`

const stacked = `Tabulka 1: obyvatelé;;\nkraj;muži;ženy\n${range(12)
  .map((i) => `CZ0${i};${i * 3};${i * 4}`)
  .join('\n')}\n\nTabulka 2: byty;;\nkraj;počet;plocha\n${range(12)
  .map((i) => `CZ0${i};${i};${i * 50}`)
  .join('\n')}\nZdroj: vlastní výpočet;;\n`
const quoted = `id,text,n\n${range(60)
  .map((i) => `${i},"řádek ${i}\nje ""na"" dvou, řádcích",${i / 4}`)
  .join('\n')}\n`
const wide = `geo,${range(80)
  .map((i) => 1940 + i)
  .join(',')}\n${range(15)
  .map(
    (i) =>
      `CZ${i},${range(80)
        .map((j) => i * j)
        .join(',')}`,
  )
  .join('\n')}\n`
const fixed = range(80)
  .map(
    (i) =>
      `${String(i).padStart(6)}${town(i).padEnd(20)}${String(i * 12.5).padStart(10)}${i % 2 === 0 ? 'A' : 'B'}`,
  )
  .join('\n')

const eurostat = `freq,unit,sex,geo\\TIME_PERIOD\t2021 \t2022 \t2023 \n${range(40)
  .map((i) => `A,PC,${'FMT'[i % 3]},CZ${10 + i}\t${i}.1 \t: \t${i}.5 b`)
  .join('\n')}\n`
const oldEurostat = `age,sex,geo\\time\t2013 \t2012 \n${range(30)
  .map((i) => `Y_GE15,${'FM'[i % 2]},CZ${i}\t${i}.4 u\t: \n`)
  .join('')}`
const sdmx = `DATAFLOW,LAST UPDATE,freq,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n${range(50)
  .map(
    (i) => `ESTAT:X(1.0),27/10/23 23:00:00,A,${'FMT'[i % 3]},CZ,${1990 + i},${i}.5,${i % 7 === 0 ? 'e' : ''}`,
  )
  .join('\n')}\n`
const sdmx2 = `STRUCTURE,STRUCTURE_ID,ACTION,FREQ,GEO,TIME_PERIOD,OBS_VALUE\n${range(30)
  .map((i) => `dataflow,ESTAT:X(1.0),I,A,CZ,${1990 + i},${i}`)
  .join('\n')}\n`
const csu = `idhod,hodnota,stapro_kod,vuzemi_cis,vuzemi_kod,rok,vuzemi_txt\n${range(40)
  .map((i) => `${7000000 + i},${i * 9},2406,43,${500011 + i},2021,"${town(i)}"`)
  .join('\n')}\n`
const influx = [
  '#group,false,false,true,false,true',
  '#datatype,string,long,dateTime:RFC3339,double,string',
  '#default,_result,,,,',
  ',result,table,_time,_value,host',
  ...range(40).map((i) => `,,${i % 2},2024-03-15T11:${String(i).padStart(2, '0')}:00Z,${i}.25,h${i % 3}`),
  '',
].join('\r\n')
const extended = `#constant measurement,air\n#timezone +0100\nsep=;\nm|measurement;v|double:,. ;t|dateTime:2006-01-02\n${range(
  20,
)
  .map((i) => `a;1 ${100 + i},5;2024-01-${10 + (i % 20)}`)
  .join('\n')}\n`
const pabulib = `META\nkey;value\ndescription;Okrsek\nnum_projects;3\nnum_votes;30\nbudget;1000\nPROJECTS\nproject_id;cost;name\n${range(
  3,
)
  .map((i) => `${i};${i * 100};${town(i)}`)
  .join('\n')}\nVOTES\nvoter_id;age;sex;vote\n${range(30)
  .map((i) => `${i};${20 + i};${'FM'[i % 2]};1,2`)
  .join('\n')}\n`
const longWide = `cas;${range(40)
  .map((i) => `cidlo ${i}`)
  .join(';')}\n;${range(40)
  .map(() => '[°C]')
  .join(';')}\n${range(30)
  .map(
    (i) =>
      `2024-03-31 0${i % 10}:00;${range(40)
        .map((j) => `${j},${i}`)
        .join(';')}`,
  )
  .join('\n')}\n`

/** Texts in columns, in the dialects and the exchange formats that are read. */
export const textSeeds: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries({
    'strednik.csv': iconv.encode(delimited(200), 'windows-1250'),
    'carka.csv': Buffer.from(delimited(120, ',', '.')),
    'svislitko.txt': Buffer.from(delimited(60, '|', '.')),
    'tabulator.tsv': Buffer.from(delimited(80, '\t', ',')),
    'sirka16.csv': iconv.encode(`\ufeff${delimited(40)}`, 'utf-16le'),
    'dos.csv': iconv.encode(delimited(40), 'cp852'),
    'stare-mac.csv': Buffer.from(delimited(40).replaceAll('\r\n', '\r')),
    'nad-sebou.csv': Buffer.from(stacked),
    'uvozovky.csv': Buffer.from(quoted),
    'siroka.csv': Buffer.from(wide),
    'senzory.csv': Buffer.from(longWide),
    'pevna.txt': Buffer.from(fixed),
    'hlavicka.csv': Buffer.from('a,b\n'),
    'eurostat.tsv': Buffer.from(eurostat),
    'eurostat2014.tsv': Buffer.from(oldEurostat),
    'sdmx.csv': Buffer.from(sdmx),
    'sdmx2.csv': Buffer.from(sdmx2),
    'csu.csv': Buffer.from(csu),
    'influx.csv': Buffer.from(influx),
    'influx-extended.csv': Buffer.from(extended),
    'hlasovani.pb': Buffer.from(pabulib),
  }),
)

const feature = (i: number) => ({
  type: 'Feature',
  id: i,
  properties: {
    kod: `0${i}`,
    nazev: town(i),
    hodnota: i / 3,
    ...(i % 2 === 0 ? { vnor: { a: [1, { b: 2 }] } } : {}),
  },
  geometry:
    i % 2 === 0
      ? { type: 'Point', coordinates: [14 + i / 100, 50] }
      : {
          type: 'Polygon',
          coordinates: [
            [
              [14, 50],
              [14.1, 50],
              [14.1, 50.1],
              [14, 50],
            ],
          ],
        },
})
const records = range(60).map((i) => ({
  id: i,
  nazev: town(i),
  n: i / 4,
  ano: i % 2 === 0,
  pole: [1, 2],
  v: { x: null },
}))
const cube = {
  version: '2.0',
  class: 'dataset',
  id: ['sex', 'geo', 'time'],
  size: [3, 4, 5],
  role: { time: ['time'], geo: ['geo'] },
  dimension: Object.fromEntries(
    [
      ['sex', 3],
      ['geo', 4],
      ['time', 5],
    ].map(([name, size]) => [
      name,
      {
        category: {
          index: Object.fromEntries(range(Number(size)).map((i) => [`${name}${i}`, i])),
          label: Object.fromEntries(range(Number(size)).map((i) => [`${name}${i}`, town(i)])),
        },
      },
    ]),
  ),
  value: range(60).map((i) => (i % 9 === 0 ? null : i / 2)),
  status: { 3: 'b' },
}
const entity = (i: number) => ({
  id: `urn:ngsi-ld:AirQualityObserved:${i}`,
  type: 'AirQualityObserved',
  no2: { type: 'Property', value: i, unitCode: 'GQ', observedAt: '2024-03-15T11:00:00Z' },
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [14.4, 50.1] } },
})
const topology = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, -10],
    ],
  ],
  transform: { scale: [0.01, 0.01], translate: [14, 50] },
  objects: {
    kraje: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { kod: 'CZ010' } },
        { type: 'Point', coordinates: [3, 4], properties: { kod: 'x' } },
      ],
    },
  },
}
const things = {
  '@iot.count': 2,
  value: range(6).map((i) => ({
    '@iot.id': i,
    name: town(i),
    Datastreams: [
      {
        '@iot.id': i,
        unitOfMeasurement: { symbol: 'C' },
        Observations: [
          { '@iot.id': i, result: i, phenomenonTime: '2024-01-01T00:00:00Z/2024-01-02T00:00:00Z' },
        ],
      },
    ],
  })),
}
const metadata = {
  '@context': 'http://www.w3.org/ns/csvw',
  url: 'popsana.csv',
  tableSchema: {
    columns: [
      { name: 'kod', titles: 'kód', datatype: 'string' },
      { name: 'n', titles: 'n', datatype: { base: 'decimal', decimalChar: ',' } },
    ],
  },
}

/** What JSON is used for in public data. */
export const jsonSeeds: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries({
    'zaznamy.json': records,
    'vnorene.json': { data: { polozky: records.slice(0, 20) }, meta: { pocet: 20 } },
    'body.geojson': { type: 'FeatureCollection', features: range(25).map(feature) },
    'kostka.json': cube,
    'balik.json': { version: '2.0', class: 'collection', link: { item: [cube, cube] } },
    'ngsi.json': range(10).map(entity),
    'kraje.topo.json': topology,
    'sensorthings.json': things,
    'popsana.csv-metadata.json': metadata,
  }).map(([name, value]) => [name, Buffer.from(JSON.stringify(value))]),
)
/** One object a line. */
export const jsonLines: Uint8Array = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'))
/** The file that `popsana.csv-metadata.json` describes. */
export const described: Uint8Array = Buffer.from(
  `kód,n\n${range(20)
    .map((i) => `0${i},"${i},5"`)
    .join('\n')}\n`,
)

const gtfs: Readonly<Record<string, string>> = {
  'agency.txt': 'agency_id,agency_name,agency_url,agency_timezone\n1,Dráha,https://a.example,Europe/Prague\n',
  'stops.txt': `stop_id,stop_name,stop_lat,stop_lon\n${range(8)
    .map((i) => `${i},${town(i)},50.${i},14.${i}`)
    .join('\n')}\n`,
  'routes.txt': 'route_id,agency_id,route_short_name,route_type\n1,1,R1,2\n',
  'trips.txt': 'route_id,service_id,trip_id\n1,1,t1\n1,1,t2\n',
  'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${range(8)
    .map((i) => `t1,${23 + (i >> 2)}:${10 + i}:00,${23 + (i >> 2)}:${11 + i}:00,${i},${i}`)
    .join('\n')}\n`,
  'calendar_dates.txt': 'service_id,date,exception_type\n1,20241126,1\n',
}
/** Files of a timetable. */
export const feedSeeds: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries(gtfs).map(([name, text]) => [name, Buffer.from(text)]),
)
