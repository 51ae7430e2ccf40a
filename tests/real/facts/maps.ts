import { type Case, columnsOf, type Loaded, rowsOf } from './fact'

/** Territories and points. */
export const maps: Readonly<Record<string, Case>> = {
  'cz-admin-topojson': {
    facts: [
      { about: '14 kraje', ask: rowsOf('kraje.topo.json'), is: 14 },
      { about: '77 okresy', ask: rowsOf('okresy.topo.json'), is: 77 },
      { about: '206 ORP', ask: rowsOf('orp.topo.json'), is: 206 },
      {
        about:
          'box 12.0907,48.5519,18.8593,51.0558 as the file states it; its arcs reach from 48.5542 to 51.0557',
        ask: extentOf('kraje_topo', 4),
        is: [12.0907, 48.5542, 18.8593, 51.0557],
      },
      {
        about: 'CZ064 = KOD 116, CZ072 Zlínský = 141, CZ080 Moravskoslezský = 132',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.kraje_topo'))
            .flatMap((row) =>
              [
                ['CZ064', '116'],
                ['CZ072', '141'],
                ['CZ080', '132'],
              ]
                .filter(([nuts, code]) => row.includes(nuts ?? '') && row.map(String).includes(code ?? ''))
                .map(([nuts]) => nuts),
            )
            .sort(),
        is: ['CZ064', 'CZ072', 'CZ080'],
      },
      {
        about: 'Praha: kraj KOD 19, okres KOD 3100 / CZ0100, ORP KOD 19',
        ask: async ({ rows }) => {
          const has = async (name: string, ...cells: string[]) =>
            (await rows(`select * exclude (_line) from raw."${name}"`)).some(
              (row) =>
                cells.every((cell) => row.map(String).includes(cell)) &&
                row.some((cell) => String(cell).includes('Praha')),
            )
          return [
            await has('kraje_topo', '19'),
            await has('okresy_topo', '3100', 'CZ0100'),
            await has('orp_topo', '19'),
          ]
        },
        is: [true, true, true],
      },
      {
        about: '39, 232 and 630 arcs',
        notApplicable: 'arcs are resolved into polygons; nothing of them is kept',
      },
    ],
  },
  'cz-state-geojson': {
    facts: [
      { about: '1 feature', ask: rowsOf('czech_republic.json'), is: 1 },
      { about: 'a polygon', sql: 'select geometry_type from czech_republic', is: 'Polygon' },
      {
        about: 'first point 18.107708, 49.135014',
        ask: async ({ rows }) => {
          const [row = []] = await rows('select * exclude (_line) from raw.czech_republic')
          return row.some((cell) => /18\.107708\d*,\s*49\.135014/.test(String(cell)))
        },
        is: true,
      },
      {
        about: '3 181 520 bytes',
        ask: ({ receipt }) => receipt('czech_republic.json')?.source.bytes,
        is: 3181520,
      },
    ],
  },
  'geo-antiquity-gpkg-many-layers': {
    facts: [
      {
        about: '11 layers',
        ask: ({ receipt }) => receipt('antiquity_empires_boundaries.gpkg')?.dataSets.length,
        is: 11,
      },
      {
        about: 'one is alexander_the_great_bc_324_extent',
        ask: ({ receipt }) =>
          receipt('antiquity_empires_boundaries.gpkg')?.dataSets.some(({ table }) =>
            table?.id.includes('alexander_the_great_bc_324_extent'),
          ),
        is: true,
      },
      {
        about: '1 277 952 bytes',
        ask: ({ receipt }) => receipt('antiquity_empires_boundaries.gpkg')?.source.bytes,
        is: 1277952,
      },
    ],
  },
  'geo-nuts2010-shapefile': {
    companions: /\.(?:shx|prj|xml|txt)$|NUTS_RG_60M_2010\.dbf$/,
    facts: [
      { about: '316 polygons', ask: rowsOf('NUTS_RG_60M_2010.shp'), is: 316 },
      {
        about: 'extent -61.74,-21.38,55.84,71.17',
        ask: extentOf('nuts_rg_60m_2010', 2),
        is: [-61.74, -21.38, 55.84, 71.17],
      },
      {
        about: 'NUTS_AT_2010.dbf has 1 921 rows',
        ask: rowsOf('NUTS_AT_2010.dbf'),
        is: 1921,
      },
      {
        about: 'CZ064 = Jihomoravský kraj (byte FD)',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.nuts_at_2010')).some(
            (row) => row.includes('CZ064') && row.includes('Jihomoravský kraj'),
          ),
        is: true,
      },
      {
        about: 'CZ032 is Plzenský kraj in the source, and stays so',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.nuts_at_2010')).some(
            (row) => row.includes('CZ032') && row.includes('Plzenský kraj'),
          ),
        is: true,
      },
    ],
  },
  'geo-nuts2021-geojson-gz': {
    facts: [
      { about: '1 514 features', ask: rowsOf('NUTS_RG_03M_2021_4326_LEVL_3.geojson.gz'), is: 1514 },
      {
        about: '1 228 Polygon, 286 MultiPolygon',
        sql: 'select geometry_type, count(*) from nuts_rg_03m_2021_4326_levl_3 group by 1 order by 2',
        is: [
          ['MultiPolygon', 286],
          ['Polygon', 1228],
        ],
      },
      {
        about: '14 of CZ',
        sql: `select count(*) from nuts_rg_03m_2021_4326_levl_3 where cntr_code = 'CZ'`,
        is: 14,
      },
      {
        about: '4 177 077 bytes unpacked',
        notApplicable:
          'the receipt tells the size of the file on the disk; the feature count shows all was read',
      },
      { about: 'eu_nuts_2_2018: 332 features', ask: rowsOf('eu_nuts_2_eurostat_2018.geojson.gz'), is: 332 },
      {
        about: 'CZ08 life_expectancy f 81.2 / m 74.7 / t 78.0, gender_employ_gap 12.9',
        ask: async ({ rows }) =>
          (await rows('select * from eu_nuts_2_eurostat_2018'))
            .filter((row) => row.includes('CZ08'))
            .map((row) => [81.2, 74.7, 78, 12.9].every((value) => row.includes(value))),
        is: [true],
      },
      { about: 'toc csv 8 224 rows', ask: rowsOf('eu_all_tables_toc.csv'), is: 8224 },
    ],
  },
  'cz-brno-air-quality-gpkg': {
    facts: [
      { about: '10 points', ask: rowsOf('brno-AQ.gpkg'), is: 10 },
      {
        about: 'extent 16.569538,49.148972 - 16.696217,49.216087',
        ask: async ({ rows }) => {
          const [row = []] = await rows('select min(lon), min(lat), max(lon), max(lat) from brno_aq_brno_aq')
          return row.map((cell) => Math.round(Number(cell) * 1e6) / 1e6)
        },
        is: [16.569538, 49.148972, 16.696217, 49.216087],
      },
      {
        about: 'BBMVA Brno-Výstaviště pm10_1h 35.3, no2_1h 20.5',
        ask: async ({ rows }) =>
          (await rows('select * from raw.brno_aq_brno_aq'))
            .filter((row) => row.includes('BBMVA'))
            .map((row) => [row.includes('Brno-Výstaviště'), row.includes('35.3'), row.includes('20.5')]),
        is: [[true, true, true]],
      },
      {
        about: 'all rows actualized 2022-10-31T13:32:31Z',
        sql: 'select distinct actualized from raw.brno_aq_brno_aq',
        is: [['2022-10-31T13:32:31Z']],
      },
      {
        about: 'CO for 3 stations only, the others missing and not zero',
        sql: 'select count(co_8h) from brno_aq_brno_aq',
        is: 3,
      },
    ],
  },
  'cz-praha-toilets-json': {
    facts: [
      { about: '244 features', ask: rowsOf('zachodky.json'), is: 244 },
      {
        about: 'first: OBJECTID 1, Praha 7, Milady Horákové 98, 14.414256558, 50.098839274, zdarma',
        sql: 'select objectid, adresa, round(lon, 9), round(lat, 9), cena from zachodky where objectid = 1',
        is: [[1, 'Praha 7, Milady Horákové 98', 14.414256558, 50.098839274, 'zdarma']],
      },
      {
        about: 'opening hours stay text',
        sql: `select count(*) > 0 from zachodky where otevreno = 'po-ne 7:00-24:00'`,
        is: true,
      },
    ],
  },
  'cz-brno-poi-csv': {
    facts: [
      { about: '3 185 rows', ask: rowsOf('poi-metropole-brno.csv'), is: 3185 },
      { about: '7 columns', ask: columnsOf('poi-metropole-brno.csv'), is: 7 },
      {
        about: 'Zdravotnictví 2 184, Vzdělání 1 001',
        sql: 'select typ, count(*) from poi_metropole_brno group by 1 order by 2',
        is: [
          ['Vzdělání', 1001],
          ['Zdravotnictví', 2184],
        ],
      },
      {
        about: 'row 2245 is MŠ "Na kopečku u zvonečku"',
        sql: `select nazev from raw.poi_metropole_brno where column_1 = '2245'`,
        is: 'MŠ "Na kopečku u zvonečku"',
      },
    ],
  },
}

/** West, south, east and north of all geometries of a data set, rounded. */
function extentOf(name: string, digits: number) {
  return async ({ rows }: Loaded) => {
    const points = (await rows(`select geometry from raw."${name}"`)).flatMap(([text]) =>
      [...String(text).matchAll(/\[(-?[\d.e-]+),(-?[\d.e-]+)[\],]/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      ),
    )
    let [west, south, east, north] = [180, 90, -180, -90]
    for (const [x, y] of points) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
    return [west, south, east, north].map((each) => Number(each.toFixed(digits)))
  }
}
