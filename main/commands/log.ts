import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const limit = 512 * 1024

/**
 * An error without the data that may stand in its message: engines quote the cell they could not read.
 * Whatever stands in quotation marks is taken out; what is left names the kind of failure.
 */
export function withoutValues(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|„[^“”]*[“”]/g, '"…"')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

/** `TypeError: cannot read "…"`: short enough for a fault's sentence. */
export const bugDetail = (error: unknown): string =>
  error instanceof Error ? withoutValues(`${error.name}: ${error.message}`) : `thrown ${typeof error}`

const stackFrames = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
    : []

export interface Log {
  readonly note: (text: string) => void
  /** A failure nobody expected: its kind and stack, never its values. */
  readonly bug: (where: string, error: unknown) => void
}

/** Keeps the present file and one older one, so a log never grows beyond a megabyte. */
function append(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size + text.length > limit) renameSync(file, `${file}.1`)
  } catch {
    // Two processes may turn the file over at the same moment; the second finds it gone.
  }
  try {
    appendFileSync(file, text)
  } catch {
    // A full disk or a read-only folder must not turn a log line into a crash.
  }
}

/** Synchronous, because the last line before a crash is the one that is wanted. */
export function fileLog(file: string, process: string, now: () => Date = () => new Date()): Log {
  const line = (text: string) => append(file, `${now().toISOString()} ${process} ${text}\n`)
  return {
    note: (text) => line(withoutValues(text)),
    bug: (where, error) => line([`${where}: ${bugDetail(error)}`, ...stackFrames(error)].join('\n')),
  }
}
