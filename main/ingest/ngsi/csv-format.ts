import { delimitedTable } from '../csv/delimited-table'
import { findLayout, type Layout } from '../csv/layout'
import { openText, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { type MadeColumn, madeShape } from '../sdmx-csv/made-columns'
import { isTextHead } from '../text/survey'
import { attributeLabel, plainLabel } from './ngsi'

/**
 * NGSI entities flattened to text by the tools of the Smart Data Models: headers `id_`, `co__value_`,
 * `co__unitCode_`, `location__value__coordinates__0_`. Their columns get the names the JSON forms give.
 */
export const ngsiCsvFormat: Format = {
  id: 'ngsi',
  recognise: async ({ head }, { format }) =>
    (format === undefined || format === 'ngsi') && isTextHead(head) && isHeader(headerOf(head)),
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, progress)
    const layout = await findLayout(source, text.survey, options)
    const dialect = { ...layout.dialect, format: 'ngsi' as const, facts: { form: 'NGSI, flattened to text' } }
    const table = delimitedTable(text, { ...layout, dialect }, madeShape(layout, entityColumns(layout)))
    return { ...textContents(text), tables: [table] }
  },
}

const headerOf = (head: Uint8Array): readonly string[] => {
  const [line = ''] = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]/, 1)
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/** Every name ends in an underscore; levels are parted by two. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.length > 2 &&
  cells[0] === 'id_' &&
  cells.includes('type_') &&
  cells.every((cell) => /^[@\w].*_$/.test(cell))

const pathOf = (header: string): readonly string[] => header.trim().replace(/_$/, '').split('__')

const VALUE = new Set(['value', 'object', 'languageMap'])

function entityColumns({ headers }: Layout): readonly MadeColumn[] {
  const isFeature = headers.some((header) => pathOf(header)[0] === 'properties')
  const paths = headers.map((header) => {
    const path = pathOf(header)
    return isFeature && path[0] === 'properties' ? path.slice(1) : path
  })
  const attributes = new Set(
    paths.filter(([, key]) => key !== undefined && VALUE.has(key)).map(([name]) => name),
  )
  const taken = new Set<string>()
  return paths.flatMap((path, field): readonly MadeColumn[] => {
    const [name = '', ...rest] = path
    // A feature is of type Feature; its entity's type stands among the properties.
    if (isFeature && headers[field]?.trim() === 'type_') return []
    const label = attributes.has(name) ? attributeLabel(name, rest) : plainLabel(path)
    if (label === null || taken.has(label)) return []
    taken.add(label)
    return [{ label: placeLabel(label), field }]
  })
}

/** GeoJSON gives the longitude first. */
const placeLabel = (label: string): string =>
  label.replace(/\.coordinates\.0$/, '.longitude').replace(/\.coordinates\.1$/, '.latitude')
