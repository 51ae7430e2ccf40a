import { expect, test } from 'vitest'
import { quietJob } from '../../../tests/helpers/import-files'
import { memoryWeb } from '../../../tests/helpers/memory-web'
import { Findings } from './findings'
import { type Hints, loadGroup, locateGroup } from './locate'
import { bareGroup, validateGroup } from './validate'

const context = 'http://www.w3.org/ns/csvw'
type Files = Readonly<Record<string, string | object>>

/** What is found wrong when the metadata `m.json` of a small site are validated: severity, code, place, line. */
async function check(files: Files, path = 'm.json'): Promise<readonly string[]> {
  const web = memoryWeb(files)
  const findings = new Findings()
  const group = await loadGroup(`http://example.org/${path}`, web, findings)
  if (group !== null) await validateGroup(group, web, findings, quietJob)
  return said(findings)
}

const said = (findings: Findings): readonly string[] =>
  findings.all.map(({ severity, code, at, line, count }) =>
    [severity, code, at, line === null ? '' : `${line}`, count > 1 ? `x${count}` : '']
      .filter((part) => part !== '')
      .join(' '),
  )

const csv = 'id,name\n1,a\n2,b\n'
const columns = [
  { titles: 'id', name: 'id' },
  { titles: 'name', name: 'name' },
]
const meta = (more: object = {}, schema: object = {}) => ({
  '@context': context,
  url: 't.csv',
  tableSchema: { columns, ...schema },
  ...more,
})
const described = (more: object = {}, schema: object = {}) =>
  check({ 't.csv': csv, 'm.json': meta(more, schema) })
const column = (more: object) => [{ ...columns[0], ...more }, columns[1]]

test('good metadata: nothing is found', async () => {
  expect(await described()).toEqual([])
  expect(
    await described({
      'dc:title': 'Table',
      'schema:url': { '@id': 'http://example.org/x' },
      'dc:modified': { '@value': '2020-01-01', '@type': 'xsd:date' },
    }),
  ).toEqual([])
  expect(
    await check({
      't.csv': csv,
      'm.json': meta({ '@context': [context, { '@language': 'cs', '@base': 'data/' }], url: '../t.csv' }),
    }),
  ).toEqual([])
})

test.each<readonly [string, object, string]>([
  ['context of another vocabulary', { '@context': 'http://schema.org' }, 'error context @context'],
  ['a context with terms', { '@context': [context, { x: 'y' }] }, 'error context @context[1].x'],
  [
    'no language',
    { '@context': [context, { '@language': 'not a tag' }] },
    'warning property-value @context[1].@language',
  ],
  ['blank node', { '@id': '_:a' }, 'error id @id'],
  ['wrong type', { '@type': 'Schema' }, 'error type @type'],
  ['unknown property', { titles: 'x' }, 'warning property-unknown titles'],
  ['unknown direction', { tableDirection: 'up' }, 'warning property-value tableDirection'],
  ['dialect that is none', { dialect: 7 }, 'warning property-value dialect'],
  ['delimiter that is none', { dialect: { delimiter: 7 } }, 'warning property-value dialect.delimiter'],
  ['encoding nobody knows', { dialect: { encoding: 'klingon' } }, 'warning property-value dialect.encoding'],
  ['list in a common property', { 'dc:x': { '@list': [1] } }, 'error common-property dc:x.@list'],
  ['language without value', { 'dc:x': { '@language': 'cs' } }, 'error common-property dc:x.@language'],
  [
    'language and type',
    { 'dc:x': { '@value': 'x', '@language': 'cs', '@type': 'xsd:date' } },
    'error common-property dc:x',
  ],
  ['type of a common property', { 'dc:x': { '@type': 'no such' } }, 'error type dc:x.@type'],
  [
    'transformation without its script',
    { transformations: [{ url: 'a', targetFormat: 'b' }] },
    'error property-missing transformations[0]',
  ],
  ['a schema file that is not here', { tableSchema: 'schema.json' }, 'error schema-missing tableSchema'],
])('%s', async (_, more, finding) => {
  expect(await described(more)).toContain(finding)
})

