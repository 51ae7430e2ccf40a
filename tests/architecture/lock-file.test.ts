import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const names = z.record(z.string(), z.string()).optional()
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: names,
    }),
  ),
})
const root = resolve(import.meta.dirname, '../..')
const { packages } = lockSchema.parse(JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')))
const entries = Object.entries(packages).filter(([path]) => path !== '')

test('every package is pinned by its digest and names no host', () => {
  expect(entries.length).toBeGreaterThan(300)
  expect(entries.filter(([, entry]) => !entry.version || !entry.integrity).map(([path]) => path)).toEqual([])
  expect(entries.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([])
})

test('parts for other systems are locked too: npm ci refuses a lock file without them', () => {
  const known = new Set(entries.map(([path]) => path))
  const absent = entries.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !known.has(`node_modules/${name}`) && !known.has(`${path}/node_modules/${name}`),
    ),
  )
  expect(absent).toEqual([])
})
