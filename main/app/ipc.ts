import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { shellChannel } from '../../preload/contract/host'
import {
  type CallOutcome,
  type ShellMethod,
  type ShellOutput,
  shellInputs,
} from '../../preload/contract/shell'
import { bugDetail, type Log } from '../commands/log'
import { type AllowedPages, senderProblem } from './security-policy'

type Parsed<M extends ShellMethod> = z.output<(typeof shellInputs)[M]>

/** One handler for each shell method of the contract; a missing or extra one does not compile. */
export type ShellHandlers = {
  readonly [M in ShellMethod]: (input: Parsed<M>) => Promise<ShellOutput<M>> | ShellOutput<M>
}

export interface ShellDoor {
  readonly handlers: ShellHandlers
  readonly pages: AllowedPages
  /** Whether this is the number of a window of ours (a `WebContents` id). */
  readonly isOurs: (contents: number) => boolean
  readonly log: Log
}

/** A mapped type, so that each method's parser keeps its own output type under a generic name. */
const inputs: { readonly [M in ShellMethod]: z.ZodType<Parsed<M>> } = shellInputs

const refuse = (method: string, detail: string): CallOutcome => ({
  ok: false,
  fault: { code: 'shell.bad-request', values: { method, detail } },
})

const senderOf = ({ sender, senderFrame }: IpcMainInvokeEvent, isOurs: ShellDoor['isOurs']) =>
  senderFrame === null
    ? null
    : {
        url: senderFrame.url,
        isMainFrame: senderFrame.parent === null,
        isOurWindow: isOurs(sender.id),
      }

function answer<M extends ShellMethod>(method: M, { handlers, pages, isOurs, log }: ShellDoor): void {
  ipcMain.handle(shellChannel(method), async (event, body: unknown): Promise<CallOutcome> => {
    const problem = senderProblem(senderOf(event, isOurs), pages)
    if (problem !== null) {
      log.note(`refused ${method}: ${problem}`)
      return refuse(method, problem)
    }
    const input = inputs[method].safeParse(body)
    if (!input.success) return refuse(method, input.error.issues[0]?.path.join('.') || 'body')
    try {
      return { ok: true, body: await handlers[method](input.data) }
    } catch (error) {
      log.bug(method, error)
      return { ok: false, fault: { code: 'engine.bug', values: { detail: bugDetail(error) } } }
    }
  })
}

/** The only place where messages of a page are listened to: sender, shape and failure are seen to here for all. */
export function openShellDoor(door: ShellDoor): void {
  for (const method of Object.keys(shellInputs) as ShellMethod[]) answer(method, door)
}
