/**
 * Looks through a flatbuffer of Arrow before the library decodes it: the library trusts every length in it, and a
 * damaged one would make it ask for gigabytes. Layouts: arrow/format/{Message,Schema,File}.fbs.
 */

type Kind =
  | { readonly vectorOf: number }
  | { readonly tables: () => Layout }
  | { readonly table: () => Layout }
  | { readonly union: (kind: number) => Layout | null }

/** Fields of a table that point elsewhere, by their number; a union's kind stands in the field before it. */
type Layout = Readonly<Record<number, Kind>>

const text: Kind = { vectorOf: 1 }
const keyValue: Layout = { 0: text, 1: text }
const pairs: Kind = { tables: () => keyValue }
const UNION_TYPE = 14
const TIMESTAMP_TYPE = 10
const typeLayout = (kind: number): Layout => {
  if (kind === UNION_TYPE) return { 1: { vectorOf: 4 } }
  return kind === TIMESTAMP_TYPE ? { 1: text } : {}
}
const dictionaryEncoding: Layout = { 1: { table: () => ({}) } }
const field: Layout = {
  0: text,
  3: { union: typeLayout },
  4: { table: () => dictionaryEncoding },
  5: { tables: () => field },
  6: pairs,
}
const schema: Layout = { 1: { tables: () => field }, 2: pairs, 3: { vectorOf: 8 } }
const recordBatch: Layout = {
  1: { vectorOf: 16 },
  2: { vectorOf: 16 },
  3: { table: () => ({}) },
  4: { vectorOf: 8 },
}
const dictionaryBatch: Layout = { 1: { table: () => recordBatch } }
const headers: Readonly<Record<number, Layout>> = { 1: schema, 2: dictionaryBatch, 3: recordBatch }
const message: Layout = { 2: { union: (kind) => headers[kind] ?? null }, 4: pairs }
const footer: Layout = {
  1: { table: () => schema },
  2: { vectorOf: 24 },
  3: { vectorOf: 24 },
  4: pairs,
}

const layouts = { message, footer } as const

const MOST_TABLES = 1_000_000
const MOST_DEPTH = 64

/** Throws when the bytes are no sound flatbuffer of the kind. */
export function verifyFlatbuffer(bytes: Uint8Array, kind: keyof typeof layouts): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let tables = 0
  table(view.getUint32(0, true), layouts[kind], 0)

  function table(at: number, layout: Layout, depth: number): void {
    tables += 1
    if (tables > MOST_TABLES || depth > MOST_DEPTH) throw new Error('description too deep')
    const vtable = at - view.getInt32(at, true)
    const size = view.getUint16(vtable, true)
    const own = view.getUint16(vtable + 2, true)
    if (vtable + size > bytes.length || at + own > bytes.length) throw new Error('description cut off')
    const offsetOf = (number: number) =>
      4 + number * 2 + 2 <= size ? view.getUint16(vtable + 4 + number * 2, true) : 0
    for (const [key, what] of Object.entries(layout)) {
      const offset = offsetOf(Number(key))
      if (offset === 0) continue
      const target = at + offset + view.getUint32(at + offset, true)
      if ('vectorOf' in what) vector(target, what.vectorOf)
      else if ('table' in what) table(target, what.table(), depth + 1)
      else if ('tables' in what) {
        const count = vector(target, 4)
        for (let i = 0; i < count; i++) {
          const place = target + 4 + i * 4
          table(place + view.getUint32(place, true), what.tables(), depth + 1)
        }
      } else {
        const kindAt = offsetOf(Number(key) - 1)
        const inner = what.union(kindAt === 0 ? 0 : view.getUint8(at + kindAt))
        if (inner !== null) table(target, inner, depth + 1)
      }
    }
  }

  function vector(at: number, size: number): number {
    const count = view.getUint32(at, true)
    if (at + 4 + count * size > bytes.length) throw new Error('description cut off')
    return count
  }
}

/** Blocks of a directory: where a message begins; 24 bytes each, the place in the first eight. */
const BLOCK_BYTES = 24

/**
 * Places of the dictionaries and batches a sound directory lists. The dictionaries leave the directory, because the
 * library would read them at once when it only shall say the schema.
 */
export function takeBlocks(directory: Uint8Array): readonly number[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const root = view.getUint32(0, true)
  const vtable = root - view.getInt32(root, true)
  const vectorAt = (number: number): number | null => {
    const inTable = 4 + number * 2 + 2 <= view.getUint16(vtable, true)
    const offset = inTable ? view.getUint16(vtable + 4 + number * 2, true) : 0
    return offset === 0 ? null : root + offset + view.getUint32(root + offset, true)
  }
  const blocksAt = (at: number | null): readonly number[] =>
    at === null
      ? []
      : Array.from({ length: view.getUint32(at, true) }, (_, i) =>
          Number(view.getBigInt64(at + 4 + i * BLOCK_BYTES, true)),
        )
  const dictionaries = vectorAt(2)
  const places = [...blocksAt(dictionaries), ...blocksAt(vectorAt(3))]
  if (dictionaries !== null) view.setUint32(dictionaries, 0, true)
  return places
}
