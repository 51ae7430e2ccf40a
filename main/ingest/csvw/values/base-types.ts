/** Kinds of built-in datatypes that are read in the same way. */
export type Kind = 'number' | 'boolean' | 'instant' | 'duration' | 'binary' | 'text'

interface BuiltIn {
  readonly kind: Kind
  /** Sub-types of decimal take no exponent, sub-types of integer no decimal mark either. */
  readonly number?: 'double' | 'decimal' | 'integer'
  readonly least?: string
  readonly most?: string
}

const integers: Readonly<Record<string, readonly [least: string | null, most: string | null]>> = {
  integer: [null, null],
  long: ['-9223372036854775808', '9223372036854775807'],
  int: ['-2147483648', '2147483647'],
  short: ['-32768', '32767'],
  byte: ['-128', '127'],
  nonNegativeInteger: ['0', null],
  positiveInteger: ['1', null],
  unsignedLong: ['0', '18446744073709551615'],
  unsignedInt: ['0', '4294967295'],
  unsignedShort: ['0', '65535'],
  unsignedByte: ['0', '255'],
  nonPositiveInteger: [null, '0'],
  negativeInteger: [null, '-1'],
}

const instants = [
  'date',
  'dateTime',
  'dateTimeStamp',
  'time',
  'gDay',
  'gMonth',
  'gMonthDay',
  'gYear',
  'gYearMonth',
]

const texts = [
  'anyAtomicType',
  'anyURI',
  'QName',
  'string',
  'normalizedString',
  'token',
  'language',
  'Name',
  'NMTOKEN',
  'xml',
  'html',
  'json',
]

/** Other names of the same types in the context of CSV on the Web. */
const aliases: Readonly<Record<string, string>> = {
  number: 'double',
  binary: 'base64Binary',
  datetime: 'dateTime',
  any: 'anyAtomicType',
}

const builtIns = new Map<string, BuiltIn>([
  ['double', { kind: 'number', number: 'double' }],
  ['float', { kind: 'number', number: 'double' }],
  ['decimal', { kind: 'number', number: 'decimal' }],
  ...Object.entries(integers).map(([name, [least, most]]): [string, BuiltIn] => [
    name,
    {
      kind: 'number',
      number: 'integer',
      ...(least === null ? {} : { least }),
      ...(most === null ? {} : { most }),
    },
  ]),
  ['boolean', { kind: 'boolean' }],
  ...instants.map((name): [string, BuiltIn] => [name, { kind: 'instant' }]),
  ...['duration', 'dayTimeDuration', 'yearMonthDuration'].map((name): [string, BuiltIn] => [
    name,
    { kind: 'duration' },
  ]),
  ...['base64Binary', 'hexBinary'].map((name): [string, BuiltIn] => [name, { kind: 'binary' }]),
  ...texts.map((name): [string, BuiltIn] => [name, { kind: 'text' }]),
])

/** The proper name of a built-in datatype, undefined when there is none of that name. */
export function baseName(name: string): string | undefined {
  const proper = Object.hasOwn(aliases, name) ? aliases[name] : name
  return proper !== undefined && builtIns.has(proper) ? proper : undefined
}

export function builtIn(base: string): BuiltIn {
  return builtIns.get(base) ?? { kind: 'text' }
}

/** Whether this is the address of a built-in datatype, which nobody may give to a datatype of his own. */
export function isBuiltInUrl(url: string): boolean {
  const [, name] = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(.+)$/.exec(url) ?? []
  return name !== undefined && baseName(name) !== undefined
}

/** Lexical rules of the texts that have one (XML Schema 1.1 part 2; RFC 2045 for base64). */
export const lexical: Readonly<Record<string, RegExp>> = {
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  Name: /^[:_\p{L}][-.:_\p{L}\p{N}\p{M}\u00b7]*$/u,
  NMTOKEN: /^[-.:_\p{L}\p{N}\p{M}\u00b7]+$/u,
  QName: /^[_\p{L}][-._\p{L}\p{N}\p{M}\u00b7]*(?::[_\p{L}][-._\p{L}\p{N}\p{M}\u00b7]*)?$/u,
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
  base64Binary: /^(?:[A-Za-z0-9+/] ?)*(?:= ?){0,2}$/,
}
