import { expect, test } from 'vitest'
import { csv, meta, type SiteFiles, said } from '../../../tests/helpers/csvw-site'
import { quietJob } from '../../../tests/helpers/import-files'
import { memoryWeb } from '../../../tests/helpers/memory-web'
import { Findings } from './findings'
import { type Hints, locateGroup } from './locate'
import { bareGroup, validateGroup } from './validate'

const locate = async (url: string, files: SiteFiles, hints: Hints = {}) => {
  const findings = new Findings()
  const group = await locateGroup(`http://example.org/${url}`, memoryWeb(files), findings, hints)
  return [group?.file ?? null, ...said(findings)]
}

test('metadata are looked for by the link, beside the file, in the folder, at the places of the site', async () => {
  const own = meta({ url: 't.csv' })
  const other = meta({ url: 'other.csv' })
  const both = { 'd/t.csv-metadata.json': own, 'd/csv-metadata.json': own }
  expect(await locate('d/t.csv', both)).toEqual(['d/t.csv-metadata.json'])
  expect(await locate('d/t.csv', { 'd/csv-metadata.json': own })).toEqual(['d/csv-metadata.json'])
  expect(await locate('d/t.csv', { ...both, 'd/linked.json': own }, { link: 'linked.json' })).toEqual([
    'd/linked.json',
  ])
  expect(await locate('d/t.csv', { ...both, 'd/linked.json': other }, { link: 'linked.json' })).toEqual([
    'd/t.csv-metadata.json',
    'warning not-describing',
  ])
  expect(await locate('d/t.csv', { ...both, 'd/t.csv-metadata.json': other })).toEqual([
    'd/csv-metadata.json',
    'warning not-describing',
  ])
  expect(await locate('d/t.csv', { 'd/csv-metadata.json': other })).toEqual([null, 'warning not-describing'])
  expect(
    await locate('d/t.csv', { 'd/t.csv.json': own }, { locations: ['{+url}.json', 'csvm.json'] }),
  ).toEqual(['d/t.csv.json'])
  expect(
    await locate('d/t.csv', { 'd/csvm.json': own }, { locations: ['{+url}.json', 'csvm.json'] }),
  ).toEqual(['d/csvm.json'])
  expect(await locate('d/t.csv', {})).toEqual([null])
})

test('an address with a query, in another spelling', async () => {
  expect(
    await locate('d/t.csv?q', { 'd/t.csv': csv, 'd/csv-metadata.json': meta({ url: 't.csv?q' }) }),
  ).toEqual(['d/csv-metadata.json'])
  expect(
    await locate('d/t.csv', { 'd/csv-metadata.json': meta({ url: 'HTTP://EXAMPLE.org:80/d/./t.csv' }) }),
  ).toEqual(['d/csv-metadata.json'])
})

test('a file without metadata is checked by itself', async () => {
  const findings = new Findings()
  await validateGroup(
    bareGroup('http://example.org/t.csv', 't.csv'),
    memoryWeb({ 't.csv': 'a,b\n1,2\n3\n' }),
    findings,
    quietJob,
  )
  expect(said(findings)).toEqual(['error row-width 3'])
})
