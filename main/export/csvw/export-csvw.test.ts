import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Published } from '../../../analyses/model/published'
import { buildReport } from '../../../analyses/report'
import { quietJob } from '../../../tests/helpers/import-files'
import { memoryWeb } from '../../../tests/helpers/memory-web'
import { noDisclosure, smallPack, smallRecord } from '../../../tests/helpers/small-report'
import { Findings } from '../../ingest/csvw/findings'
import { loadGroup } from '../../ingest/csvw/locate'
import { validateGroup } from '../../ingest/csvw/validate'
import { licenceAddress } from './catalogue-record'
import { exportCsvw } from './export-csvw'

const pack = smallPack()
const record = smallRecord()
const published: Published = {
  format: 'workbench-published/1',
  locale: 'cs',
  composition: null,
  runs: { main: record },
  disclosure: noDisclosure,
}
const packed = (runs = [{ key: 'main', pack, record }]) => {
  const files = unzipSync(exportCsvw(buildReport({ pack, record, locale: 'cs' }), runs, published))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** What a validator of CSV on the Web says of the package. */
async function validated(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = new Findings()
  const web = memoryWeb(files)
  const group = await loadGroup('http://example.org/csv-metadata.json', web, findings)
  if (group === null) return ['no group']
  await validateGroup(group, web, findings, quietJob)
  return findings.all.map(({ severity, code, at }) => `${severity} ${code} ${at}`)
}

describe('CSV on the Web', () => {
  test('a validator finds nothing wrong with one run, nor with two', async () => {
    expect(await validated(packed())).toEqual([])
    const two = packed([
      { key: 'women', pack, record },
      { key: 'men', pack, record },
    ])
    expect(Object.keys(two)).toContain('data/women-gap.csv')
    expect(Object.keys(two)).toContain('data/men-gap.csv')
    expect(await validated(two)).toEqual([])
  })

  test('a validator does find a code that is not in its list, and a header that is another', async () => {
    const files = packed()
    const [list] = Object.keys(files).filter((path) => path.startsWith('codes/'))
    expect(list).toBeDefined()
    expect(
      await validated({ ...files, [list ?? '']: 'code,name_cs,name_en,name_pl\r\nx,x,x,x\r\n' }),
    ).not.toEqual([])
    const other = (files['data/gap.csv'] ?? '').replace('territory', 'somewhere')
    expect(await validated({ ...files, 'data/gap.csv': other })).not.toEqual([])
  })

  test('numbers are whole and codes keep their zeros', () => {
    const [head, ...lines] = (packed()['data/gap.csv'] ?? '').trimEnd().split('\r\n')
    expect(head?.split(',')).toEqual(record.schema['gap']?.map(({ name }) => name))
    const values = record.tables['gap']?.map((row) => String(row['difference'] ?? ''))
    const at = head?.split(',').indexOf('difference') ?? -1
    expect(lines.map((line) => line.split(',')[at])).toEqual(values)
  })

  test('the same run gives the same bytes', () => {
    const document = buildReport({ pack, record, locale: 'pl' })
    const runs = [{ key: 'main', pack, record }]
    expect(exportCsvw(document, runs, published)).toEqual(exportCsvw(document, runs, published))
  })
})

describe('the catalogue record', () => {
  const catalogue = JSON.parse(packed()['datova-sada.jsonld'] ?? '{}')

  test('names the data set in three languages and each table as a distribution that is in the package', () => {
    expect(Object.keys(catalogue.název)).toEqual(['cs', 'en', 'pl'])
    const paths = catalogue.distribuce.map((one: { soubor_ke_stažení: string }) => one.soubor_ke_stažení)
    expect(paths).toContain('data/gap.csv')
    for (const path of paths) expect(Object.keys(packed())).toContain(path)
  })

  test('makes up neither a publisher nor terms of use', () => {
    expect(catalogue).not.toHaveProperty('poskytovatel')
    expect(JSON.stringify(catalogue)).not.toContain('osobní_údaje')
  })

  test.each([
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['https://example.org/licence', 'https://example.org/licence'],
    ['free to use', null],
    ['javascript:alert(1)', null],
  ])('licence %s', (text, address) => {
    expect(licenceAddress(text)).toBe(address)
  })

  test('a licence holds for the result only when all sources have the same', () => {
    const licensed = (licence: string) => ({
      ...record,
      inputs: record.inputs.map((input) => ({ ...input, card: { ...input.card, licence } })),
    })
    const terms = (...licences: readonly string[]) =>
      packed(licences.map((licence, at) => ({ key: `run-${at}`, pack, record: licensed(licence) })))[
        'datova-sada.jsonld'
      ]
    expect(terms('CC BY 4.0', 'CC BY 4.0')).toContain('podmínky_užití')
    expect(terms('CC BY 4.0', 'CC0')).not.toContain('podmínky_užití')
  })
})
