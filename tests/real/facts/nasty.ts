import { type Case, columnsOf, encodingOf, rowsOf, tells } from './fact'

const pollock = (name: string) => rowsOf(`csv/${name}.csv`)
const workbookOf =
  (name: string, cell: string) =>
  async ({ rows }: { rows(sql: string): Promise<readonly (readonly unknown[])[]> }) =>
    (await rows(`select * exclude (_line) from raw."${name}"`)).some((row) =>
      row.some((each) => String(each).includes(cell)),
    )

/** Files made to break importers. */
export const nasty: Readonly<Record<string, Case>> = {
  'nasty-blns': {
    facts: [
      { about: 'blns.json: 515 strings', ask: rowsOf('blns.json'), is: 515 },
      {
        about: '26 begin with = + - or @',
        sql: `select count(*) from (select columns(c -> c <> '_line') as t from raw.blns) where t[1] in ('=', '+', '-', '@')`,
        is: 26,
      },
      {
        about: 'blns.txt: 742 lines, blank ones apart and told',
        ask: async ({ receipt }) => {
          const set = receipt('blns.txt')?.dataSets[0]
          const blank = set?.problems.find(({ code }) => code === 'lines.blank')?.count ?? 0
          return (set?.rows.read ?? 0) + (set?.header ?? 0) + blank
        },
        is: 742,
      },
    ],
  },
  'nasty-calamine-spreadsheets': {
    facts: [
      { about: 'date_1904.xlsx A1 = 2021-01-01', ask: workbookOf('date_1904_2', '2021-01-01'), is: true },
      {
        about: 'date_1904.xls: the same, its datemode is 1',
        ask: workbookOf('date_1904', '2021-01-01'),
        is: true,
      },
      {
        about: 'merge_cells.xlsx: 3 merges',
        ask: ({ receipt }) => receipt('merge_cells.xlsx') !== null,
        is: true,
      },
      {
        about: 'errors.xlsx: #DIV/0!, #NAME?, #VALUE!, #NULL! are kept as texts and told',
        ask: async (loaded) => {
          const cells = (await loaded.rows('select * exclude (_line) from raw.errors')).flat().map(String)
          return [
            ['#DIV/0!', '#NAME?', '#VALUE!', '#NULL!'].every((error) => cells.includes(error)),
            tells('errors.xlsx', 'cells.error')(loaded),
          ]
        },
        is: [true, true],
      },
      {
        about: 'gh548: 427 008 bytes',
        ask: ({ receipt }) => receipt('gh548_incorrect_sst_unique_count.xls')?.source.bytes,
        is: 427008,
      },
      {
        about: 'issue_594_dos.ods: a billion cells are one fault',
        ask: ({ fault }) => fault('issue_594_dos.ods'),
        is: 'import.workbook-too-large',
      },
      {
        about: 'pass_protected.ods: one fault',
        ask: ({ fault }) => fault('pass_protected.ods'),
        is: 'import.workbook-protected',
      },
      {
        about: 'has_x000D_.xlsx: _x000D_ is a carriage return, no text',
        ask: workbookOf('has_x000d', '_x000D_'),
        is: false,
      },
    ],
  },
  'nasty-csv-injection': {
    facts: [
      {
        about: '6 payload lines, all accounted for',
        ask: ({ receipt }) => receipt('csv-payload.txt')?.dataSets[0]?.rows.read,
        is: 6,
      },
      { about: 'exports must neutralise them', notApplicable: 'a rule of main/export, tested there' },
    ],
  },
  'nasty-csv-spectrum': {
    facts: [
      { about: '12 CSV + 12 JSON pairs', notApplicable: 'compared cell by cell by tests/real/delimited.ts' },
    ],
  },
  'nasty-duckdb-csv': {
    facts: [
      { about: 'timestamp_timezone.csv: 8 rows', ask: rowsOf('timestamp_timezone.csv'), is: 8 },
      {
        about: 'offsets -08, +13:45, -03:30',
        ask: async ({ rows }) => {
          const text = JSON.stringify(await rows('select * from raw.timestamp_timezone'))
          return ['-08', '+13:45', '-03:30'].every((offset) => text.includes(offset))
        },
        is: true,
      },
      {
        about: 'leading_zeros2.csv: 030151360 keeps its zero',
        ask: async ({ rows }) => (await rows('select * from leading_zeros2')).flat().includes('030151360'),
        is: true,
      },
      {
        about: 'nfc_normalization.csv: 15 074 lines are not NFC, and stay so',
        ask: async ({ rows }) =>
          (await rows('select * exclude (_line) from raw.nfc_normalization')).filter((row) =>
            row.some((cell) => String(cell) !== String(cell).normalize('NFC')),
          ).length,
        is: 15074,
      },
      {
        about: 'comma_decimal_null.csv: "80000000,00" is one cell, 80000000',
        sql: `select count(*) > 0 from raw.comma_decimal_null where impegni = '80000000,00'`,
        is: true,
      },
      { about: 'all_utf16.csv is UTF-16', ask: encodingOf('all_utf16.csv'), is: 'utf-16le' },
      {
        about: 'line_too_long.csv.gz: 2 097 162 bytes without a line end, in one fault or record',
        ask: ({ receipt, fault }) =>
          receipt('line_too_long.csv.gz') !== null || fault('line_too_long.csv.gz') !== null,
        is: true,
      },
      { about: 'titanic.csv: 12 columns', ask: columnsOf('titanic.csv'), is: 12 },
    ],
  },
  'nasty-json-test-suite': {
    facts: [{ about: '95 y, 188 n, 35 i', notApplicable: 'judged file by file by tests/real/json-suite.ts' }],
  },
  'nasty-pollock-polluted': {
    companions: /^(?!csv\/)/,
    facts: [
      { about: 'base table: 83 rows', ask: pollock('file_double_trailing_newline'), is: 83 },
      { about: 'base table: 9 columns', ask: columnsOf('csv/file_double_trailing_newline.csv'), is: 9 },
      {
        about: 'file_no_payload is empty: one fault',
        ask: ({ fault }) => fault('csv/file_no_payload.csv'),
        is: 'import.empty-file',
      },
      { about: 'file_header_only: no rows', ask: pollock('file_header_only'), is: 0 },
      {
        about: 'file_record_delimiter_0xD: 84 CR, so 83 rows',
        ask: pollock('file_record_delimiter_0xD'),
        is: 83,
      },
      {
        about: 'file_preamble: PREAMBLE and an empty row stand above the table',
        ask: ({ receipt }) => {
          const rows = receipt('csv/file_preamble.csv')?.dataSets[0]?.rows
          return [rows?.loaded, (rows?.preamble ?? 0) > 0]
        },
        is: [83, true],
      },
      {
        about: 'each table equals the clean one',
        notApplicable: 'scored cell by cell by tests/real/pollock.ts',
      },
    ],
  },
  'nasty-w3c-csvw-tests': {
    facts: [
      {
        about: '282 entries: 145 negative, 76 positive, 61 warning',
        notApplicable: 'judged entry by entry by tests/real/csvw-suite.ts',
      },
    ],
  },
}
