import { type Case, columnsOf, rowsOf } from './fact'

/** Statistics of other offices, and of shapes of their own. */
export const otherStatistics: Readonly<Record<string, Case>> = {
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
        about:
          'invalidResearchAndDevelopment: one of its two rows has 32 of 33 fields, more than a tenth: the import stops and asks',
        ask: ({ fault }) => fault('invalidResearchAndDevelopment.csv'),
        is: 'import.too-many-rejects',
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
