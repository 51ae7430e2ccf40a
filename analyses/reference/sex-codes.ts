import list from './codelists/sex.json'

/** Spelling (as `plainSpelling` makes it) -> F, M or T. */
export const sexSpellings: ReadonlyMap<string, string> = new Map(
  list.codes.flatMap(({ code, spellings }) => spellings.map((spelling) => [spelling, code] as const)),
)

/** Lower case, without diacritics, one space between words; how spellings and column names are compared. */
export const plainSpelling = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** F, M or T for any spelling the code list knows, otherwise null. */
export const sexOf = (text: string): string | null => sexSpellings.get(plainSpelling(text)) ?? null
