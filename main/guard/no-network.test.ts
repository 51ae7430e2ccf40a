import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** In a process of its own: the lock cannot be taken off again. */
const script = (lock: string, port: number, datagramPort: number) => `
  const { lockNetwork } = await import(${JSON.stringify(lock)})
  const refused = []
  if (process.env.LOCK === '1') lockNetwork((what) => refused.push(what))
  const { connect } = await import('node:net')
  const { get } = await import('node:http')
  const { lookup } = await import('node:dns')
  const { createSocket } = await import('node:dgram')
  const outcome = {}
  const socket = (start) => new Promise((end) => start().on('connect', () => end('open')).on('error', (e) => end(e.code)))
  outcome.socket = await socket(() => connect(${port}, '127.0.0.1'))
  outcome.http = await new Promise((end) => get('http://127.0.0.1:${port}/', (r) => end(r.statusCode)).on('error', (e) => end(e.code)))
  outcome.fetch = await fetch('http://127.0.0.1:${port}/').then((r) => r.status, () => 'refused')
  outcome.name = await new Promise((end) => lookup('localhost', (e) => end(e?.code ?? 'found')))
  const datagram = createSocket('udp4')
  outcome.datagram = await new Promise((end) => {
    try { datagram.send('x', ${datagramPort}, '127.0.0.1', (e) => end(e ? 'error' : 'sent')) } catch (e) { end(e.code) }
  })
  datagram.close()
  console.log(JSON.stringify({ outcome, refused: refused.length }))
  process.exit(0)`

let port = 0
let datagramPort = 0
/** A listener, so that a datagram that gets through arrives and is not counted as one that tried to leave. */
const listener = createSocket('udp4')
let requests = 0
const server = createServer((_request, response) => {
  requests += 1
  response.end('x')
})
beforeAll(
  () =>
    new Promise<void>((ready) => {
      listener.bind(0, '127.0.0.1', () => {
        datagramPort = listener.address().port
        ready()
      })
    }),
)
beforeAll(
  () =>
    new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        if (address !== null && typeof address === 'object') port = address.port
        ready()
      })
    }),
)
afterAll(() => {
  server.close()
  listener.close()
})

async function run(lock: '0' | '1') {
  const source = script(resolve(import.meta.dirname, 'no-network.ts'), port, datagramPort)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', source],
    { env: { ...process.env, LOCK: lock }, cwd: resolve(import.meta.dirname, '../..') },
  )
  return JSON.parse(stdout)
}

test('without the lock everything goes through, so the test would notice', async () => {
  expect(await run('0')).toEqual({
    outcome: { socket: 'open', http: 200, fetch: 200, name: 'found', datagram: 'sent' },
    refused: 0,
  })
})

test('with the lock nothing goes out: sockets, http, fetch, names, datagrams; each attempt is told', async () => {
  const before = requests
  const { outcome, refused } = await run('1')
  expect(outcome).toEqual({
    socket: 'ENETUNREACH',
    http: 'ENETUNREACH',
    fetch: 'refused',
    name: 'ENETUNREACH',
    datagram: 'ENETUNREACH',
  })
  expect(refused).toBeGreaterThanOrEqual(5)
  expect(requests).toBe(before)
})
