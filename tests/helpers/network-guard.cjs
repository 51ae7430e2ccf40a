// Loaded before the app's first line (Electron's -r): a connection to anywhere but this machine's own sockets
// is written to the log file, then refused.
const { appendFileSync } = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')

const log = process.env.WORKBENCH_NETWORK_LOG

// The engine's process and its threads are children of this one: they load the guard through the environment.
// It cannot come from outside, because Playwright takes NODE_OPTIONS away.
process.env.NODE_OPTIONS = `--require "${__filename.replaceAll('\\', '/')}"`

const refuse = (what) => {
  const error = new Error(`A connection was tried: ${what}`)
  if (log) appendFileSync(log, `${process.pid} ${process.argv[1] ?? ''}: ${what}\n${error.stack}\n`)
  throw error
}

const ownMachine = (host) => host === undefined || host === 'localhost' || /^127\.|^::1$/.test(host)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const options = first && typeof first === 'object' ? first : { port: first, host: args[1] }
  const path = options.path ?? (typeof options.port === 'string' && Number.isNaN(Number(options.port)))
  if (!path && !ownMachine(typeof options.host === 'function' ? undefined : options.host)) {
    refuse(`${options.host}:${options.port}`)
  }
  return connect.apply(this, args)
}

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']) {
  const real = dns[name]
  dns[name] = (host, ...rest) => (ownMachine(host) ? real.call(dns, host, ...rest) : refuse(`name ${host}`))
  const promised = dns.promises[name]
  dns.promises[name] = (host, ...rest) =>
    ownMachine(host) ? promised.call(dns.promises, host, ...rest) : refuse(`name ${host}`)
}

dgram.Socket.prototype.send = () => refuse('a datagram')
