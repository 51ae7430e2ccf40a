import { type Case, columnsOf, encodingOf, rowsOf } from './fact'

/** Sensors, meters, counters and what their platforms hand out. */
export const sensors: Readonly<Record<string, Case>> = {
  'sensor-cz-cez-pnd-15min': {
    files: [
      { file: 'pnd_export.csv', options: { columns: { datum: { interval: 'end', zone: 'Europe/Prague' } } } },
    ],
    facts: [
      { about: '191 rows', ask: rowsOf('pnd_export.csv'), is: 191 },
      { about: 'windows-1250', ask: encodingOf('pnd_export.csv'), is: 'windows-1250' },
      { about: 'sum 146.486 kW', sql: 'select round(sum(a_xxxx_kw), 3) from pnd_export', is: 146.486 },
      {
        about: '36.6215 kWh, as each value is the power of a quarter of an hour',
        sql: 'select round(sum(a_xxxx_kw) / 4, 4) from pnd_export',
        is: 36.6215,
      },
      { about: 'max 5,62', sql: 'select max(a_xxxx_kw) from pnd_export', is: 5.62 },
      {
        about: '18.08.2022 06:45 = 0,049',
        sql: `select a_xxxx_kw from pnd_export where strftime(datum, '%Y-%m-%d %H:%M') = '2022-08-18 06:45'`,
        is: 0.049,
      },
      {
        about: 'status reads naměřená data OK',
        sql: 'select distinct status from pnd_export',
        is: [['naměřená data OK']],
      },
      {
        about:
          'day 1 ends with 19.08.2022 00:00: the label is the end, so that slot starts at 23:45 of the 18th',
        sql: `select strftime(datum_start, '%Y-%m-%d %H:%M') from pnd_export where strftime(datum, '%Y-%m-%d %H:%M') = '2022-08-19 00:00'`,
        is: '2022-08-18 23:45',
      },
    ],
  },
  'sensor-influx-annotated-csv': {
    companions: /\.txt$/,
    facts: [
      {
        about: 'fluxQueryResult.csv: 2 tables of 2 records',
        ask: ({ receipt }) =>
          receipt('fluxQueryResult.csv')?.dataSets.reduce((sum, { rows }) => sum + rows.loaded, 0),
        is: 4,
      },
      {
        about: '2.247752247752248 at 2020-02-25T22:18:11Z',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.fluxqueryresult'))
            .filter((row) => row.map(String).some((cell) => cell === '2.247752247752248'))
            .map((row) => row.map(String).some((cell) => cell.startsWith('2020-02-25T22:18:11'))),
        is: [true],
      },
      {
        about: 'datetypeFormats.csv: 123.456,78 and 123 456,78 both are 123456.78',
        ask: async ({ rows }) =>
          (await rows('select * from datetypeformats'))
            .flat()
            .filter((cell) => typeof cell === 'number' && cell === 123456.78).length,
        is: 2,
      },
      {
        about: 'columnSeparator.csv: the delimiter is that of sep=;',
        ask: ({ receipt }) => {
          const dialect = receipt('columnSeparator.csv')?.source.dialect
          return dialect !== undefined && 'facts' in dialect ? dialect.facts?.['delimiter'] : null
        },
        is: ';',
      },
      {
        about:
          'columnSeparator.csv: available y and Y are true, n and everything else false, as its own line protocol says',
        ask: async ({ rows }) => {
          const all = await rows('select * from columnseparator')
          return all.map((row) => row.find((cell) => typeof cell === 'boolean') ?? null)
        },
        is: [false, false, false, false, true],
      },
    ],
  },
  'sensor-luftdaten-locations': {
    facts: [
      { about: '1 382 rows', ask: rowsOf('test_data.csv'), is: 1382 },
      { about: '5 columns', ask: columnsOf('test_data.csv'), is: 5 },
      {
        about: 'sensor 30527 at 42.77713419, 23.14714998',
        sql: `select lat, lon from test_data where sensor_id::varchar = '30527'`,
        is: [[42.77713419, 23.14714998]],
      },
      {
        about: 'one city only: Bregenz',
        sql: `select distinct city from raw.test_data where city <> ''`,
        is: [['Bregenz']],
      },
    ],
  },
  'sensor-openaq-long': {
    facts: [
      { about: '5 272 rows', ask: rowsOf('air_quality_long.csv'), is: 5272 },
      {
        about: 'Paris no2 1 676, London pm25 1 648, London no2 1 608, Antwerpen pm25 177, no2 163',
        sql: 'select city, parameter, count(*) from air_quality_long group by 1, 2 order by 3 desc',
        is: [
          ['Paris', 'no2', 1676],
          ['London', 'pm25', 1648],
          ['London', 'no2', 1608],
          ['Antwerpen', 'pm25', 177],
          ['Antwerpen', 'no2', 163],
        ],
      },
      {
        about: 'from 2019-04-09 01:00 to 2019-06-21 00:00',
        sql: `select strftime(min("date"), '%Y-%m-%d %H:%M'), strftime(max("date"), '%Y-%m-%d %H:%M') from air_quality_long`,
        is: [['2019-04-09 01:00', '2019-06-21 00:00']],
      },
      {
        about: 'no duplicates',
        sql: 'select count(*) - count(distinct (city, location, "date", parameter)) from air_quality_long',
        is: 0,
      },
      { about: 'no negatives', sql: 'select count(*) from air_quality_long where value < 0', is: 0 },
      {
        about: 'naive times: no zone is made up, and it is asked',
        ask: ({ receipt }) => {
          const column = receipt('air_quality_long.csv')?.dataSets[0]?.columns.find(
            ({ name }) => name === 'date',
          )
          return [column?.type, JSON.stringify(column?.time ?? null).includes('UTC')]
        },
        is: ['timestamp', false],
      },
      { about: 'wide: 1 035 rows', ask: rowsOf('air_quality.csv'), is: 1035 },
      {
        about: 'wide: 1 037 empty cells (the case counts them; so does this query over the raw table)',
        sql: `select count(*) * 3 - count(nullif(station_antwerp, '')) - count(nullif(station_paris, '')) - count(nullif(station_london, ''))
          from raw.air_quality`,
        is: 1037,
      },
    ],
  },
  'sensor-sensorthings-frost': {
    files: [
      { file: 'dataBatchPost.json' },
      { file: 'dataBatchPost.json', options: { only: ['requests'], name: 'requests' } },
      { file: 'entitiesDefault.json' },
    ],
    facts: [
      {
        about: 'dataBatchPost.json: 30 requests',
        sql: 'select count(*) from raw.requests_requests',
        is: 30,
      },
      {
        about: '8 Datastreams, 4 Things, 4 Locations',
        sql: `select (select count(*) from databatchpost_datastreams), (select count(*) from databatchpost_things) as t,
          (select count(*) from databatchpost_locations) as l`,
        is: [[8, 4, 4]],
      },
      {
        about: 'entitiesDefault.json: 1 thing, 2 datastreams, 4 observations',
        ask: ({ receipt }) => {
          const sets = receipt('entitiesDefault.json')?.dataSets ?? []
          return ['things', 'datastreams', 'observations'].map(
            (part) =>
              sets.find(({ name, table }) => `${name} ${table?.id}`.toLowerCase().includes(part))?.rows
                .loaded,
          )
        },
        is: [1, 2, 4],
      },
      {
        about: 'datastream 1: 2015-03-03 = 3, 2015-03-04 = 4',
        ask: async ({ rows, receipt }) => {
          const name =
            receipt('entitiesDefault.json')?.dataSets.find(({ name: each, table }) =>
              `${each} ${table?.id}`.toLowerCase().includes('observations'),
            )?.name ?? ''
          const found = await rows(`select * exclude (_line) from raw."${name}"`)
          return ['2015-03-03', '2015-03-04'].map((day) =>
            found
              .filter((row) => row.some((cell) => String(cell).startsWith(day)))
              .map((row) => row.find((cell) => /^\d$/.test(String(cell)))),
          )
        },
        is: [['3'], ['4']],
      },
      {
        about: 'STA-ResultFormats.md: Denmark 2016 is absent',
        notApplicable: 'the example is a part of a page of text (.md), no file of data',
      },
    ],
  },
  'sensor-traffic-counters-de': {
    facts: [
      { about: '5 472 rows', ask: rowsOf('traffic.csv'), is: 5472 },
      {
        about: '38 sites of 144 hours',
        sql: 'select count(distinct location), count(*) / count(distinct location) from traffic',
        is: [[38, 144]],
      },
      {
        about: '228 values without a time',
        sql: `select count(*) from raw.traffic where length("date") = 10`,
        is: 228,
      },
      {
        about: 'all are times in the view: those are midnight',
        sql: 'select count(*) from traffic where "date" is null',
        is: 0,
      },
      {
        about: 'no duplicates',
        sql: 'select count(*) - count(distinct (location, "date")) from traffic',
        is: 0,
      },
      { about: 'sum 10 187 370', sql: 'select sum(vehicles) from traffic', is: 10187370 },
      {
        about: 'Von der Heydt 2016-01-04T01:00Z = 89',
        sql: `select v.vehicles from raw.traffic r positional join traffic v
          where r.location = 'Von der Heydt' and r."date" = '2016-01-04T01:00Z'`,
        is: 89,
      },
    ],
  },
  'fiware-ngsi-airquality': {
    facts: [
      {
        about: '26 files, each loads or ends with one fault',
        ask: ({ receipt, fault }) =>
          ['AirQualityObserved__examples__example.json', 'example-geojsonfeature.json'].map(
            (file) => receipt(file) !== null && fault(file) === null,
          ),
        is: [true, true],
      },
      {
        about: 'Madrid 28079004: dateObserved 2016-03-15T11:00:00, no2 69',
        ask: async ({ rows }) => {
          const [row = []] = await rows(
            'select * exclude (_line) from raw.airqualityobserved_examples_example',
          )
          return [row.some((cell) => String(cell).startsWith('2016-03-15T11:00:00')), row.includes('69')]
        },
        is: [true, true],
      },
      {
        about: 'location -3.712247222222222, 40.423852777777775',
        ask: async ({ rows }) => {
          const [row = []] = await rows('select * from airqualityobserved_examples_example')
          return [-3.712247222222222, 40.423852777777775].map((wanted) =>
            row.some((cell) => String(cell).includes(String(wanted))),
          )
        },
        is: [true, true],
      },
      {
        about: 'normalized: co 500, unit GP',
        ask: async ({ rows, receipt }) => {
          const set = receipt('AirQualityObserved__examples__example-normalized.json')?.dataSets[0]
          const [row = []] = await rows(`select co from "${set?.name}"`)
          const unit = set?.columns.find(({ name }) => name === 'co')?.unit
          const [all = []] = await rows(`select * exclude (_line) from raw."${set?.name}"`)
          return [row[0], unit === 'GP' || all.includes('GP')]
        },
        is: [500, true],
      },
    ],
  },
}
