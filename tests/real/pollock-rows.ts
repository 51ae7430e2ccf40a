/** A file of the benchmark: its name, its bytes, and the rows it should give. */
export interface Case {
  readonly file: string
  readonly bytes: Buffer
  readonly clean: readonly (readonly string[])[]
}

/** Parses RFC 4180, independently of the importer that is measured. Rows without any character are left out. */
export function parseStrict(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += c
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((each) => each.length > 1 || each[0] !== '')
}

/** Splits a line at commas outside quotes and leaves each cell as written. */
function writtenCells(line: string): string[] {
  return line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? []
}

const replaceAt = (cells: readonly string[], at: number, cell: string): string[] =>
  cells.map((old, i) => (i === at ? cell : old))

/**
 * The pollutions of single rows, made from the unpolluted table: for every row and column a delimiter more, a
 * delimiter less or a stray quote, and for every row spaces in place of the delimiters. 27 files for each row of a
 * table with nine columns. The rows expected are those of the table itself, a stray quote being part of its cell.
 */
export function* rowPollutions(source: string, clean: readonly (readonly string[])[]): Generator<Case> {
  const lines = source.split(/\r?\n/).filter((line) => line !== '')
  const cells = lines.map(writtenCells)
  const made = (file: string, row: number, line: string, expected = clean): Case => ({
    file,
    bytes: Buffer.from(`${lines.map((old, i) => (i === row ? line : old)).join('\r\n')}\r\n`),
    clean: expected,
  })
  for (const [row, written] of cells.entries()) {
    for (const column of written.keys()) {
      const more = [...written.slice(0, column), '', ...written.slice(column)].join(',')
      yield made(`row_more_sep_row${row}_col${column}.csv`, row, more)
      const pair = `${written[column - 1]}${written[column]}`
      const less = [...written.slice(0, column - 1), pair, ...written.slice(column + 1)].join(',')
      if (column > 0) yield made(`row_less_sep_row${row}_col${column}.csv`, row, less)
      const cell = written[column] ?? ''
      const quote = replaceAt(written, column, cell.startsWith('"') ? `""${cell.slice(1)}` : `"${cell}`).join(
        ',',
      )
      const expected = clean.map((old, i) =>
        i === row ? replaceAt(old, column, `"${old[column] ?? ''}`) : old,
      )
      yield made(`row_extra_quote${row}_col${column}.csv`, row, quote, expected)
    }
    yield made(`row_field_delimiter_${row}_0x20.csv`, row, written.join(' '))
  }
}

/** How often each pollution is met in open data, as the benchmark weighs it; the last one is not published by file. */
export function weightOf(file: string): number {
  const named: Readonly<Record<string, number>> = {
    'source.csv': 1,
    'file_no_payload.csv': 15,
    'file_no_trailing_newline.csv': 184,
    'file_double_trailing_newline.csv': 5,
    'file_no_header.csv': 470,
    'file_header_multirow_2.csv': 47,
    'file_header_multirow_3.csv': 47,
    'file_preamble.csv': 282,
    'file_multitable_same.csv': 62.6667,
    'file_multitable_more.csv': 62.6667,
    'file_multitable_less.csv': 62.6667,
    'file_header_only.csv': 3,
    'file_one_data_row.csv': 4,
    'file_record_delimiter_0xD.csv': 7,
    'file_record_delimiter_0xA.csv': 1691,
    'file_field_delimiter_0x9.csv': 4,
    'file_field_delimiter_0x3B.csv': 834,
    'file_field_delimiter_0x20.csv': 4,
    'file_field_delimiter_0x2C_0x20.csv': 101,
    'file_quotation_char_0x27.csv': 11,
    'file_escape_char_0x5C.csv': 1,
    'file_escape_char_0x00.csv': 7,
  }
  if (/^row_(?:less|more)_sep/.test(file)) return 0.36775
  return named[file] ?? (file.startsWith('row_extra_quote') ? 0.00926 : 0.14)
}
