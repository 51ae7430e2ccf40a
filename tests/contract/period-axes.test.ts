import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const packs = resolve(import.meta.dirname, '../../analyses/packs')
const layered = z.object({
  encoding: z.object({ x: z.object({ field: z.string(), type: z.literal('ordinal') }) }),
  layer: z.array(
    z.object({ encoding: z.object({ x: z.object({ field: z.string() }).nullish() }).optional() }),
  ),
})

/** Layers join their ordered axes in the order they stand: a mark of the start drawn first would put its period first. */
const strayFirst = (spec: unknown): boolean => {
  const found = layered.safeParse(spec)
  if (!found.success) return false
  const { encoding, layer } = found.data
  const drawn = layer.filter((one) => one.encoding?.x !== null)
  const first = drawn[0]?.encoding?.x?.field ?? encoding.x.field
  return first !== encoding.x.field
}

test('a layer drawn first takes the axis of the picture, so that periods run in order', () => {
  const axis = { field: 'period', type: 'ordinal' }
  const rule = { encoding: { x: { field: 'start', type: 'ordinal' } } }
  expect(strayFirst({ encoding: { x: axis }, layer: [rule, { encoding: {} }] })).toBe(true)
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.vl.json'),
  )
  expect(files.length).toBeGreaterThan(50)
  const stray = files.filter((file) => {
    const spec: unknown = JSON.parse(readFileSync(resolve(packs, file), 'utf8'))
    const inner = z.object({ spec: z.unknown() }).safeParse(spec)
    return strayFirst(inner.success && inner.data.spec !== undefined ? inner.data.spec : spec)
  })
  expect(stray).toEqual([])
})
