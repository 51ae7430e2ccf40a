import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { firstCircle, importsOf, sourceFiles } from './import-graph'
import { type Room, rooms } from './import-table'

const root = resolve(import.meta.dirname, '../..')
const files = sourceFiles(root, ['analyses', 'main', 'preload', 'renderer'])
const imports = importsOf(root, files)

/** The most particular room a file lies in. */
function roomOf(file: string): Room | undefined {
  return rooms
    .filter((room) => file.startsWith(`${room.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
}

/** `analyses/methods` stands for each family apart: one family must not reach into another. */
function sameRoom(from: string, to: string): boolean {
  const [a, b] = [roomOf(from), roomOf(to)]
  if (a !== b) return false
  if (a?.folder !== 'analyses/methods') return true
  return from.split('/')[2] === to.split('/')[2] || /^analyses\/methods\/[^/]+\.ts$/.test(from)
}

test('every source file lies in a room of the import table', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
})

test('no file imports against the table', () => {
  const wrong = imports
    .filter(({ from, to, inHouse }) => {
      const room = roomOf(from)
      if (room === undefined) return true
      if (!inHouse) return !room.packages.includes(to)
      const target = roomOf(to)
      return !sameRoom(from, to) && !(target !== undefined && room.imports.includes(target.folder))
    })
    .map(({ from, to }) => {
      const room = roomOf(from)
      return `${from} -> ${to} (allowed: ${[...(room?.imports ?? []), ...(room?.packages ?? [])].join(', ') || 'nothing'})`
    })
  expect(wrong).toEqual([])
})

test('the import graph has no circle', () => {
  expect(firstCircle(imports)).toEqual([])
})

test('a circle would be found', () => {
  const edge = (from: string, to: string) => ({ from, to, inHouse: true })
  expect(firstCircle([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toEqual(['a', 'b', 'c', 'a'])
})

test('no source file is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401)
  expect(long).toEqual([])
})

test('nothing in the sources or documents opens a connection or names a remote script', () => {
  const remote =
    /\bfrom ['"]node:(http|https|net|tls|dgram|dns)['"]|\bnew WebSocket\(|\bfetch\(\s*['"`]https?:/
  // The one file that takes the network away has to name it.
  const guard = 'main/guard/no-network.ts'
  const wrong = files.filter((file) => file !== guard && remote.test(readFileSync(join(root, file), 'utf8')))
  expect(wrong).toEqual([])
})
