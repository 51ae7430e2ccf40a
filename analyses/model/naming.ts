/** Letters that Unicode does not take apart into a base letter and a mark. */
const undivided: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
}

/**
 * A header in plain form, as COMMANDS.md "Names of columns" says: letters without diacritics, lower case,
 * every run of other characters one `_`, none at the ends, `c_` before a leading digit. Empty when nothing is left.
 */
export function plainName(header: string): string {
  const letters = header
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łđðøßæœþıħŧ]/g, (letter) => undivided[letter] ?? letter)
  const joined = letters.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '')
  return /^\p{N}/u.test(joined) ? `c_${joined}` : joined
}

/** Names for a whole header: an empty one is `column_N` (counted from 1), one met again gets `_2`, `_3`. */
export function columnNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const name = firstFree(plainName(header) || `column_${index + 1}`, taken)
    taken.add(name)
    return name
  })
}

/** The name, or with `_2`, `_3`… where it is taken. */
export function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}_${count}`
  return free
}

/** A data set's name: the file's name without its folder and ending, in plain form. */
export function dataSetName(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? path
  const unpacked = file.replace(/(?<=.)\.(gz|tgz|zip|tar)$/i, '').replace(/(?<=.)\.tar$/i, '')
  const stem = unpacked.replace(/(?<=.)\.(?=[^.]*\p{L})[^.]{1,8}$/u, '')
  return plainName(stem) || 'data_set'
}
