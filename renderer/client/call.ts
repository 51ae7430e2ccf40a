import { type Fault, fault } from '../../analyses/model/fault'
import type { FaultCode } from '../../analyses/model/faults/catalogue'
import { faultCatalogue } from '../../analyses/model/faults/catalogue'
import type { StepProgress } from '../../analyses/model/job'
import type { MethodInput, MethodName, MethodOutput } from '../../preload/contract/methods'
import type {
  CallOutcome,
  ShellEvent,
  ShellInput,
  ShellMethod,
  ShellOutput,
} from '../../preload/contract/shell'
import { bridge } from './bridge'

/** How a call ends. Faults are values: a screen shows them, it does not catch them. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: StepProgress) => void
}

let nextId = 1
const listeners = new Map<number, (progress: StepProgress) => void>()
let listening = false

function listen() {
  if (listening) return
  listening = true
  bridge().onProgress((id, progress) => listeners.get(id)?.(progress as StepProgress))
}

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code)

/** A fault as it crossed the bridge; a code we do not know is a bug of ours and is shown as one. */
export const readFault = (foreign: Extract<CallOutcome, { ok: false }>['fault']): Fault =>
  isFaultCode(foreign.code)
    ? fault(foreign.code, foreign.values, foreign.path)
    : fault('engine.bug', { detail: foreign.code }, foreign.path)

/** The engine side is compiled against the same contract, so its answers are not parsed a second time here. */
const readOutcome = <T>(outcome: CallOutcome): Outcome<T> =>
  outcome.ok ? { ok: true, value: outcome.body as T } : { ok: false, fault: readFault(outcome.fault) }

const bug = (error: unknown): Outcome<never> => ({
  ok: false,
  fault: fault('engine.bug', { detail: error instanceof Error ? error.message : String(error) }),
})

/** Calls an engine method. Aborting the signal cancels the work; the outcome is then fault `engine.cancelled`. */
export async function call<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  { signal, onProgress }: CallOptions = {},
): Promise<Outcome<MethodOutput<M>>> {
  if (signal?.aborted) return { ok: false, fault: fault('engine.cancelled') }
  const id = nextId++
  const cancel = () => bridge().cancel(id)
  if (onProgress) {
    listen()
    listeners.set(id, onProgress)
  }
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return readOutcome(await bridge().call(id, method, input))
  } catch (error) {
    return bug(error)
  } finally {
    listeners.delete(id)
    signal?.removeEventListener('abort', cancel)
  }
}

/** Asks the desktop shell: dialogs, settings, the file manager. */
export async function shell<M extends ShellMethod>(
  method: M,
  input: ShellInput<M>,
): Promise<Outcome<ShellOutput<M>>> {
  try {
    return readOutcome(await bridge().shell(method, input))
  } catch (error) {
    return bug(error)
  }
}

export const onShellEvent = (listener: (event: ShellEvent) => void): (() => void) =>
  bridge().onShellEvent(listener)

/** Paths of the files in a drop; files that have no path (dragged out of a browser) are left out. */
export const pathsOf = (files: Iterable<File>): string[] =>
  [...files].map((file) => bridge().pathOf(file)).filter((path) => path !== '')

/** Cancelling was the reader's own wish: there is nothing to report. */
export const isCancelled = (one: Fault): boolean => one.code === 'engine.cancelled'