test.each<readonly [string, object, string]>([
  [
    'repeated name',
    { columns: [columns[0], { ...columns[1], name: 'id' }] },
    'error column-name-repeated tableSchema.columns',
  ],
  [
    'name with a space',
    { columns: column({ name: 'i d' }) },
    'warning column-name tableSchema.columns[0].name',
  ],
  [
    'name with a letter outside ASCII',
    { columns: column({ name: 'číslo' }) },
    'warning column-name tableSchema.columns[0].name',
  ],
  [
    'virtual before others',
    { columns: [{ virtual: true, name: 'v' }, ...columns] },
    'error virtual-order tableSchema.columns',
  ],
  ['fewer columns', { columns: [columns[0]] }, 'error columns-number'],
  ['another title', { columns: column({ titles: 'ID' }) }, 'error column-title id'],
  ['a name alone is no title', { columns: [{ name: 'id' }, columns[1]] }, 'error column-title id'],
  ['key of no column', { primaryKey: 'x' }, 'warning column-reference tableSchema.primaryKey'],
  ['row titles of no column', { rowTitles: ['x'] }, 'warning column-reference tableSchema.rowTitles'],
  [
    'unknown datatype',
    { columns: column({ datatype: 'klingon' }) },
    'warning datatype tableSchema.columns[0].datatype',
  ],
  [
    'identifier of a built-in type',
    { columns: column({ datatype: { '@id': 'http://www.w3.org/2001/XMLSchema#int' } }) },
    'error id tableSchema.columns[0].datatype.@id',
  ],
  [
    'length of a number',
    { columns: column({ datatype: { base: 'int', length: 1 } }) },
    'error datatype-constraint tableSchema.columns[0].datatype',
  ],
  [
    'least above most',
    { columns: column({ datatype: { base: 'int', minimum: 2, maximum: 1 } }) },
    'error datatype-constraint tableSchema.columns[0].datatype',
  ],
  [
    'limits of a text',
    { columns: column({ datatype: { base: 'string', minimum: 2 } }) },
    'error datatype-constraint tableSchema.columns[0].datatype',
  ],
  [
    'truth with one word',
    { columns: column({ datatype: { base: 'boolean', format: '1' } }) },
    'warning format tableSchema.columns[0].datatype.format',
  ],
  [
    'template that is none',
    { columns: column({ aboutUrl: 'x{' }) },
    'warning property-value tableSchema.columns[0].aboutUrl',
  ],
  [
    'null in part',
    { columns: column({ null: ['-', 7] }) },
    'warning property-value tableSchema.columns[0].null[1]',
  ],
  [
    'reference with more',
    {
      foreignKeys: [
        { columnReference: 'id', 'dc:x': 1, reference: { resource: 't.csv', columnReference: 'id' } },
      ],
    },
    'error property-unknown tableSchema.foreignKeys[0].dc:x',
  ],
  [
    'reference to no table',
    { foreignKeys: [{ columnReference: 'id', reference: { resource: 'x.csv', columnReference: 'id' } }] },
    'error table-reference tableSchema.foreignKeys[0]',
  ],
  [
    'reference to no column',
    { foreignKeys: [{ columnReference: 'id', reference: { resource: 't.csv', columnReference: 'x' } }] },
    'error column-reference tableSchema.foreignKeys[0]',
  ],
  [
    'reference from no column',
    { foreignKeys: [{ columnReference: 'x', reference: { resource: 't.csv', columnReference: 'id' } }] },
    'error column-reference tableSchema.foreignKeys[0].columnReference',
  ],
])('%s', async (_, schema, finding) => {
  expect(await described({}, schema)).toContain(finding)
})

