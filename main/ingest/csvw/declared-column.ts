import type { SpecialStatus } from '../../../analyses/model/column-facts'
import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import type { Declared } from '../tables/source-table'
import type { BoundColumn } from './check/bind-columns'
import type { Datatype } from './metadata/datatype'
import { builtIn } from './values/base-types'
import { readingOf } from './values/reading'

/** What the property that a column states means for us. Prefixes are those of the CSVW context. */
const roles: readonly (readonly [property: RegExp, role: ColumnRole])[] = [
  [/(?:^skos:|skos\/core#)notation$/, 'identifier'],
  [/(?:^skos:|skos\/core#)(?:prefLabel|altLabel|hiddenLabel|definition|note)$/, 'text'],
  [/(?:^rdfs:|rdf-schema#)(?:label|comment)$/, 'text'],
  [/(?:^dc:|^dcterms:|purl\.org\/dc\/(?:terms|elements\/1\.1)\/)(?:title|description)$/, 'text'],
  [/(?:^schema:|schema\.org\/)name$/, 'text'],
  [/linked-data\/sdmx\/2009\/dimension#(?:refArea|refRegion)$/, 'territory'],
  [/linked-data\/sdmx\/2009\/dimension#(?:refPeriod|timePeriod)$/, 'period'],
  [/linked-data\/sdmx\/2009\/dimension#sex$/, 'sex'],
  [/linked-data\/sdmx\/2009\/dimension#age$/, 'age'],
  [/linked-data\/sdmx\/2009\/measure#obsValue$/, 'measure'],
  [/linked-data\/sdmx\/2009\/attribute#(?:obsStatus|confStatus)$/, 'status'],
]

/** Type, role and way of writing that the metadata state for a column; nothing where they state nothing. */
export function declaredColumn(
  { name, inherited }: BoundColumn,
  texts: readonly string[],
  key: readonly string[],
): Declared {
  const { datatype, propertyUrl = '', separator = null } = inherited
  const noted = roles.find(([property]) => property.test(propertyUrl))?.[1]
  const isKey = key.length === 1 && name !== null && key[0] === name
  const role = noted ?? (isKey ? 'identifier' : undefined)
  const special = specialOf(inherited.null ?? [''])
  if (datatype === undefined) {
    const type = noted === 'identifier' || separator !== null ? { type: textType(texts) } : {}
    return { ...type, ...(role === undefined ? {} : { role }), ...special }
  }
  const type = separator === null ? typeOf(datatype, texts) : 'text'
  const reading = separator === null ? readingOf(datatype) : undefined
  return {
    type: type ?? 'text',
    ...(role === undefined ? {} : { role }),
    ...(reading === undefined ? {} : { reading }),
    ...special,
  }
}

function typeOf(datatype: Datatype, texts: readonly string[]): ColumnType | undefined {
  const { base } = datatype
  const { kind, number } = builtIn(base)
  if (kind === 'number') return number === 'integer' ? 'integer' : 'number'
  if (kind === 'boolean') return 'boolean'
  if (base === 'date') return zoneless(datatype) ? 'date' : 'text'
  if (base === 'dateTime' || base === 'dateTimeStamp') return zoneless(datatype) ? 'timestamp' : 'text'
  if (base === 'gYear') return 'code'
  return kind === 'text' && base !== 'anyURI' ? textType(texts) : 'text'
}

/** Formats with a zone or finer than the database reads have no like there. */
const zoneless = ({ instant }: Datatype): boolean => instant === null || instant.strptime !== null

/** Texts of digits only are codes: they keep their zeros in either case, but are worth saying so. */
const textType = (texts: readonly string[]): ColumnType =>
  texts.length > 0 && texts.every((text) => /^\d+$/.test(text)) ? 'code' : 'text'

function specialOf(marks: readonly string[]): { special?: Readonly<Record<string, SpecialStatus>> } {
  const filled = marks.filter((mark) => mark !== '')
  return filled.length === 0
    ? {}
    : { special: Object.fromEntries(filled.map((mark) => [mark, 'missing' as const])) }
}
