import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { makeFiles, makeModel } from '../generator/sample-region'
import { writeAll } from '../generator/write'

const folder = fileURLToPath(new URL('.', import.meta.url))
const isCode = (name: string) => name.endsWith('.ts')

test('a fresh generation gives the committed bytes, and SHA256SUMS holds', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'sample region č-'))
  try {
    writeAll(fresh, makeFiles(makeModel({ effect: true })))
    const committed = readdirSync(folder).filter((name) => !isCode(name))
    expect(readdirSync(fresh).sort()).toEqual(committed.sort())
    for (const name of committed) {
      expect(readFileSync(join(fresh, name)).equals(readFileSync(join(folder, name))), name).toBe(true)
    }
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(sums).toHaveLength(committed.length - 1)
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
        name,
      ).toBe(sum)
    }
  } finally {
    rmSync(fresh, { recursive: true })
  }
})

test('the sample region takes less than 6 MB', () => {
  const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
})

const text = z.strictObject({ cs: z.string().min(5), en: z.string().min(5), pl: z.string().min(5) })
const sources = z.object({
  synthetic: z.literal(true),
  producer: z.string().includes('synthetic'),
  policyHasEffect: z.boolean(),
  dataSets: z.array(
    z.object({
      file: z.string(),
      name: z.string().regex(/^[a-z][a-z0-9_]*$/),
      title: text,
      synthetic: z.literal(true),
      producer: z.string().includes('synthetic'),
      licence: z.literal('CC0-1.0'),
      description: text,
      format: z
        .object({
          encoding: z.string(),
          delimiter: z.enum([',', ';']),
          headerLine: z.number().default(1),
          headerLines: z.number().default(1),
        })
        .optional(),
      columns: z.array(
        z.object({ name: z.string(), description: z.string().min(3), unit: z.string().optional() }),
      ),
      binds: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))).optional(),
    }),
  ),
})
const readSources = (yaml: string) => sources.parse(parse(yaml))
const committedSources = () => readSources(readFileSync(join(folder, 'source.yaml'), 'utf8'))

test('source.yaml lists every file once, under the name an import gives it', () => {
  const { dataSets } = committedSources()
  const data = readdirSync(folder).filter((name) => /\.(csv|geojson)$/.test(name))
  expect(dataSets.map(({ file }) => file).sort()).toEqual(data.sort())
  for (const { file, name } of dataSets) expect(name).toBe(file.replace(/\..*$/, '').replaceAll('-', '_'))
})

test('headers, encodings and bindings on the cards are those of the files', () => {
  for (const { file, format, columns, binds } of committedSources().dataSets) {
    const names = columns.map(({ name }) => name)
    for (const bound of Object.values(binds ?? {}).flatMap((needs) => Object.values(needs))) {
      for (const source of Object.values(bound).flatMap((list) => list.split(',')))
        expect(names, file).toContain(source)
    }
    if (format === undefined) continue
    const decoded = new TextDecoder(format.encoding, { fatal: true }).decode(readFileSync(join(folder, file)))
    const header = decoded.split(/\r?\n/)[format.headerLine - 1]
    expect(header?.split(format.delimiter), file).toEqual(names)
  }
})

test('every record of every file says that it is synthetic', () => {
  for (const { file, format } of committedSources().dataSets) {
    if (format === undefined) {
      const { synthetic } = z
        .object({ synthetic: z.boolean() })
        .parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      expect(synthetic).toBe(true)
      continue
    }
    const lines = new TextDecoder(format.encoding)
      .decode(readFileSync(join(folder, file)))
      .trimEnd()
      .split(/\r?\n/)
    const records = lines
      .slice(format.headerLine - 1 + format.headerLines)
      .filter((line) => !line.startsWith('Konec exportu'))
    expect(records.length, file).toBeGreaterThan(2)
    expect(
      records.filter((line) => !/(^|[;,])SYN(-|$)/.test(line)),
      file,
    ).toEqual([])
  }
})

test('the placebo region says that its policy has no effect', () => {
  const files = makeFiles(makeModel({ effect: false }))
  const yaml = files.find(({ name }) => name === 'source.yaml')?.bytes.toString('utf8') ?? ''
  expect(readSources(yaml).policyHasEffect).toBe(false)
  expect(committedSources().policyHasEffect).toBe(true)
  const truth = files.find(({ name }) => name === 'policy-truth.csv')?.bytes.toString('utf8') ?? ''
  expect(
    new Set(
      truth
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(';')[4]),
    ),
  ).toEqual(new Set(['0,0']))
})
