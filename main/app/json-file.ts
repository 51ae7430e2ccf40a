import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

export type JsonReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' }
  /** Not JSON, or not of the shape; `kept` is where the file was put aside. */
  | { readonly kind: 'damaged'; readonly kept: string }

const parsed = <T>(schema: z.ZodType<T>, text: string): { readonly value: T } | null => {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? { value: result.data } : null
  } catch {
    return null
  }
}

/** Reads a small file of ours. A damaged one is renamed, so that the next write does not destroy what is in it. */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): JsonReading<T> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { kind: 'absent' }
  }
  const good = parsed(schema, text)
  if (good !== null) return { kind: 'read', value: good.value }
  const kept = `${file}.damaged`
  try {
    renameSync(file, kept)
  } catch {
    // A read-only folder: the damaged file stays where it is, and nothing can overwrite it either.
  }
  return { kind: 'damaged', kept }
}

/** The file holds either the old or the new content, never half of one, also after a power cut. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.new`
  const handle = openSync(fresh, 'w')
  try {
    writeSync(handle, `${JSON.stringify(value, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, file)
}
