import { expect, test } from 'vitest'
import { check, column, columns, csvwContext, meta } from '../../../tests/helpers/csvw-site'

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
    '@context': csvwContext,
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
    's/schema.json': { '@context': csvwContext, columns: column({ datatype: 'integer' }) },
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
      '@context': csvwContext,
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
