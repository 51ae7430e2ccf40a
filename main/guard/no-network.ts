import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const refusal = (what: string): Error =>
  Object.assign(new Error(`The workbench makes no connections; ${what} was refused.`), {
    code: 'ENETUNREACH',
  })

/** `connect` takes (options), (port, host), (path) or an array of these that Node has already normalised. */
function isLocalPipe(first: unknown): boolean {
  if (Array.isArray(first)) return isLocalPipe(first[0])
  if (typeof first === 'string') return Number.isNaN(Number(first))
  return typeof first === 'object' && first !== null && 'path' in first && typeof first.path === 'string'
}

const resolvers = [
  'lookup',
  'lookupService',
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'reverse',
] as const

/**
 * Takes the network away from this thread's Node: sockets, datagrams, names. Everything built on them (http, tls,
 * fetch) goes with them; pipes on this machine stay. A dependency that one day wants to phone home fails here,
 * is named in the log, and fails the tests. Worker threads have their own copies and must call this themselves.
 */
export function lockNetwork(refused: (what: string) => void): void {
  const connect = net.Socket.prototype.connect
  const refuse = (what: string): Error => {
    refused(what)
    return refusal(what)
  }

  const guarded = function (this: net.Socket, ...words: unknown[]): net.Socket {
    if (isLocalPipe(words[0])) return Reflect.apply(connect, this, words)
    const error = refuse('a socket')
    // As late as a real refusal: http listens for errors only after it has got its socket.
    Reflect.set(this, 'connecting', true)
    setImmediate(() => this.destroy(error))
    return this
  }
  Reflect.set(net.Socket.prototype, 'connect', guarded)

  for (const name of ['send', 'connect'] as const)
    Reflect.set(dgram.Socket.prototype, name, () => {
      throw refuse('a datagram')
    })

  for (const name of resolvers) {
    Reflect.set(dns, name, (...words: unknown[]) => {
      const done = words.at(-1)
      const error = refuse('a name')
      if (typeof done !== 'function') throw error
      process.nextTick(() => done(error))
    })
    Reflect.set(dns.promises, name, () => Promise.reject(refuse('a name')))
  }
  syncBuiltinESMExports()
}
