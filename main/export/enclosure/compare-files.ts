import { strFromU8, unzipSync } from 'fflate'

export interface TextDifference {
  /** Part of the file and number of the text in it: `xl/worksheets/sheet2.xml:41`. */
  readonly place: string
  readonly file: string
  readonly drawn: string
}

/**
 * What a report's file says against what it would say if it were drawn from its own record: the same report gives the
 * same bytes, so a file that differs was changed after it was written, or drawn by another version. Texts that differ
 * are named one by one.
 */
export function compareFiles(file: Uint8Array, drawn: Uint8Array): readonly TextDifference[] {
  if (Buffer.compare(file, drawn) === 0) return []
  const [own, again] = [textsOf(file), textsOf(drawn)]
  return [...new Set([...own.keys(), ...again.keys()])].flatMap((part) =>
    differing(part, own.get(part) ?? [], again.get(part) ?? []),
  )
}

function differing(
  part: string,
  own: readonly string[],
  again: readonly string[],
): readonly TextDifference[] {
  const length = Math.max(own.length, again.length)
  return Array.from({ length }, (_, at) => at)
    .filter((at) => own[at] !== again[at])
    .map((at) => ({ place: `${part}:${at + 1}`, file: own[at] ?? '', drawn: again[at] ?? '' }))
}

/** Part of the file -> what can be read in it, in its order. */
function textsOf(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  if (strFromU8(bytes.subarray(0, 2), true) !== 'PK') return new Map([['page', textsIn(strFromU8(bytes))]])
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|csv|json|jsonld|md)$/.test(name) })
  return new Map(Object.entries(parts).map(([path, content]) => [path, textsIn(strFromU8(content), path)]))
}

const textsIn = (text: string, path = '.html'): readonly string[] =>
  /\.(xml|html)$/.test(path)
    ? [...text.matchAll(/>([^<]+)</g)].map(([, words = '']) => words.trim()).filter((words) => words !== '')
    : text.split(/\r?\n/)
