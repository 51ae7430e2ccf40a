import { pick } from './language.mjs'

/** @typedef {import('./language.mjs').Sentence} Sentence */

/** @type {NodeJS.WriteStream} */
let out = process.stdout

/** `workbench` keeps standard output for its own answer: its set-up speaks on standard error. */
export const speakOnStandardError = () => {
  out = process.stderr
}

/** @param {Sentence} sentence */
export const say = (sentence) => out.write(`${pick(sentence)}\n`)

/** @param {string} line */
export const sayPlain = (line) => out.write(`${line}\n`)

/** A failure with a sentence for the user; anything else that is thrown is a bug and keeps its stack. */
export class SetupError extends Error {
  /** @param {Sentence} sentence */
  constructor(sentence) {
    super(pick(sentence))
    this.name = 'SetupError'
  }
}

const ready = { cs: 'připraveno', en: 'ready', pl: 'gotowe' }
const done = { cs: 'hotovo', en: 'done', pl: 'gotowe' }
const failed = { cs: 'nezdařilo se', en: 'failed', pl: 'nie udało się' }

/** @param {number} since milliseconds */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * One line per step: its name at once, what happens while it happens (on a terminal), then how it ended.
 * @template T
 * @param {Sentence} title
 * @param {(progress: (note: string) => void) => Promise<T | 'ready'>} work `ready` = there was nothing to do
 * @returns {Promise<T | 'ready'>}
 */
export const step = async (title, work) => {
  const began = Date.now()
  const name = `  ${pick(title)} … `
  const clear = out.isTTY ? '\r\u001b[K' : ''
  let note = ''
  const show = () => out.write(`${clear}${name}${note} ${seconds(began)}`)
  out.write(name)
  const clock = out.isTTY ? setInterval(show, 500) : undefined
  try {
    const result = await work((next) => {
      note = next
    })
    out.write(
      `${clear && clear + name}${result === 'ready' ? pick(ready) : `${pick(done)} (${seconds(began)})`}\n`,
    )
    return result
  } catch (error) {
    out.write(`${clear && clear + name}${pick(failed)} (${seconds(began)})\n`)
    throw error
  } finally {
    clearInterval(clock)
  }
}

/**
 * Runs a command to its end; expected failures become one sentence, bugs keep their stack.
 * @param {() => Promise<number>} main gives the exit code
 */
export const runMain = async (main) => {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    out.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
