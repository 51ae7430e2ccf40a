import { locales } from '../../../analyses/model/locale'
import type { LocalWords, OpenCodes, OpenColumn, OpenTable } from '../../../analyses/report'
import { packageMessages } from './messages'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** A text in every language, as CSVW and JSON-LD write it. */
export const inLanguages = (words: LocalWords): Json =>
  locales.map((locale) => ({ '@value': words[locale], '@language': locale }))

/** Columns whose meaning others have agreed on: SDMX dimensions. */
const dimensions: Readonly<Record<string, string>> = {
  territory: 'http://purl.org/linked-data/sdmx/2009/dimension#refArea',
  period: 'http://purl.org/linked-data/sdmx/2009/dimension#refPeriod',
  sex: 'http://purl.org/linked-data/sdmx/2009/dimension#sex',
  age: 'http://purl.org/linked-data/sdmx/2009/dimension#age',
}

/** A table of a run in CSV on the Web: the header says the plain names, titles say them in three languages. */
export function tableDescription(url: string, table: OpenTable): JsonObject {
  const codes = table.columns.filter((column) => column.codes !== null)
  return {
    '@type': 'Table',
    url,
    'dc:title': inLanguages(table.title),
    tableSchema: {
      '@type': 'Schema',
      columns: table.columns.map((column) => columnDescription(column, table)),
      ...(codes.length === 0
        ? {}
        : {
            foreignKeys: codes.map(({ name, codes: list }) => ({
              columnReference: name,
              reference: { resource: `codes/${list}.csv`, columnReference: 'code' },
            })),
          }),
    },
  }
}

function columnDescription(column: OpenColumn, table: OpenTable): JsonObject {
  const property = dimensions[column.name]
  return {
    '@type': 'Column',
    name: column.name,
    titles: { und: column.name, ...column.titles },
    datatype: datatypeOf(column, table),
    null: '',
    ...(property === undefined ? {} : { propertyUrl: property }),
    ...(unitWord(column) === '' ? {} : { 'schema:unitText': unitWord(column) }),
  }
}

const unitWord = ({ unit, unitText }: OpenColumn): string => {
  if (unitText !== '') return unitText
  if (unit === 'proportion' || unit === 'proportion-difference') return '1'
  if (unit === 'percent') return '%'
  return unit === 'persons' ? 'persons' : ''
}

function datatypeOf({ name, type, unit }: OpenColumn, { rows }: OpenTable): Json {
  if (type === 'boolean') return { base: 'boolean', format: 'true|false' }
  if (type === 'number') {
    const whole = rows.every((row) => row[name] === null || Number.isSafeInteger(row[name]))
    return whole && rows.length > 0 ? 'integer' : 'double'
  }
  const years =
    unit === 'period' && rows.length > 0 && rows.every((row) => /^\d{4}$/.test(String(row[name] ?? '0000')))
  return years ? 'gYear' : 'string'
}

/** A code list as the open formal norm for code lists names its columns, without the IRIs only a publisher can give. */
export function codeListDescription(codes: OpenCodes): JsonObject {
  const title: LocalWords = {
    cs: packageMessages.cs.codes[codes.name],
    en: packageMessages.en.codes[codes.name],
    pl: packageMessages.pl.codes[codes.name],
  }
  const name = (locale: keyof LocalWords): Json => ({
    '@type': 'Column',
    name: `name_${locale}`,
    titles: { und: `name_${locale}`, [locale]: packageMessages[locale].name },
    lang: locale,
    propertyUrl: 'skos:prefLabel',
    datatype: 'string',
  })
  return {
    '@type': 'Table',
    url: `codes/${codes.name}.csv`,
    'dc:title': inLanguages(title),
    tableSchema: {
      '@type': 'Schema',
      columns: [
        {
          '@type': 'Column',
          name: 'code',
          titles: { und: 'code', ...titlesOfCode },
          required: true,
          propertyUrl: 'skos:notation',
          datatype: 'string',
        },
        ...locales.map(name),
      ],
      primaryKey: 'code',
    },
  }
}

const titlesOfCode = Object.fromEntries(locales.map((locale) => [locale, packageMessages[locale].code]))

/** Code, and its name in each language. */
export const codeListTable = ({ items }: OpenCodes) => ({
  columns: ['code', ...locales.map((locale) => `name_${locale}`)].map((name) => ({ name })),
  rows: items.map(({ code, labels }) => ({
    code,
    ...Object.fromEntries(locales.map((locale) => [`name_${locale}`, labels[locale]])),
  })),
})
