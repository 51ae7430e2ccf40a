/** Prefixes that the context of CSV on the Web defines (https://www.w3.org/ns/csvw, and RDFa's initial context). */
const prefixes = new Set(
  (
    'as cat cc cnt coll columns csvw ctag dc dc11 dcat dcterms dctypes describedby dqv duv earl foaf gldp gr grddl ' +
    'gs1 http httph ical jsonld ldp lexvo ma madsrdf mo oa odrl og org owl prov ptr qb rdf rdfa rdfs rev rif rr ' +
    'rs rso schema sd sdmx sioc skos skosxl solid sosa ssn ssr time v vann vcard void voaf wdr wdrs wot xhv xml ' +
    'xsd sh ss'
  ).split(' '),
)

/** Terms the context defines: classes and datatypes that may stand as `@type`. */
const terms = new Set(
  (
    'Cell Column Dialect Direction ForeignKey Row Schema Table TableGroup TableReference Template Transformation ' +
    'NumericFormat Datatype anyAtomicType any anyURI base64Binary binary boolean date dateTime datetime dateTimeStamp ' +
    'dayTimeDuration decimal double duration float gDay gMonth gMonthDay gYear gYearMonth hexBinary html integer ' +
    'byte int json language long Name negativeInteger NMTOKEN nonNegativeInteger nonPositiveInteger ' +
    'normalizedString number positiveInteger QName short string time token unsignedByte unsignedInt unsignedLong ' +
    'unsignedShort xml yearMonthDuration'
  ).split(' '),
)

export const isTerm = (text: string): boolean => terms.has(text)

/** `prefix:name` with a known prefix, or an absolute URL. */
export function isCompactOrUrl(text: string): boolean {
  const colon = text.indexOf(':')
  if (colon <= 0 || /[\s<>"{}|\\^`]/.test(text)) return false
  return prefixes.has(text.slice(0, colon)) || URL.canParse(text)
}

/** Property names that are not CSV on the Web's own but allowed nearly everywhere. */
export const isCommonProperty = (name: string): boolean => isCompactOrUrl(name)
