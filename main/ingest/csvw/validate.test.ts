import { expect, test } from 'vitest'
import { check, column, columns, csv, csvwContext, described, meta } from '../../../tests/helpers/csvw-site'

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
      'm.json': meta({ '@context': [csvwContext, { '@language': 'cs', '@base': 'data/' }], url: '../t.csv' }),
    }),
  ).toEqual([])
})

test.each<readonly [string, object, string]>([
  ['context of another vocabulary', { '@context': 'http://schema.org' }, 'error context @context'],
  ['a context with terms', { '@context': [csvwContext, { x: 'y' }] }, 'error context @context[1].x'],
  [
    'no language',
    { '@context': [csvwContext, { '@language': 'not a tag' }] },
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
  expect(await check({ 'm.json': { '@context': csvwContext, tables: [] } })).toEqual([
    'error property-missing tables',
  ])
  expect(await check({ 'm.json': { '@context': csvwContext, '@type': 'TableGroup' } })).toEqual([
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
