import { fault } from '../../analyses/model/fault'
import { type FaultCode, faultCatalogue } from '../../analyses/model/faults/catalogue'
import { engineStartSchema, type HostFault, toEngineSchema } from '../../preload/contract/host'
import { createCommands } from '../commands'
import { fileLog } from '../commands/log'
import { lockNetwork } from '../guard/no-network'
import { createJobTable } from './job-table'
import { type ParentPort, parentPort, type WindowPort } from './parent-port'
import { shellPrinter } from './printer'
import { shellKeys } from './shell-keys'

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code)

const knownFault = ({ code, values, path }: HostFault, other: 'print.failed' | 'project.key-unreadable') =>
  isFaultCode(code) ? fault(code, values, path) : fault(other, { detail: code })

/** The engine process: takes the windows' ports from the shell and runs their calls until it is told to close. */
function serve(parent: ParentPort, startText: string): void {
  const { logFile, ...environment } = engineStartSchema.parse(JSON.parse(startText))
  const log = fileLog(logFile, 'engine')
  lockNetwork((what) => log.note(`refused connection: ${what}`))
  process.on('unhandledRejection', (error) => log.bug('unhandled rejection', error))
  process.on('uncaughtException', (error) => {
    log.bug('uncaught exception', error)
    process.exit(70)
  })

  const printer = shellPrinter((message) => parent.postMessage(message))
  const keys = shellKeys((message) => parent.postMessage(message))
  const commands = createCommands({ ...environment, client: 'window', pdfPrinter: printer, keys })
  const jobs = createJobTable(commands.table, log)

  const connect = (port: WindowPort) => {
    port.on('message', ({ data }) => jobs.receive(port, data))
    port.on('close', () => jobs.forget(port))
    port.start()
  }
  const close = async () => {
    await jobs.drain()
    await commands.close()
    parent.postMessage({ kind: 'closed' })
  }

  parent.on('message', ({ data, ports }) => {
    const message = toEngineSchema.parse(data)
    switch (message.kind) {
      case 'port':
        return ports.forEach(connect)
      case 'close':
        return void close().catch((error: unknown) => {
          log.bug('close', error)
          process.exit(70)
        })
      case 'printed':
        return printer.settle(message.id, { pdf: message.pdf })
      case 'not-printed':
        return printer.settle(message.id, { fault: knownFault(message.fault, 'print.failed') })
      case 'key':
        return keys.settle(message.id, { key: message.key })
      case 'no-key':
        return keys.settle(message.id, { fault: knownFault(message.fault, 'project.key-unreadable') })
    }
  })
  parent.postMessage({ kind: 'ready' })
}

const parent = parentPort()
const start = process.argv[2]
if (parent === null || start === undefined)
  throw new Error('The engine runs only as a child of the desktop shell.')
serve(parent, start)
