import { afterAll, expect, test } from 'vitest'
import { importFolder } from '../../../tests/helpers/import-files'
import { makeDbf } from '../../../tests/helpers/make-shapefile'
import { openShapefile, twoFields } from '../../../tests/helpers/open-shapefile'

const files = importFolder()
afterAll(() => files.remove())

test.each<[string, string | null, number, string, string]>([
  ['a .cpg says it', '1250', 0x57, 'windows-1250', 'windows-1250'],
  ['a .cpg of ArcGIS', 'UTF-8', 0, 'utf-8', 'utf-8'],
  ['CP852 by the language byte', null, 0x64, 'ibm852', 'ibm852'],
  ['nothing says it: valid UTF-8', null, 0x57, 'utf-8', 'utf-8'],
  ['nothing says it: words of Windows-1250', null, 0x57, 'windows-1250', 'windows-1250'],
])('code page: %s', async (name, cpg, language, written, found) => {
  const stem = name.replace(/\W+/g, ' ')
  const words = [
    'Žďár',
    'Příbram',
    'Kroměříž',
    'Ústí',
    'Třebíč',
    'Děčín',
    'Plzeň',
    'Šumperk',
    'Čáslav',
    'Říčany',
  ]
  if (cpg !== null) files.write(`${stem}.cpg`, cpg)
  const dbf = makeDbf(
    [['NÁZEV', 'C', 20]],
    words.map((word) => [word]),
    { language, encoding: written },
  )
  const read = await openShapefile(files.write(`${stem}.dbf`, dbf))
  expect(read.contents.encoding).toBe(found)
  expect(read.labels).toEqual(['NÁZEV'])
  expect(read.rows.map(([word]) => word)).toEqual(words)
})

test('a person may name the code page', async () => {
  const dbf = makeDbf([['N', 'C', 10]], [['Žďár']], { language: 3, encoding: 'windows-1250' })
  const read = await openShapefile(files.write('jinak.dbf', dbf), { encoding: 'cp1250' })
  expect(read.rows).toEqual([['Žďár']])
})

test('rows that the header promises and the file lacks are said', async () => {
  const dbf = makeDbf(
    twoFields,
    [
      ['1', 'a'],
      ['2', 'b'],
    ],
    { stated: 5 },
  )
  const read = await openShapefile(files.write('uříznutá.dbf', dbf))
  expect(read.rows).toHaveLength(2)
  expect(read.problems).toContainEqual(['shapefile.rows-missing', 3, 3])
})

test('FoxPro numbers of four and eight bytes', async () => {
  const currency = Buffer.alloc(8)
  currency.writeBigInt64LE(-123456n)
  const integer = Buffer.alloc(4)
  integer.writeInt32LE(-7)
  const read = await openShapefile(
    files.write(
      'fox.dbf',
      makeDbf(
        [
          ['C', 'Y', 8],
          ['I', 'I', 4],
        ],
        [[currency, integer]],
      ),
    ),
  )
  expect(read.rows).toEqual([['-12.3456', '-7']])
})