test('documents that are none', async () => {
  expect(await check({ 'm.json': '{' })).toEqual(['error json'])
  expect(await check({ 'm.json': '[]' })).toEqual(['error json'])
  expect(await check({ 'm.json': { '@context': context, tables: [] } })).toEqual([
    'error property-missing tables',
  ])
  expect(await check({ 'm.json': { '@context': context, '@type': 'TableGroup' } })).toEqual([
    'error property-missing',
  ])
  expect(await check({ 'm.json': meta() })).toEqual(['error table-missing'])
  const deep = `${'{"dc:x":'.repeat(200)}1${'}'.repeat(200)}`
  expect(
    await check({ 't.csv': csv, 'm.json': JSON.stringify(meta()).replace(/}$/, `,"dc:y":${deep}}`) }),
  ).toHaveLength(1)
})

test('titles fit by language', async () => {
  const titled = (titles: object, lang: string) =>
    check({ 't.csv': csv, 'm.json': meta({ lang }, { columns: column({ titles }) }) })
  expect(await titled({ 'cs-CZ': 'id' }, 'cs')).toEqual([])
  expect(await titled({ en: 'id' }, 'cs')).toEqual(['error column-title id'])
  expect(await titled({ en: ['x', 'id'] }, 'und')).toEqual([])
})

const cells = (description: object, ...texts: readonly string[]) =>
  check({
    't.csv': ['v,w', ...texts.map((text) => `${text},x`)].join('\n'),
    'm.json': meta({}, { columns: [{ name: 'v', titles: 'v', ...description }, { titles: 'w' }] }),
  })

test('cells: required, null, default, lists, limits, spaces', async () => {
  expect(await cells({ required: true }, 'a', '', 'b')).toEqual(['error cell-required v 3'])
  expect(await cells({ required: true, null: 'NA' }, 'NA', '')).toEqual(['error cell-required v 2'])
  expect(await cells({ datatype: 'integer', default: '0', required: true }, '', '7')).toEqual([])
  expect(await cells({ datatype: 'integer', null: ['-', ''] }, '-', '', '7', 'x', 'y')).toEqual([
    'error cell-value v 5 x2',
  ])
  expect(await cells({ datatype: 'integer', separator: ';' }, '1; 2;3', '', '1;x')).toEqual([
    'error cell-value v 4',
  ])
  expect(await cells({ datatype: 'integer' }, ' 7 ', '7 8')).toEqual(['error cell-value v 3'])
  expect(await cells({ datatype: { base: 'string', maxLength: 2 } }, 'ab', ' ab')).toEqual([
    'error cell-length v 3',
  ])
  expect(
    await cells(
      { datatype: { base: 'decimal', minExclusive: 1, maximum: '2.5' } },
      '1',
      '1.01',
      '2.5',
      '2.51',
    ),
  ).toEqual(['error cell-range v 2 x2'])
  expect(
    await cells(
      { datatype: { base: 'date', format: 'd.M.yyyy', minimum: '2024-02-01' } },
      '1.2.2024',
      '31.1.2024',
    ),
  ).toEqual(['error cell-range v 3'])
  expect(await cells({ datatype: { base: 'string', format: '1|2' } }, '1', '2', '3')).toEqual([
    'error cell-value v 4',
  ])
})

test('rows of another width are errors with their line', async () => {
  expect(await check({ 't.csv': 'id,name\n1,a\n2\n3,c,d\n', 'm.json': meta() })).toEqual([
    'error row-width 3 x2',
  ])
})

test('keys: alone, together, by value and not by text', async () => {
  const keyed = (text: string, schema: object) => check({ 't.csv': text, 'm.json': meta({}, schema) })
  expect(await keyed('id,name\n1,a\n2,b\n1,c\n1,d\n', { primaryKey: 'id' })).toEqual([
    'error key-repeated id 4 x2',
  ])
  expect(await keyed('id,name\n1,a\n1,b\n1,a\n', { primaryKey: ['id', 'name'] })).toEqual([
    'error key-repeated id, name 4',
  ])
  expect(await keyed('id,name\n1,a\n01,b\n', { primaryKey: 'id' })).toEqual([])
  expect(
    await keyed('id,name\n1,a\n01,b\n', { primaryKey: 'id', columns: column({ datatype: 'integer' }) }),
  ).toEqual(['error key-repeated id 3'])
})

