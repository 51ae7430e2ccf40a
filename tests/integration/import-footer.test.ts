import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

/** Loads a text; preview and receipt must agree on every count and problem of the frame. */
async function loadText(name: string, text: string, options: ImportOptions = {}) {
  const path = files.write(`${name}.csv`, text)
  const wanted = { maxRejectedShare: 1, ...options }
  const preview = await inspectFile(path, wanted, quietJob)
  const receipt = await database.transaction((within) => loadFile(within, path, wanted, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  const { read, loaded, rejected, preamble, footer } = dataSet.rows
  expect(loaded + rejected + preamble + footer).toBe(read)
  expect(preview.rows).toEqual(dataSet.rows)
  expect(preview.dialect).toEqual(receipt.source.dialect)
  const framed = ({ code }: { code: string }) => !code.startsWith('column.')
  expect(preview.problems.filter(framed)).toEqual(dataSet.problems.filter(framed))
  const lines = await database.rows(`select distinct _line from raw."${name}" order by 1`)
  return { dataSet, dialect: receipt.source.dialect, lines: lines.map((row) => row['_line']) }
}

const stations = [
  'stanice;cas;velicina;hodnota',
  ...Array.from({ length: 30 }, (_, i) => `SYN-A${i % 4};05.11.2023 ${10 + (i % 10)}:00;PM10;${i},1`),
].join('\n')

describe('the end of the file is guessed', () => {
  test.each([
    ['konec', 'Konec exportu;záznamů: 34624\n'],
    ['konec_cut', 'Konec exportu;záznamů: 34624'],
    ['zdroj', 'Zdroj: ČSÚ\nPozn.: údaje jsou předběžné\n'],
    ['celkem', 'Celkem;435\n'],
    ['poznamky', '\nCelkem;435\nZdroj: fiktivní úřad; odbor životního prostředí; 2023; ověřeno; tisk\n'],
    ['veta', 'Export byl vytvořen automaticky'],
  ])('%s: notes are footer and no rejects', async (name, notes) => {
    const { dataSet, dialect } = await loadText(name, `${stations}\n${notes}`)
    const records = notes.split('\n').filter((line) => line !== '').length
    expect(dataSet.rows).toEqual({
      read: 30 + records,
      loaded: 30,
      rejected: 0,
      preamble: 0,
      footer: records,
    })
    expect(dialect).toHaveProperty('footerLines', records)
    expect(dataSet.rejects).toBeNull()
    expect(dataSet.columns.map(({ type }) => type)).toEqual(['text', 'timestamp', 'text', 'number'])
  })

  test.each([
    ['cut_known', 'SYN-A1;05.11.2023 2'],
    ['cut_new', 'SYN-B9;05.11.2023 21:00;PM'],
    ['cut_first', 'SYN-'],
    ['ragged', 'SYN-B9;05.11.2023 21:00\n'],
  ])('%s: a last record that was cut off stays a reject', async (name, last) => {
    const { dataSet } = await loadText(name, `${stations}\n${last}`)
    expect(dataSet.rows).toEqual({ read: 31, loaded: 30, rejected: 1, preamble: 0, footer: 0 })
  })

  test('a name of several words that was cut off is no note', async () => {
    const rows = [
      'Nové Město na Moravě;1;2',
      'Brandýs nad Labem;3;4',
      'Ústí nad Orlicí;5;6',
      'Lhota pod Horami;7;8',
    ]
    const { dataSet } = await loadText('obce', `obec;muži;ženy\n${rows.join('\n')}\nŽďár nad Sáz`)
    expect(dataSet.rows).toMatchObject({ loaded: 4, rejected: 1, footer: 0 })
    const totals = await loadText('soucet', `obec;muži;ženy\n${rows.join('\n')}\nCelkem;16`)
    expect(totals.dataSet.rows).toMatchObject({ loaded: 4, rejected: 1, footer: 0 })
  })
})

describe('what the person says about the end and the beginning', () => {
  const text = 'a;b;c\n1;2;3\n4;5;6\n7;8;9\n\nZdroj: úřad\n10;11;12\n\n\n'

  test.each([
    ['none', 0, { loaded: 4, rejected: 1, footer: 0 }, [2, 3, 4, 7]],
    ['one', 1, { loaded: 3, rejected: 1, footer: 1 }, [2, 3, 4]],
    ['two', 2, { loaded: 3, rejected: 0, footer: 2 }, [2, 3, 4]],
    ['blank_too', 3, { loaded: 3, rejected: 0, footer: 2 }, [2, 3, 4]],
    ['data_too', 4, { loaded: 2, rejected: 0, footer: 3 }, [2, 3]],
    ['all', 99, { loaded: 0, rejected: 0, footer: 5 }, []],
  ])('%s: so many physical lines at the end are footer', async (name, footerLines, rows, kept) => {
    const { dataSet, dialect, lines } = await loadText(name, text, { footerLines })
    expect(dataSet.rows).toMatchObject({ ...rows, read: 5 })
    expect(dialect).toHaveProperty('footerLines', footerLines)
    expect(lines).toEqual(kept)
  })

  test('the guess given back as an option gives the same', async () => {
    const notes = `${stations}\n\nZdroj: ČSÚ\n\nPozn.: odhad\n`
    const guessed = await loadText('guessed', notes)
    expect(guessed.dialect).toHaveProperty('footerLines', 3)
    const said = await loadText('said', notes, { footerLines: 3 })
    expect(said.dataSet.rows).toEqual(guessed.dataSet.rows)
  })

  test('a footer longer than any guess, all of it rejected or all of it loaded', async () => {
    const data = Array.from({ length: 1500 }, (_, i) => `${i};${i},5;A${i % 7}`).join('\n')
    const broken = Array.from({ length: 6000 }, (_, i) => `x;${i}`).join('\n')
    const rejects = await loadText('long_rejects', `n;m;k\n${data}\n${broken}\n`, { footerLines: 6000 })
    expect(rejects.dataSet.rows).toMatchObject({ loaded: 1500, rejected: 0, footer: 6000 })
    expect(rejects.dataSet.rejects).toBeNull()
    const whole = Array.from({ length: 300 }, (_, i) => `x;y;z${i}`).join('\n')
    const rows = await loadText('long_rows', `n;m;k\n${data}\n${whole}\n`, { footerLines: 300 })
    expect(rows.dataSet.rows).toMatchObject({ loaded: 1500, rejected: 0, footer: 300 })
  })

  test('lines above the table', async () => {
    const above = `Název;tabulky;zde\nkraj;muži;ženy\nA;1;2\nB;3;4\nC;5;6\n`
    const { dataSet, dialect } = await loadText('above', above, { preambleLines: 1 })
    expect(dataSet.rows).toEqual({ read: 4, loaded: 3, rejected: 0, preamble: 1, footer: 0 })
    expect(dialect).toMatchObject({ preambleLines: 1, headerLine: 2, headerLines: 1 })
    expect(dataSet.columns.map(({ name }) => name)).toEqual(['kraj', 'muzi', 'zeny'])
    const none = await loadText('above_none', above, { preambleLines: 0 })
    expect(none.dialect).toHaveProperty('preambleLines', 0)
    expect(none.dataSet.rows.preamble).toBe(0)
  })

  test('more lines above the table than there are is refused', async () => {
    const path = files.write('beyond.csv', 'a;b\n1;2\n3;4\n')
    const fault = await faultOf(inspectFile(path, { preambleLines: 50 }, quietJob))
    expect(fault).toMatchObject({ code: 'import.bad-layout', values: { line: 51 } })
  })
})

test('comments between the records count as preamble, are named, and their mark must stand at the top', async () => {
  const body = 'čas;hodnota\n1;2,5\n2;3,5\n# výměna čidla; od; teď\n3;4,5\n# konec\n4;5,5\n'
  const { dataSet } = await loadText('comments', `# přístroj A\n# jednotka °C\n${body}`)
  expect(dataSet.rows).toEqual({ read: 8, loaded: 4, rejected: 0, preamble: 4, footer: 0 })
  expect(dataSet.problems).toContainEqual({ code: 'lines.comment', count: 2, example_line: 6 })
  const without = await loadText('no_comments', body)
  expect(without.dataSet.rows).toMatchObject({ loaded: 4, rejected: 2, preamble: 0 })
  const said = await loadText('comment_in_footer', `# přístroj A\n${body}`, { footerLines: 2 })
  expect(said.dataSet.rows).toEqual({ read: 7, loaded: 3, rejected: 0, preamble: 2, footer: 2 })
})

test('letters lost before the file was made are counted by cell', async () => {
  const rows =
    'obec;okres;n\nBrno;Brno;1\nP\ufffd\ufffdbram;P\ufffdbram;2\nZlín;Zlín;3\nT\ufffdebíč;Třebíč;4\nx\ufffd;1\n'
  const { dataSet } = await loadText('lost', rows)
  expect(dataSet.problems).toContainEqual({ code: 'text.replacement-characters', count: 3, example_line: 3 })
})
