import type { Pack } from '../../../analyses/model/pack'
import type { Published } from '../../../analyses/model/published'
import type { ReportDocument } from '../../../analyses/model/report-document'
import type { RunRecord } from '../../../analyses/model/run-record'
import { type LocalWords, type OpenCodes, openTables } from '../../../analyses/report'
import { writeCsv } from '../csv/write-csv'
import { packagePart } from '../enclosure'
import { stillArchive } from '../still-archive'
import { catalogueRecord } from './catalogue-record'
import { packageMessages } from './messages'
import {
  codeListDescription,
  codeListTable,
  inLanguages,
  type JsonObject,
  tableDescription,
} from './table-files'

export interface PackageRun {
  /** Tells tables of several runs apart. */
  readonly key: string
  readonly pack: Pack
  readonly record: RunRecord
}

interface DataFile {
  readonly path: string
  readonly title: LocalWords
  readonly text: string
  readonly description: JsonObject
}

/**
 * Results as open data: every table of the protected runs as CSV with its description (CSV on the Web, W3C 2015), the
 * code lists it uses, a catalogue record (DCAT-AP-CZ), what it was made of and a file for people, in one archive. Codes stay codes and
 * numbers are whole, so that others can calculate; the words of a reader are in the descriptions, in three languages.
 */
export function exportCsvw(
  document: ReportDocument,
  runs: readonly PackageRun[],
  published: Published,
): Uint8Array {
  const opened = runs.map(({ key, pack, record }) => ({ key, record, open: openTables(pack, record) }))
  const tables = opened.flatMap(({ key, open }) =>
    open.tables.map((table): DataFile => {
      const path = `data/${runs.length > 1 ? `${key}-` : ''}${table.name}.csv`
      const text = writeCsv(table, { byteOrderMark: false })
      return { path, title: table.title, text, description: tableDescription(path, table) }
    }),
  )
  const lists = mergedCodes(opened.flatMap(({ open }) => open.codes))
  const title = ownTitle(document, opened[0]?.open.title)
  const description: LocalWords = {
    cs: opened.map(({ open }) => open.question.cs).join(' '),
    en: opened.map(({ open }) => open.question.en).join(' '),
    pl: opened.map(({ open }) => open.question.pl).join(' '),
  }
  const metadata: JsonObject = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': document.locale }],
    '@type': 'TableGroup',
    'dc:title': inLanguages(title),
    'dc:description': inLanguages(description),
    tables: [...tables.map((table) => table.description), ...lists.map(codeListDescription)],
  }
  const record = catalogueRecord({
    title,
    description,
    keywords: [...new Set([...(document.imprint?.keywords ?? [])])],
    runs: runs.map((run) => run.record),
    files: tables,
  })
  const text = new TextEncoder()
  return stillArchive({
    'csv-metadata.json': text.encode(pretty(metadata)),
    'datova-sada.jsonld': text.encode(pretty(record)),
    'README.md': text.encode(readme(document, tables)),
    [packagePart]: text.encode(`${JSON.stringify(published, null, 2)}\n`),
    ...Object.fromEntries(tables.map((table) => [table.path, text.encode(table.text)])),
    ...Object.fromEntries(
      lists.map((codes) => [
        `codes/${codes.name}.csv`,
        text.encode(writeCsv(codeListTable(codes), { byteOrderMark: false })),
      ]),
    ),
  })
}

const pretty = (json: JsonObject): string => `${JSON.stringify(json, null, 2)}\n`

/** The report's own title stands in its language; other languages have the title of the analysis. */
function ownTitle({ title, locale }: ReportDocument, pack: LocalWords | undefined): LocalWords {
  const words = { cs: title, en: title, pl: title, ...pack }
  return { ...words, [locale]: title }
}

/** Runs of one report may use different codes of the same list. */
function mergedCodes(lists: readonly OpenCodes[]): readonly OpenCodes[] {
  const names = [...new Set(lists.map(({ name }) => name))]
  return names.map((name) => {
    const items = new Map(
      lists
        .filter((list) => list.name === name)
        .flatMap((list) => list.items.map((item) => [item.code, item] as const)),
    )
    return { name, items: [...items.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
  })
}

function readme({ title, subtitle, locale, synthetic }: ReportDocument, tables: readonly DataFile[]): string {
  const words = packageMessages[locale]
  const files = tables.map(({ path, title: name }) => `- ${path}: ${oneLine(name[locale])}`)
  const head = [`# ${oneLine(title)}`, oneLine(subtitle), ...(synthetic ? [words.synthetic] : [])]
  return `${[...head, files.join('\n'), ...words.readme].filter((part) => part !== '').join('\n\n')}\n`
}

/** A label from data cannot begin a line of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
