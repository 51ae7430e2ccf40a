import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import iconv from 'iconv-lite'
import type { seeded } from '../helpers/import-files'
import type { Seed } from './seeds'

type Random = ReturnType<typeof seeded>
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const between = (bytes: Buffer, { below }: Random): readonly [number, number] => {
  const [a, b] = [below(bytes.length + 1), below(bytes.length + 1)]
  return [Math.min(a, b), Math.max(a, b)]
}
const put = (bytes: Buffer, at: number, what: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)])

/** What means something to one format or another. */
const tokens = [
  '"',
  '""',
  "'",
  '\\',
  ';',
  ',',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\r\r\n',
  '\0',
  '\ufeff',
  '\u2028',
  '#',
  '# ',
  'sep=,\n',
  '<',
  '>',
  '&',
  '&lol;',
  '<!--',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(40),
  'null',
  'true',
  'NaN',
  '-',
  '1e999',
  '-1e-999',
  '999999999999999999999',
  '0x',
  '=1+1',
  '@',
  '%',
  ':',
  '–',
  '\u00a0',
  '"\n"',
  '\n\n\n\n',
  ';;;;;;;;',
  'VOTES\n',
  'PROJECTS\n',
  '#datatype,long\n',
  '"type":"Polygon"',
  '"arcs":[[99]]',
  'PK\u0003\u0004',
  '\ud83d\ude00',
]
const encodings = ['utf-16le', 'utf-16be', 'windows-1250', 'windows-1252', 'cp852', 'utf-8'] as const
const counters = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000]

/** Every way a file is damaged; each gives a new file. */
export const mutations: Readonly<Record<string, Mutation>> = {
  truncate: (bytes, { below }) => bytes.subarray(0, below(bytes.length + 1)),
  behead: (bytes, { below }) => bytes.subarray(below(Math.min(bytes.length, 200) + 1)),
  splice: (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]),
  join: (bytes, _, other) => Buffer.concat([bytes, other]),
  'flip bits': (bytes, { below }) => {
    const flipped = Buffer.from(bytes)
    for (let i = 1 + below(40); i > 0 && flipped.length > 0; i--) {
      const at = below(flipped.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8))
    }
    return flipped
  },
  'flip in head': (bytes, { below }) => {
    const flipped = Buffer.from(bytes)
    for (let i = 1 + below(4); i > 0 && flipped.length > 0; i--)
      flipped[below(Math.min(256, flipped.length))] = below(256)
    return flipped
  },
  'insert bytes': (bytes, { below }) =>
    put(bytes, below(bytes.length + 1), Buffer.from(Array.from({ length: 1 + below(30) }, () => below(256)))),
  'insert token': (bytes, { below, pick }) => {
    let changed = bytes
    for (let i = 1 + below(5); i > 0; i--)
      changed = put(changed, below(changed.length + 1), Buffer.from(pick(tokens)))
    return changed
  },
  'take block': (bytes, random) => {
    const [from, to] = between(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  'repeat block': (bytes, random) => {
    const [from, to] = between(bytes, random)
    const block = bytes.subarray(from, Math.min(to, from + 4096))
    const times = 1 + random.below(30)
    return put(bytes, from, Buffer.concat(Array.from({ length: times }, () => block)))
  },
  'zero block': (bytes, random) => {
    const zeroed = Buffer.from(bytes)
    const [from, to] = between(bytes, random)
    return zeroed.fill(0, from, Math.min(to, from + 2048))
  },
  'mix encodings': (bytes, random) => {
    const [from, to] = between(bytes, random)
    const text = iconv.decode(bytes.subarray(from, to), random.pick(encodings))
    return Buffer.concat([
      bytes.subarray(0, from),
      iconv.encode(text, random.pick(encodings)),
      bytes.subarray(to),
    ])
  },
  'mix line ends': (bytes, { next, pick }) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(/\r\n|\r|\n/g, (end) =>
          next() < 0.3 ? pick(['\r', '\n', '\r\n', '\n\r', '\n\n', '']) : end,
        ),
      'latin1',
    ),
  'change counter': (bytes, { below, pick, next }) => {
    if (bytes.length < 8) return bytes
    const changed = Buffer.from(bytes)
    const at = below(changed.length - 4)
    const value = pick(counters)
    if (next() < 0.5) changed.writeUInt32LE(value, at)
    else changed.writeUInt32BE(value, at)
    return changed
  },
  'change number': (bytes, { pick, next }) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(/\d+/g, (digits) =>
          next() < 0.02
            ? pick(['', '0', '-1', '99999999999', '1e400', digits + digits, '1048577', '16385'])
            : digits,
        ),
      'latin1',
    ),
  'shuffle lines': (bytes, { below }) => {
    const lines = bytes.toString('latin1').split('\n')
    for (let i = 1 + below(6); i > 0; i--) {
      const [line = ''] = lines.splice(below(lines.length), 1)
      lines.splice(below(lines.length + 1), 0, line)
    }
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  'space away': (bytes, { next }) =>
    Buffer.from(
      bytes.toString('latin1').replace(/[;,\t ]/g, (each) => (next() < 0.05 ? '' : each)),
      'latin1',
    ),
}
const names = Object.keys(mutations)

/** A file made of a seed: what was done to it, its name, its bytes. */
export interface Mutant {
  readonly seed: string
  readonly done: readonly string[]
  readonly name: string
  readonly bytes: Buffer
  readonly beside: Seed['beside']
}

/** The same number gives the same file. Inside of what is packed is damaged as often as the package itself. */
export function mutant(seeds: readonly Seed[], random: Random): Mutant {
  const seed = random.pick(seeds)
  const other = random.pick(seeds)
  const donor = Buffer.from(random.pick(other.parts)?.content ?? [])
  const done: string[] = []
  const change = (bytes: Uint8Array): Buffer => {
    let changed = Buffer.from(bytes)
    for (let i = 1 + random.below(3); i > 0; i--) {
      const name = random.pick(names)
      done.push(name)
      changed = Buffer.from(mutations[name]?.(changed, random, donor) ?? changed)
    }
    return changed
  }
  const inside = random.next() < 0.5
  const chosen = random.below(seed.parts.length)
  const parts = inside
    ? seed.parts.map((part, i) => (i === chosen ? { ...part, content: change(part.content) } : part))
    : seed.parts
  const packed = seed.pack(parts)
  const bytes = inside ? Buffer.from(packed) : change(packed)
  const name =
    random.next() < 0.05
      ? `${seed.name}${random.pick(['.csv', '.xlsx', '.json', '.zip', '', '.parquet'])}`
      : seed.name
  return { seed: seed.name, done: inside ? ['inside', ...done] : done, name, bytes, beside: seed.beside }
}

/** Writes the mutant with what stands beside it into a folder of its own; its path. */
export function lay(folder: string, { name, bytes, beside }: Mutant): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [other, content] of Object.entries(beside)) writeFileSync(join(folder, other), content)
  const path = join(folder, basename(name))
  writeFileSync(path, bytes)
  return path
}
