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
  'jsonstat-galicia-sex': {
    facts: [
      {
        about: '3 960 values',
        ask: ({ receipt }) =>
          receipt('galicia.json')?.dataSets[0]?.observations ??
          receipt('galicia.json')?.dataSets[0]?.rows.loaded,
        is: 3960,
      },
      {
        about: 'four nulls',
        sql: 'select count(*) from galicia where obs_value is null',
        is: 4,
      },
      {
        about: '2011, all ages, all births, Galicia: T 2 772 928, M 1 341 269, F 1 431 658',
        ask: async ({ rows }) =>
          rows(`select gender, obs_value from galicia where gender in ('T', 'M', 'F') and time_period::varchar like '2011%'
            and age = 'T' and birth = 'T' and residence = 'T' order by 2 desc`),
        is: [
          ['T', 2772928],
          ['F', 1431658],
          ['M', 1341269],
        ],
      },
      {
        about: 'F, 100+, born abroad, Lugo, 2011 = 1; M same cell = null',
        sql: `select gender, obs_value from galicia where gender in ('M', 'F') and time_period::varchar like '2011%'
          and age = '100' and birth = 'F' and residence = '27' order by 1`,
        is: [
          ['F', 1],
          ['M', null],
        ],
      },
    ],
  },
  'pl-gus-population-xls': {
    facts: [
      { about: '16 sheets', ask: ({ receipt }) => receipt('tabela03.xls')?.dataSets.length, is: 16 },
      {
        about: 'first sheet Dolnośląskie',
        ask: ({ receipt }) => receipt('tabela03.xls')?.dataSets[0]?.table?.title.startsWith('Dolnośląskie'),
        is: true,
      },
      {
        about: 'Dolnośląskie total 2 899 986 = M 1 394 399 + F 1 505 587; urban 1 986 877',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.tabela03')).some((row) =>
            ['2899986', '1394399', '1505587', '1986877'].every((cell) => row.map(String).includes(cell)),
          ),
        is: true,
      },
      {
        about: 'age 0: 26 377',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.tabela03')).some(
            (row) => String(row[0]).trim() === '0' && row.map(String).includes('26377'),
          ),
        is: true,
      },
      {
        about: 'row 0-4 lat 137 533 is there, and known as a sum of the single ages',
        ask: async ({ rows, receipt }) => {
          const found = (await rows('select * exclude (_line) from raw.tabela03')).some(
            (row) => String(row[0]).includes('0-4 lat') && row.map(String).includes('137533'),
          )
          const told = receipt('tabela03.xls')?.dataSets[0]?.problems.map(({ code }) => code) ?? []
          return [found, told.some((code) => code === 'column.has-total' || code === 'column.mixed-levels')]
        },
        is: [true, true],
      },
      {
        about: '135 rows and 6 merged ranges',
        notApplicable:
          'merged cells become names of columns; the rows of the sheet are counted with header and preamble',
      },
    ],
  },
  'it-istat-rd-by-territory': {
    facts: [
      {
        about: 'personel-in-house: 240 rows',
        ask: rowsOf('personel-in-house-divided-by-territory.csv'),
        is: 240,
      },
      {
        about: 'personel-in-house: 33 columns',
        ask: columnsOf('personel-in-house-divided-by-territory.csv'),
        is: 33,
      },
      {
        about: 'ITC Nord-ovest and ITG2 Sardegna, 2012-2015',
        sql: `select itter107, territory, min("time")::varchar, max("time")::varchar from raw.personel_in_house_divided_by_territory
          group by 1, 2 order by 1`,
        is: [
          ['ITC', 'Nord-ovest', '2012', '2015'],
          ['ITG2', 'Sardegna', '2012', '2015'],
        ],
      },
      {
        about: 'ITC, total economy, females, total, 2012 = 40 207',
        ask: async ({ rows }) =>
          (await rows(`select * from raw.personel_in_house_divided_by_territory`)).filter(
            (row) =>
              row.includes('ITC') &&
              row.includes('total economy') &&
              row.includes('females') &&
              row.includes('2012') &&
              row.includes('40207'),
          ).length,
        is: 1,
      },
      {
        about: 'domestic … empty value: 20 rows',
        ask: rowsOf('domestic-research-and-development-with-empty-value.csv'),
        is: 20,
      },
      {
        about: 'Value empty in 2 rows, of 2015',
        sql: `select count(*), min("time")::varchar from raw.domestic_research_and_development_with_empty_value where coalesce(value, '') = ''`,
        is: [[2, '2015']],
      },
      {
        about: 'first ITF 2012 = 2 303 864',
        sql: `select value from domestic_research_and_development_with_empty_value where itter107 = 'ITF' limit 1`,
        is: 2303864,
      },
      {
        about: 'invalidResearchAndDevelopment: a mark at its start, and one row of 32 of 33 fields',
        ask: ({ receipt }) => {
          const source = receipt('invalidResearchAndDevelopment.csv')
          const [set] = source?.dataSets ?? []
          return [
            source?.source.encoding,
            (set?.rows.rejected ?? 0) === 1 ||
              (set?.problems ?? []).some(({ code }) => code.startsWith('records.')),
          ]
        },
        is: ['utf-8', true],
      },
      {
        about: 'NACE labels with pipes stay one cell',
        sql: `select count(*) > 0 from raw.enterprises_with_innovation_activities_divided_by_territory where nace_2007 like '%(b-f| g| h| k|%'`,
        is: true,
      },
    ],
  },
  'fr-interstat-pm10-csvw': {
    companions: /-metadata\.json$/,
    facts: [
      { about: '381 rows', ask: rowsOf('data_PM10_France-csv.csv'), is: 381 },
      { about: '19 columns', ask: columnsOf('data_PM10_France-csv.csv'), is: 19 },
      {
        about: 'Valid 364, Not valid 17',
        sql: 'select validity, count(*) from data_pm10_france_csv group by 1 order by 2',
        is: [
          ['Not valid', 17],
          ['Valid', 364],
        ],
      },
      { about: 'unit ug.m-3', sql: 'select distinct unit from data_pm10_france_csv', is: [['ug.m-3']] },
      {
        about: 'STA-FR04055: 18.918341, Not valid, coverage 18.86 %',
        sql: `select aqvalue, validity, round(datacoverage, 2) from data_pm10_france_csv where stationlocalid = 'STA-FR04055'`,
        is: [[18.918341, 'Not valid', 18.86]],
      },
      {
        about: 'dep-nuts3-fr: 01 -> FRK21, the zero is kept',
        sql: `select departement, nuts3 from dep_nuts3_fr where departement = '01'`,
        is: [['01', 'FRK21']],
      },
    ],
  },
  'gender-who-tb-csv-gz': {
    facts: [
      { about: '7 240 rows', ask: rowsOf('who.csv.gz'), is: 7240 },
      { about: '60 columns', ask: columnsOf('who.csv.gz'), is: 60 },
      {
        about: 'NA 34 times, all Namibia, and kept as a code',
        sql: `select count(*), min(country), max(country) from who where iso2 = 'NA'`,
        is: [[34, 'Namibia', 'Namibia']],
      },
      {
        about: '329 394 empty cells',
        sql: `select 7240 * 60 - count(*) from (unpivot (select columns(c -> c <> '_line') from raw.who)
          on columns(*) into name n value v) where v <> ''`,
        is: 329394,
      },
      {
        about: 'CZE 2010: new_sp_m1524 12, new_sp_f1524 6, new_sp_f65 20',
        sql: `select new_sp_m1524, new_sp_f1524, new_sp_f65 from raw.who where iso3 = 'CZE' and year = '2010'`,
        is: [['12', '6', '20']],
      },
    ],
  },
  'uk-gender-pay-gap': {
    facts: [
      { about: '2019/20: 6 031 rows', ask: rowsOf('UK Gender Pay Gap Data - 2019 to 2020.csv'), is: 6031 },
      { about: '2019/20: 25 columns', ask: columnsOf('UK Gender Pay Gap Data - 2019 to 2020.csv'), is: 25 },
      {
        about: '2019/20: median gap, median 10.6, min -134.0',
        sql: 'select round(median(diffmedianhourlypercent), 1), min(diffmedianhourlypercent) from uk_gender_pay_gap_data_2019_to_2020',
        is: [[10.6, -134]],
      },
      {
        about: '2019/20: DueDate 05/04/2020 00:00:00 is 5 April',
        sql: `select count(*) from uk_gender_pay_gap_data_2019_to_2020 v join raw.uk_gender_pay_gap_data_2019_to_2020 r
          on v.employername = r.employername where r.duedate = '05/04/2020 00:00:00' and strftime(v.duedate, '%m-%d') <> '04-05'`,
        is: 0,
      },
      { about: '2021/22: 10 465 rows', ask: rowsOf('UK Gender Pay Gap Data - 2021 to 2022.csv'), is: 10465 },
      { about: '2021/22: 27 columns', ask: columnsOf('UK Gender Pay Gap Data - 2021 to 2022.csv'), is: 27 },
      {
        about: '2021/22: median 9.7, min -499.5',
        sql: 'select round(median(diffmedianhourlypercent), 1), min(diffmedianhourlypercent) from uk_gender_pay_gap_data_2021_to_2022',
        is: [[9.7, -499.5]],
      },
      {
        about: '2021/22: 3 235 SicCodes with a newline',
        sql: `select count(*) from raw.uk_gender_pay_gap_data_2021_to_2022 where siccodes like '%' || chr(10) || '%'`,
        is: 3235,
      },
      {
        about: '2021/22: 765 late',
        sql: 'select count(*) from uk_gender_pay_gap_data_2021_to_2022 where submittedafterthedeadline',
        is: 765,
      },
      {
        about: 'CompanyNumber 04104101 keeps its zero',
        sql: `select count(*) > 0 from uk_gender_pay_gap_data_2021_to_2022 where companynumber = '04104101'`,
        is: true,
      },
      {
        about: 'DiffMeanBonusPercent empty in 2 801 rows',
        sql: 'select count(*) from uk_gender_pay_gap_data_2021_to_2022 where diffmeanbonuspercent is null',
        is: 2801,
      },
    ],
  },
}