test('references: to another table, to the same, by schema; several or none is an error, no value is none', async () => {
  const reference = (target: object) => ({
    '@context': context,
    tables: [
      {
        url: 't.csv',
        tableSchema: { columns, foreignKeys: [{ columnReference: 'name', reference: target }] },
      },
      { url: 'o.csv', tableSchema: { '@id': 'o-schema.json', columns: [{ titles: 'k', name: 'k' }] } },
    ],
  })
  const files = { 't.csv': 'id,name\n1,a\n2,\n3,b\n4,c\n', 'o.csv': 'k\na\nb\nb\n' }
  const wrong = ['error reference-ambiguous name 4', 'error reference-missing name 5']
  expect(await check({ ...files, 'm.json': reference({ resource: 'o.csv', columnReference: 'k' }) })).toEqual(
    wrong,
  )
  expect(
    await check({
      ...files,
      'm.json': reference({ schemaReference: 'o-schema.json', columnReference: 'k' }),
    }),
  ).toEqual(wrong)
  const self = {
    foreignKeys: [{ columnReference: 'name', reference: { resource: 't.csv', columnReference: 'id' } }],
  }
  expect(await check({ 't.csv': 'id,name\n1,2\n2,3\n', 'm.json': meta({}, self) })).toEqual([
    'error reference-missing name 3',
  ])
})

test('a dialect rules the reading', async () => {
  const dialect = {
    delimiter: '|',
    quoteChar: "'",
    doubleQuote: false,
    skipRows: 1,
    skipColumns: 1,
    headerRowCount: 2,
    commentPrefix: '%',
    trim: true,
    skipBlankRows: true,
  }
  const text = "note\nx|id|name\nx||\n%no|row\n0| 1 |'a|\\'b'\n||\n"
  expect(
    await check({ 't.csv': text, 'm.json': meta({ dialect }, { columns: column({ datatype: 'integer' }) }) }),
  ).toEqual([])
  expect(
    await check({
      't.csv': '1,a\n2,b\n',
      'm.json': meta({ dialect: { header: false } }, { columns: column({ datatype: 'integer' }) }),
    }),
  ).toEqual([])
})

test('schemas and dialects in files of their own, found from their own place', async () => {
  const files = {
    't.csv': 'id;name\nx;a\n',
    's/schema.json': { '@context': context, columns: column({ datatype: 'integer' }) },
    's/dialect.json': { delimiter: ';' },
  }
  expect(
    await check({ ...files, 'm.json': meta({ tableSchema: 's/schema.json', dialect: 's/dialect.json' }) }),
  ).toEqual(['error cell-value id 2'])
})

test('a schema is referred to by its address as well as by its identifier', async () => {
  const by = (schemaReference: string) => ({
    't.csv': 'id,name\n1,x\n',
    'o.csv': 'k\na\n',
    's/o.json': { '@id': 'http://example.org/schemas/o', columns: [{ titles: 'k', name: 'k' }] },
    'm.json': {
      '@context': context,
      tables: [
        {
          url: 't.csv',
          tableSchema: {
            columns,
            foreignKeys: [{ columnReference: 'name', reference: { schemaReference, columnReference: 'k' } }],
          },
        },
        { url: 'o.csv', tableSchema: 's/o.json' },
      ],
    },
  })
  for (const reference of ['s/o.json', 'http://example.org/schemas/o']) {
    expect(await check(by(reference))).toEqual(['error reference-missing name 2'])
  }
})

const locate = async (url: string, files: Files, hints: Hints = {}) => {
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
