import { type Case, columnsOf, encodingOf, rowsOf, tells } from './fact'

/** Files of statistical offices. */
export const statistics: Readonly<Record<string, Case>> = {
  'eurostat-mojibake-tourism-csv': {
    facts: [
      { about: 'DOMESTIC: 274 rows', ask: rowsOf('DOMESTIC.csv'), is: 274 },
      { about: 'INTERNATIONAL: 274 rows', ask: rowsOf('INTERNATIONAL.csv'), is: 274 },
      { about: 'DOMESTIC is UTF-8 with its mark', ask: encodingOf('DOMESTIC.csv'), is: 'utf-8' },
      { about: 'INTERNATIONAL is windows-1252', ask: encodingOf('INTERNATIONAL.csv'), is: 'windows-1252' },
      {
        about: 'PL21: Małopolskie, and the lossy Ma?opolskie is not repaired',
        sql: `select d.region_name as d, i.region_name as i from raw.domestic d join raw.international i using (nuts) where nuts = 'PL21'`,
        is: [['Małopolskie', 'Ma?opolskie']],
      },
      {
        about: 'BE10 January: 0.351584 international, 0.098700 domestic',
        sql: `select i.january as i, d.january as d from domestic d join international i using (nuts) where nuts = 'BE10'`,
        is: [[0.351584, 0.0987]],
      },
      {
        about: 'HU21 is Közép-Dunántúl in both',
        sql: `select d.region_name as d, i.region_name as i from raw.domestic d join raw.international i using (nuts) where nuts = 'HU21'`,
        is: [['Közép-Dunántúl', 'Közép-Dunántúl']],
      },
    ],
  },
  'eurostat-sdmx-csv-ilc': {
    facts: [
      { about: '18 945 rows', ask: rowsOf('ilc_lvps08.csv'), is: 18945 },
      {
        about: 'F, M, T 6 315 each',
        sql: 'select sex, count(*) from ilc_lvps08 group by 1 order by 1',
        is: [
          ['F', 6315],
          ['M', 6315],
          ['T', 6315],
        ],
      },
      {
        about: '45 geos, 2003-2022',
        sql: 'select count(distinct geo), min(time_period), max(time_period) from raw.ilc_lvps08',
        is: [[45, '2003', '2022']],
      },
      { about: 'no empty OBS_VALUE', sql: 'select count(*) from ilc_lvps08 where obs_value is null', is: 0 },
      {
        about: 'flags e 567, b 360',
        ask: async ({ rows, receipt }) => {
          const names = receipt('ilc_lvps08.csv')?.dataSets[0]?.columns.map(({ name }) => name) ?? []
          const column = names.includes('obs_flag') ? 'obs_flag' : 'obs_status'
          return rows(
            `select ${column}, count(*) from ilc_lvps08 where ${column} in ('e', 'b') group by 1 order by 1`,
          )
        },
        is: [
          ['b', 360],
          ['e', 567],
        ],
      },
      {
        about: 'CZ, Y18-34, 2022: F 35.4, M 53.7, T 44.9',
        sql: `select sex, v from (select r.sex, v.obs_value as v, r.geo, r.age, r.time_period from raw.ilc_lvps08 r
          positional join ilc_lvps08 v) where geo = 'CZ' and age = 'Y18-34' and time_period = '2022' order by 1`,
        is: [
          ['F', 35.4],
          ['M', 53.7],
          ['T', 44.9],
        ],
      },
      {
        about: 'LAST UPDATE is dd/mm/yy HH:MM:SS: a fact of the delivery, kept as its text',
        sql: 'select distinct last_update from raw.ilc_lvps08',
        is: [['27/10/23 23:00:00']],
      },
      {
        about: 'totals stand among the parts, and this is told',
        ask: tells('ilc_lvps08.csv', 'column.has-total'),
        is: true,
      },
      {
        about: 'CRLF line ends',
        notApplicable: 'a receipt says nothing of line ends; no cell ends in CR, as the flags show',
      },
    ],
  },
  'eurostat-tsv-lfu3rt': {
    facts: [
      { about: '5 604 series', ask: rowsOf('lfst_r_lfu3rt.tsv'), is: 5604 },
      {
        about: '15 years 2013..1999: 84 060 observations',
        ask: ({ receipt }) => receipt('lfst_r_lfu3rt.tsv')?.dataSets[0]?.observations,
        is: 84060,
      },
      {
        about: 'years 1999 to 2013',
        sql: 'select count(distinct time_period), min(time_period)::varchar, max(time_period)::varchar from raw.lfst_r_lfu3rt',
        is: [[15, '1999', '2013']],
      },
      {
        about: '467 geo codes; F, M, T 1 868 series each',
        sql: `select count(distinct geo), count(*) filter (sex = 'F') // 15, count(*) filter (sex = 'M') // 15,
          count(*) filter (sex = 'T') // 15 from lfst_r_lfu3rt`,
        is: [[467, 1868, 1868, 1868]],
      },
      {
        about: '72 680 numbers and 11 380 `:`',
        sql: 'select count(obs_value), count(*) - count(obs_value) from lfst_r_lfu3rt',
        is: [[72680, 11380]],
      },
      {
        about: 'flags u 11 622, b 225, no other',
        sql: `select obs_status, count(*) from lfst_r_lfu3rt where obs_status in ('u', 'b') group by 1 order by 1`,
        is: [
          ['b', 225],
          ['u', 11622],
        ],
      },
      {
        about: 'Y_GE15,F,CZ04 2013 = 11.6; Y_GE15,T,CZ01 2013 = 3.1; Y15-24,F,AT 2013 = 9.4 flag b',
        sql: `select age, sex, geo, obs_value, obs_status from lfst_r_lfu3rt where time_period::varchar like '2013%' and
          ((age, sex, geo) in (('Y_GE15', 'F', 'CZ04'), ('Y_GE15', 'T', 'CZ01'), ('Y15-24', 'F', 'AT'))) order by 3, 2`,
        is: [
          ['Y15-24', 'F', 'AT', 9.4, 'b'],
          ['Y_GE15', 'T', 'CZ01', 3.1, null],
          ['Y_GE15', 'F', 'CZ04', 11.6, null],
        ],
      },
      {
        about: '120 series have a code CZ*',
        sql: `select count(*) // 15 from lfst_r_lfu3rt where geo like 'CZ%'`,
        is: 120,
      },
    ],
  },
  'eurostat-womenmen-decimal-comma': {
    facts: [
      { about: '02_04_02: 31 rows', ask: rowsOf('vis__02_04_02__data__data.csv'), is: 31 },
      { about: '02_04_02: 19 columns', ask: columnsOf('vis__02_04_02__data__data.csv'), is: 19 },
      {
        about: 'CZ TOTAL_M 7.84, TOTAL_F 6.29',
        sql: `select total_m, total_f from vis_02_04_02_data_data where countrycode = 'CZ'`,
        is: [[7.84, 6.29]],
      },
      {
        about: 'BE OC2_F is written 30,4',
        sql: `select r.oc2_f as r, v.oc2_f as v from raw.vis_02_04_02_data_data r
          join vis_02_04_02_data_data v using (countrycode) where countrycode = 'BE'`,
        is: [['30,4', 30.4]],
      },
      { about: '01_02_01: 32 rows', ask: rowsOf('vis__01_02_01__data__data.csv'), is: 32 },
      {
        about: 'cz = 102.8 / 95.1 / 137.4',
        sql: `select value_1, value_2, value_3 from vis_01_02_01_data_data where countrycode = 'cz'`,
        is: [[102.8, 95.1, 137.4]],
      },
    ],
  },
  'eurostat-ryb-tourism-xlsx': {
    facts: [
      {
        about: 'CH10M1: 1 254 codes, 35 with `:`',
        ask: async ({ rows }) => {
          const all = await rows('select * exclude (_line) from raw.ryb2026_ch10_tourism_for_maps')
          return [all.length, all.filter((row) => row.includes(':')).length]
        },
        is: [1254, 35],
      },
      {
        about: 'CH10M1: CZ010 = 14.3 / 18.279256, CZ064 = 71.4 / 4.219994',
        ask: async ({ rows }) =>
          (await rows(`select * from ryb2026_ch10_tourism_for_maps`))
            .filter((row) => row.includes('CZ010') || row.includes('CZ064'))
            .map((row) =>
              row
                .filter((cell) => typeof cell === 'number')
                .map((cell) => Math.round(Number(cell) * 1e6) / 1e6)
                .slice(0, 2),
            ),
        is: [
          [14.3, 18.279256],
          [71.4, 4.219994],
        ],
      },
      {
        about: 'CH10M2: three stacked blocks (rows 2, 277, 552), each a data set of 274 regions',
        ask: ({ receipt }) =>
          receipt('RYB2026 CH10 Tourism-for maps.xlsx')
            ?.dataSets.filter(({ name }) => name.includes('ch10m2'))
            .map(({ rows }) => rows.loaded),
        is: [274, 274, 274],
      },
      {
        about: 'CH10M2: CZ05 total 9.286057',
        ask: async ({ rows }) =>
          (await rows(`select * from ryb2026_ch10_tourism_for_maps_ch10m2`))
            .filter((row) => row.includes('CZ05'))
            .map((row) => row.some((cell) => typeof cell === 'number' && Math.abs(cell - 9.286057) < 1e-6)),
        is: [true],
      },
      {
        about: 'CH10M4 CZ010 = 13 691',
        ask: async ({ rows }) =>
          (await rows(`select * from ryb2026_ch10_tourism_for_maps_ch10m4`))
            .find((row) => row.includes('CZ010'))
            ?.includes(13691),
        is: true,
      },
      {
        about: 'CH10M5 CZ010 = 37 689',
        ask: async ({ rows }) =>
          (await rows(`select * from ryb2026_ch10_tourism_for_maps_ch10m5`))
            .find((row) => row.includes('CZ010'))
            ?.includes(37689),
        is: true,
      },
      {
        about: 'the name of BE10 contains U+00A0 / U+00A0',
        ask: async ({ rows }) =>
          (await rows(`select * from raw.ryb2026_ch10_tourism_for_maps_ch10m2`))
            .find((row) => row.includes('BE10'))
            ?.some((cell) => String(cell).includes('\u00a0/\u00a0')),
        is: true,
      },
    ],
  },
}
