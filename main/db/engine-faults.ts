import { type Fault, fault } from '../../analyses/model/fault'
import { runtimeSays } from './runtime'

/**
 * What DuckDB said, as a fault by kind. The order matters: what our runtime refused comes first,
 * because DuckDB wraps it in words of its own.
 */
export function engineFault(raw: string): Fault {
  const message = unwrapped(raw)
  const says = (text: string): boolean => message.includes(text)
  if (says(runtimeSays.cancelled) || says('INTERRUPT Error')) return fault('engine.cancelled')
  if (says(runtimeSays.full)) return fault('engine.disk-full')
  if (says(runtimeSays.readOnly) || /read-only mode|attached in read-only/.test(message))
    return fault('engine.read-only')
  if (says(runtimeSays.overwrite) || isCorrupt(message))
    return fault('engine.corrupt', { detail: plainDetail(message) })
  if (says(runtimeSays.io)) return fault('engine.disk-failed', { detail: plainDetail(message) })
  if (/Out of Memory|malloc of size|bad_alloc|memory access out of bounds/i.test(message))
    return fault('engine.out-of-memory')
  const extension = missingExtension(message)
  if (extension !== null) return fault('engine.extension-missing', { extension })
  if (isDenied(message)) return fault('engine.access-denied')
  if (/^(FATAL|INTERNAL) Error/.test(message))
    return fault('engine.thread-died', { detail: plainDetail(message) })
  return fault('engine.sql', { detail: plainDetail(message) })
}

/** Some calls of duckdb-wasm answer with the error as JSON instead of DuckDB's sentence. */
function unwrapped(message: string): string {
  const type = /"exception_type":"([^"]*)"/.exec(message)?.[1]
  const text = /"exception_message":("(?:[^"\\]|\\.)*")/.exec(message)?.[1]
  return type === undefined || text === undefined ? message : `${type} Error: ${JSON.parse(text)}`
}

const isCorrupt = (message: string): boolean =>
  /checksum|Corrupt|Serialization Error|Could not read enough bytes|not a valid DuckDB database|Failed to load metadata|version number/i.test(
    message,
  )

const isDenied = (message: string): boolean =>
  Object.values([runtimeSays.denied, runtimeSays.wal]).some((text) => message.includes(text)) ||
  /^Permission Error|configuration has been locked/.test(message)

const missingExtension = (message: string): string | null =>
  /exists in the (\w+) extension/.exec(message)?.[1] ??
  /required extension '(\w+)'/.exec(message)?.[1] ??
  /Extension "?([\w/.-]+?)"? (?:is not available|could not be loaded)/.exec(message)?.[1] ??
  null

/** One line for a person: no place on this disk, no caret drawing, no advice to install things. */
export function plainDetail(message: string): string {
  const [first = ''] = message
    .replace(/^Unexpected StatusCode.*?reported error as/s, '')
    .split(/\r?\n\s*(?:LINE \d+:|Please try)/)
  return first
    .replace(/(["'])(?:[A-Za-z]:)?[\\/][^"']*\1/g, '…')
    .replace(/(?<![\w.])\/(?:[\w.~-]+\/)+[\w.~-]*/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
}
