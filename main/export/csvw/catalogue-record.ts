import { locales } from '../../../analyses/model/locale'
import type { RunRecord } from '../../../analyses/model/run-record'
import type { LocalWords } from '../../../analyses/report'
import { packageMessages } from './messages'
import type { JsonObject } from './table-files'

/** The shape catalogues of open data in Czechia read: DCAT-AP-CZ, edition of 28 May 2024. */
const context =
  'https://ofn.gov.cz/dcat-ap-cz-rozhraní-katalogů-otevřených-dat/2024-05-28/kontexty/rozhraní-katalogů-otevřených-dat.jsonld'
const irregular = 'http://publications.europa.eu/resource/authority/frequency/IRREG'
const csvType = 'http://www.iana.org/assignments/media-types/text/csv'
const csvFormat = 'http://publications.europa.eu/resource/authority/file-type/CSV'

/** Licences that sources name in words. */
const licences: readonly (readonly [RegExp, string])[] = [
  [/^cc[ -]?by[ -]?4(\.0)?$/i, 'https://creativecommons.org/licenses/by/4.0/'],
  [/^cc[ -]?by[ -]?sa[ -]?4(\.0)?$/i, 'https://creativecommons.org/licenses/by-sa/4.0/'],
  [/^cc[ -]?0( 1\.0)?$/i, 'https://creativecommons.org/publicdomain/zero/1.0/'],
]

/** A licence as an address; null for words nobody can resolve. */
export function licenceAddress(text: string): string | null {
  const trimmed = text.trim()
  if (/^https:\/\/[^\s]+$/.test(trimmed)) return trimmed
  return licences.find(([words]) => words.test(trimmed))?.[1] ?? null
}

export interface CatalogueEntry {
  readonly title: LocalWords
  readonly description: LocalWords
  readonly keywords: readonly string[]
  readonly runs: readonly RunRecord[]
  readonly files: readonly { readonly path: string; readonly title: LocalWords }[]
}

/**
 * The data set and one distribution per table. What only the publisher can say (publisher, contact, territory, theme,
 * personal data, terms where sources state none) is left out rather than made up. Links are relative to the record.
 */
export function catalogueRecord({ title, description, keywords, runs, files }: CatalogueEntry): JsonObject {
  const licence = commonLicence(runs)
  const covered = coverage(runs)
  return {
    '@context': context,
    iri: '#datova-sada',
    typ: 'Datová sada',
    název: { ...title },
    popis: withNotes(description, runs),
    ...(keywords.length === 0
      ? {}
      : { klíčové_slovo: Object.fromEntries(locales.map((locale) => [locale, [...keywords]])) }),
    periodicita_aktualizace: irregular,
    ...(covered === null
      ? {}
      : { časové_pokrytí: { typ: 'Časový interval', začátek: covered.from, konec: covered.to } }),
    distribuce: files.map(({ path, title: name }) => ({
      iri: `#${path}`,
      typ: 'Distribuce',
      název: { ...name },
      soubor_ke_stažení: path,
      přístupové_url: path,
      formát: csvFormat,
      typ_média: csvType,
      schéma: 'csv-metadata.json',
      ...(licence === null
        ? {}
        : {
            podmínky_užití: {
              typ: 'Specifikace podmínek užití',
              autorské_dílo: licence,
              databáze_jako_autorské_dílo: licence,
            },
          }),
    })),
  }
}

/** Only when every source states the same one: results of several sources stand under all their terms. */
function commonLicence(runs: readonly RunRecord[]): string | null {
  const stated = runs.flatMap(({ inputs }) => inputs.map(({ card }) => licenceAddress(card?.licence ?? '')))
  const [licence] = stated
  return licence !== undefined && new Set(stated).size === 1 ? licence : null
}

function withNotes(description: LocalWords, runs: readonly RunRecord[]): JsonObject {
  const synthetic = runs.some(({ inputs }) => inputs.some((input) => input.synthetic))
  const hidden = runs.some(({ disclosure }) => (disclosure?.primary ?? 0) + (disclosure?.secondary ?? 0) > 0)
  const base =
    runs.find(({ disclosure }) => disclosure?.rounding !== undefined)?.disclosure?.rules.base ?? null
  return Object.fromEntries(
    locales.map((locale) => {
      const words = packageMessages[locale]
      const rounded = base === null ? [] : [words.rounded.replace('{base}', String(base))]
      const notes = [...(synthetic ? [words.synthetic] : []), ...(hidden ? [words.hidden] : []), ...rounded]
      return [locale, [description[locale], ...notes].filter((text) => text !== '').join(' ')]
    }),
  )
}

/** First day of the first and last day of the last year that a column `period` names. */
function coverage(runs: readonly RunRecord[]): { readonly from: string; readonly to: string } | null {
  const years = runs.flatMap(({ tables }) =>
    Object.values(tables).flatMap((rows) =>
      rows.flatMap(({ period }) => /^(\d{4})(?:$|-)/.exec(String(period ?? ''))?.[1] ?? []),
    ),
  )
  const sorted = years.toSorted()
  const [first] = sorted
  const last = sorted.at(-1)
  return first === undefined || last === undefined ? null : { from: `${first}-01-01`, to: `${last}-12-31` }
}
