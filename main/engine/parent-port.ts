import type { FromEngine } from '../../preload/contract/host'
import type { WireReply } from '../../preload/contract/wire'

/** A MessagePort as Electron gives it to a utility process. Written by hand: this folder knows no `electron`. */
export interface WindowPort {
  postMessage(reply: WireReply): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}

/** What a utility process finds in `process.parentPort`. */
export interface ParentPort {
  postMessage(message: FromEngine): void
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly WindowPort[] }) => void,
  ): void
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'postMessage') === 'function' &&
  typeof Reflect.get(value, 'on') === 'function'

/** The line to the shell, or null in a process that is nobody's utility process. */
export function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort')
  return isParentPort(port) ? port : null
}
