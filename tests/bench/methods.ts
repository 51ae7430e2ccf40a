import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Measured } from './contenders/measure'
import { type MethodCase, methodCases } from './method-cases'

interface Sized {
  readonly size: number
  readonly bare: Measured
  readonly run: Measured
}

type Contend = (name: string, ...words: readonly string[]) => Measured

const seconds = (milliseconds: number | undefined) => ((milliseconds ?? 0) / 1000).toFixed(2)
const say = (text: string) => process.stdout.write(`${text}\n`)

/**
 * The methods: each at three sizes, the bare calculation and the whole run of its pack (the import apart), then the
 * same work by others. Wall and processor seconds stand beside each other: on a busy machine only the second counts.
 */
export function benchMethods(contend: Contend, only: readonly string[]): void {
  const cases = methodCases.filter(({ name }) => only.length === 0 || only.includes(name))
  say('\nmethods: wall / processor seconds; piece and silence in ms (how long a cancel may have to wait)')
  say(
    row(
      'case',
      'size',
      'bare wall',
      'bare cpu',
      'piece',
      'run wall',
      'run cpu',
      'silence',
      'import',
      'target',
    ),
  )
  const measured = cases.map((one) => ({ one, sized: one.sizes.map((size) => sizedOf(one, size, contend)) }))
  say('\ngrowth: factor of the processor time when what grows is doubled')
  for (const { one, sized } of measured) for (const line of growth(one, sized)) say(line)
  say('\nagainst others on the same data, at the size of the promise')
  for (const { one, sized } of measured) {
    const last = sized.at(-1)
    if (last !== undefined) peers(one, last, contend)
  }
}

const row = (...cells: readonly (string | number)[]) =>
  cells.map((cell, place) => (place === 0 ? String(cell).padEnd(16) : String(cell).padStart(10))).join('')

function sizedOf(one: MethodCase, size: number, contend: Contend): Sized {
  const bare = contend('method', one.name, String(size))
  const run = contend('pack-run', one.name, String(size))
  const target = size === one.sizes.at(-1) && one.target !== null ? `< ${one.target}` : ''
  say(
    row(
      one.name,
      size,
      seconds(bare.milliseconds),
      seconds(bare.processorMilliseconds),
      (bare.steps?.['longest'] ?? 0).toFixed(0),
      seconds(run.milliseconds),
      seconds(run.processorMilliseconds),
      (run.steps?.['silence'] ?? 0).toFixed(0),
      seconds(run.steps?.['imported']),
      target,
    ),
  )
  return { size, bare, run }
}

function growth({ name, grows }: MethodCase, sized: readonly Sized[]): readonly string[] {
  return sized.slice(1).map(({ size, bare, run }, place) => {
    const before = sized[place]
    const doublings = Math.log2(size / (before?.size ?? 1))
    const factor = (now: Measured, then: Measured | undefined) =>
      ((now.processorMilliseconds / (then?.processorMilliseconds ?? 1)) ** (1 / doublings)).toFixed(2)
    const [alone, whole] = [factor(bare, before?.bare), factor(run, before?.run)]
    return `${name.padEnd(16)} ${before?.size} to ${size} ${grows}: bare x${alone}, run x${whole}`
  })
}

function peers({ name, run }: MethodCase, { size, bare }: Sized, contend: Contend): void {
  if (name === 'did') compare('did in plain loops', contend('plain-did', name, String(size)), bare)
  if (name !== 'moran') return
  const peer = spdep(run(size).inputs)
  if (peer === null) say('R spdep is not installed: no ratio for Moran and LISA')
  else compare('R spdep moran.mc + localmoran_perm', peer, bare)
}

function compare(who: string, peer: Measured, ours: Measured): void {
  const ratio = (peer.processorMilliseconds / ours.processorMilliseconds).toFixed(1)
  const times = `${seconds(peer.milliseconds)} wall ${seconds(peer.processorMilliseconds)} cpu`
  say(`${who}: ${times}; ours ${seconds(ours.processorMilliseconds)} cpu, ${ratio} times faster`)
}

function spdep(inputs: Readonly<Record<string, string>>): Measured | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const files = ['values', 'neighbours'].map((need) => {
      const file = join(folder, `${need}.csv`)
      writeFileSync(file, inputs[need] ?? '')
      return file
    })
    const script = resolve(import.meta.dirname, 'peers/moran.R')
    const child = spawnSync('Rscript', [script, ...files, '999'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return child.status === 0 ? (JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Measured) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
