import type { ByteSource } from '../source/byte-source'
import type { Findings } from './findings'
import { Findings as Collected } from './findings'
import { resolve } from './metadata/atoms'
import { type Documents, readTableGroup, referredUrls, type TableGroup } from './metadata/table-group'

/** Where files are found by their address. Nothing is fetched from a network: what is not at hand is not there. */
export interface Web {
  open(url: string): Promise<ByteSource | null>
}

/** Metadata is small; what is larger is something else. */
const MAX_METADATA_BYTES = 32 * 1024 * 1024

/** Places where metadata of a file is looked for when nobody says otherwise (Tabular Data Model, section 5.3). */
export const defaultLocations = ['{+url}-metadata.json', 'csv-metadata.json'] as const

/** The document at an address as JSON; null when there is none. What is no JSON is an error. */
export async function readDocument(
  url: string,
  web: Web,
  findings: Findings,
): Promise<{ readonly value: unknown; readonly file: string } | null> {
  const source = await web.open(url)
  if (source === null) return null
  const { file } = source
  const text =
    source.bytes > MAX_METADATA_BYTES ? null : (await source.slice(0, source.bytes)).toString('utf8')
  try {
    const value: unknown = JSON.parse((text ?? '').replace(/^\uFEFF/, ''))
    return { value, file }
  } catch {
    findings.error('json', file)
    return { value: undefined, file }
  }
}

/** The table group of a metadata document with the documents it refers to; null when there is none to work with. */
export async function loadGroup(url: string, web: Web, findings: Findings): Promise<TableGroup | null> {
  const document = await readDocument(url, web, findings)
  if (document === null) return null
  if (document.value === undefined) return null
  const documents = new Map<string, { value: unknown; file: string } | null>()
  for (const other of referredUrls(document.value, url, new Collected()))
    if (!documents.has(other)) documents.set(other, await readDocument(other, web, findings))
  return readTableGroup(document.value, url, document.file, documents satisfies Documents, findings)
}

export interface Hints {
  /** Target of a `Link` header with `rel="describedby"`. */
  readonly link?: string
  /** Lines of the site's `/.well-known/csvm`. */
  readonly locations?: readonly string[]
}

/**
 * The first metadata that is found for a file and describes it. Metadata at these places that does not name the file
 * is passed over with a warning.
 */
export async function locateGroup(
  url: string,
  web: Web,
  findings: Findings,
  { link, locations = defaultLocations }: Hints = {},
): Promise<TableGroup | null> {
  const places = [
    ...(link === undefined ? [] : [link]),
    ...locations.map((place) => place.replace('{+url}', url)),
  ]
  for (const place of places) {
    const at = resolve(place, url)
    // A server of plain files leaves out the query, so such an address leads back to the table.
    if (at === undefined || new URL(at).pathname === new URL(url).pathname) continue
    const own = new Collected()
    const group = await loadGroup(at, web, own)
    if (group === null) {
      findings.addAll(own)
      continue
    }
    if (group.tables.some((table) => table.url === url)) {
      findings.addAll(own)
      return group
    }
    findings.warn('not-describing', group.file)
  }
  return null
}
