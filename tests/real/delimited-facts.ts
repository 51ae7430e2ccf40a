/**
 * What is known of real delimited files, checked by other programs than ours (the README of each case). A fact names
 * a column by its header and a row by the value of another column, so that it does not depend on how rows are read.
 */
export interface Fact {
  /** Folder and file within the folder of real data. */
  readonly file: string
  /** Id of the table; the first one when absent. */
  readonly table?: string
  readonly encoding?: string
  readonly rows?: number
  readonly rejected?: number
  readonly columns?: number
  /** First row whose `where` column is this: its cell in another column. Columns by label, or by number from 0. */
  readonly cells?: readonly {
    readonly where: readonly [column: string | number, value: string]
    readonly column: string | number
    readonly is: string
  }[]
  /** How many rows have this value in this column. */
  readonly counts?: readonly {
    readonly column: string | number
    readonly value: string
    readonly is: number
  }[]
  /** Codes of problems that must be among those reported. */
  readonly problems?: readonly string[]
}

const cell = (where: string | number, value: string, column: string | number, is: string) =>
  ({ where: [where, value], column, is }) as const

export const facts: readonly Fact[] = [
  {
    file: 'cz-brno-poi-csv/poi-metropole-brno.csv',
    rows: 3185,
    rejected: 0,
    counts: [
      { column: 'typ', value: 'Zdravotnictví', is: 2184 },
      { column: 'typ', value: 'Vzdělání', is: 1001 },
    ],
    cells: [cell(0, '2245', 'nazev', 'MŠ "Na kopečku u zvonečku"')],
  },
  {
    file: 'cz-chmu-stations/stanice_ids.csv',
    rows: 802,
    columns: 15,
    encoding: 'windows-1250',
    cells: [
      cell('id', 'B2BTUR01', 'FNAME', 'Brno, Tuřany'),
      cell('id', 'B1BLAT01', 'FNAME', 'Blatnice pod svatým Antonínkem'),
    ],
  },
  {
    file: 'cz-chmu-stations/y2k_teplota.csv',
    rows: 11,
    cells: [cell('stanice', 'O1LYSA01', 'teplota', '-8.4')],
  },
  {
    file: 'cz-csu-codelists-cp1250/CIS0065_CS.csv',
    rows: 206,
    columns: 9,
    rejected: 0,
    encoding: 'windows-1250',
    cells: [
      cell('CHODNOTA', '6203', 'TEXT', 'Brno'),
      cell('CHODNOTA', '6203', 'KOD_RUIAN', '1317'),
      cell('CHODNOTA', '6108', 'TEXT', 'Nové Město na Moravě'),
      cell('CHODNOTA', '6115', 'TEXT', 'Žďár nad Sázavou'),
    ],
  },
  {
    file: 'cz-csu-codelists-cp1250/CIS0072_CS.csv',
    rows: 22,
    cells: [cell('CHODNOTA', '1122', 'TEXT', 'Praha 22')],
  },
  {
    file: 'cz-euvolby-demografie/volby_demo_abs.csv',
    rows: 6387,
    columns: 60,
    rejected: 0,
    cells: [cell(0, 'Libhošť', 1, '243'), cell(0, 'Libhošť', 2, '100,00000000000')],
  },
  {
    file: 'cz-obce-aggregates/obce_agregace.csv',
    rows: 6212,
    columns: 16,
    cells: [cell('OBEC', '500011', 'oD.cat', '1-2k')],
  },
  {
    file: 'cz-obce-aggregates/kriminalita_obce.csv',
    rows: 6254,
    // The case's own note calls this column p80; in the file it stands under p81.
    cells: [cell(0, '500011', 'p81', '1.89504455641421e-05')],
  },
  {
    file: 'cz-paq-school-capacity/Kapacity_s_tridami.csv',
    rows: 216,
    columns: 50,
    problems: ['header.missing'],
    cells: [cell(0, '6203', 9, '1 216'), cell(0, '6203', 7, '15%')],
  },
  { file: 'cz-volby-candidates-tsv/2021.tsv', rows: 5258, columns: 15, rejected: 0 },
  {
    file: 'cz-volby-candidates-tsv/vstrany.tsv',
    rows: 128,
    cells: [cell('VSTRANA', '1327', 'ZKRATKAV8', 'KDU+ODS+TOP 09')],
  },
  { file: 'cz-volby-candidates-tsv/kraje.tsv', rows: 14 },
  {
    file: 'cz-volby-prez2023/pet1.csv',
    rows: 29714,
    rejected: 0,
    counts: [
      { column: 'KOLO', value: '1', is: 14857 },
      { column: 'OBEC', value: '554782', is: 0 },
    ],
  },
  {
    file: 'eurostat-mojibake-tourism-csv/DOMESTIC.csv',
    rows: 274,
    encoding: 'utf-8',
    cells: [
      cell('NUTS', 'PL21', 'Region name', 'Małopolskie'),
      cell('NUTS', 'BE10', 'January', '0.098700'),
      cell('NUTS', 'HU21', 'Region name', 'Közép-Dunántúl'),
    ],
  },
  {
    file: 'eurostat-mojibake-tourism-csv/INTERNATIONAL.csv',
    rows: 274,
    encoding: 'windows-1252',
    cells: [
      cell('NUTS', 'PL21', 'Region name', 'Ma?opolskie'),
      cell('NUTS', 'BE10', 'January', '0.351584'),
      cell('NUTS', 'HU21', 'Region name', 'Közép-Dunántúl'),
    ],
  },
  {
    file: 'eurostat-womenmen-decimal-comma/vis__02_04_02__data__data.csv',
    rows: 31,
    columns: 19,
    cells: [
      cell(0, 'CZ', 'TOTAL_M', '7,84'),
      cell(0, 'CZ', 'TOTAL_F', '6,29'),
      cell(0, 'BE', 'OC2_F', '30,4'),
    ],
  },
  {
    file: 'eurostat-womenmen-decimal-comma/vis__01_02_01__data__data.csv',
    rows: 32,
    cells: [cell(1, 'cz', 2, '102.8')],
  },
  {
    file: 'fr-interstat-pm10-csvw/data_PM10_France-csv.csv',
    rows: 381,
    columns: 19,
    counts: [
      { column: 'Validity', value: 'Valid', is: 364 },
      { column: 'Validity', value: 'Not valid', is: 17 },
    ],
  },
  { file: 'geo-nuts2021-geojson-gz/eu_all_tables_toc.csv', rows: 8224 },
  {
    file: 'it-istat-rd-by-territory/personel-in-house-divided-by-territory.csv',
    rows: 240,
    columns: 33,
    cells: [cell('ITTER107', 'ITC', 'Territory', 'Nord-ovest')],
  },
  {
    file: 'it-istat-rd-by-territory/domestic-research-and-development-with-empty-value.csv',
    rows: 20,
    columns: 33,
  },
  { file: 'it-istat-rd-by-territory/invalidResearchAndDevelopment.csv', rows: 1, rejected: 1 },
  {
    file: 'sensor-cz-cez-pnd-15min/pnd_export.csv',
    rows: 191,
    columns: 3,
    encoding: 'windows-1250',
    cells: [cell(0, '18.08.2022 06:45', 1, '0,049'), cell(0, '18.08.2022 06:45', 2, 'naměřená data OK')],
  },
  {
    file: 'sensor-influx-annotated-csv/fluxQueryResult.csv',
    rows: 4,
    cells: [cell('_time', '2020-02-25T22:18:11Z', '_value', '2.247752247752248')],
  },
  {
    file: 'sensor-influx-annotated-csv/datetypeFormats.csv',
    rows: 2,
    cells: [cell('t', '1970-01-01', 'd', '123.456,78')],
  },
  {
    file: 'sensor-influx-annotated-csv/columnSeparator.csv',
    rows: 5,
    cells: [cell('dt', '3', 'available', ';')],
  },
  { file: 'sensor-luftdaten-locations/test_data.csv', rows: 1382, columns: 5 },
  {
    file: 'sensor-openaq-long/air_quality_long.csv',
    rows: 5272,
    counts: [
      { column: 'city', value: 'London', is: 3256 },
      { column: 'city', value: 'Paris', is: 1676 },
    ],
  },
  { file: 'sensor-openaq-long/air_quality.csv', rows: 1035 },
  { file: 'sensor-traffic-counters-de/traffic.csv', rows: 5472 },
  {
    file: 'uk-gender-pay-gap/UK Gender Pay Gap Data - 2019 to 2020.csv',
    rows: 6031,
    columns: 25,
    rejected: 0,
  },
  {
    file: 'uk-gender-pay-gap/UK Gender Pay Gap Data - 2021 to 2022.csv',
    rows: 10465,
    columns: 27,
    rejected: 0,
  },
  {
    file: 'pl-pabulib-participatory-budget/poland_warszawa_2017_wawer.pb',
    table: 'VOTES',
    rows: 3676,
    columns: 6,
    problems: ['pabulib.count-differs'],
    counts: [
      { column: 'sex', value: 'F', is: 2181 },
      { column: 'sex', value: 'M', is: 1495 },
    ],
  },
  {
    file: 'pl-pabulib-participatory-budget/poland_warszawa_2021_bemowo.pb',
    table: 'VOTES',
    rows: 5867,
    counts: [
      { column: 'sex', value: 'F', is: 3882 },
      { column: 'sex', value: 'M', is: 1985 },
    ],
  },
  {
    file: 'pl-pabulib-participatory-budget/poland_warszawa_2021_bemowo.pb',
    table: 'PROJECTS',
    rows: 48,
    cells: [cell('project_id', '205', 'votes', '3242')],
  },
  { file: 'nasty-duckdb-csv/timestamp_timezone.csv', rows: 8 },
  { file: 'nasty-duckdb-csv/leading_zeros2.csv', cells: [cell(0, '030151360', 1, '03')] },
  {
    file: 'nasty-duckdb-csv/comma_decimal_null.csv',
    cells: [cell(0, '10CAPORTO-POZZUOLI 1', 'IMPEGNI', '80000000,00')],
  },
  { file: 'nasty-duckdb-csv/quotednewlines.csv', rows: 10500 },
  { file: 'nasty-duckdb-csv/titanic.csv', rows: 891, columns: 12 },
  { file: 'nasty-duckdb-csv/windows_newline.csv', rows: 20000, columns: 3 },
]
