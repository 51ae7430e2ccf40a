import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import {
  type EngineStart,
  engineGoneChannel,
  enginePortChannel,
  type FromEngine,
  fromEngineSchema,
  shellEventChannel,
  type ToEngine,
} from '../../preload/contract/host'
import type { BridgeFault, ShellEvent } from '../../preload/contract/shell'
import type { KeyStore } from '../commands/key-store'
import type { Log } from '../commands/log'
import { deathsTolerated, restartDelay } from './restart-policy'

export interface EngineOptions {
  readonly modulePath: string
  readonly start: EngineStart
  readonly log: Log
  readonly tell: (event: ShellEvent) => void
  readonly print: (html: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly keys: KeyStore
  /** Turns whatever printing or a key threw into a fault for the engine. */
  readonly faultOf: (error: unknown) => BridgeFault
}

type EngineState = 'starting' | 'ready' | 'died'

const closeWithin = 5000

/** The one engine process: forked, connected to the windows, started again when it dies, closed at the end. */
export class EngineProcess {
  #child: UtilityProcess | null = null
  #state: EngineState = 'starting'
  #closing = false
  #deaths: number[] = []
  #closed: (() => void) | null = null
  readonly #windows = new Set<WebContents>()

  constructor(private readonly options: EngineOptions) {}

  get processId(): number | undefined {
    return this.#child?.pid
  }

  start(): void {
    const { modulePath, start, log } = this.options
    this.#enter('starting')
    const child = utilityProcess.fork(modulePath, [JSON.stringify(start)], {
      serviceName: 'engine',
      stdio: 'inherit',
    })
    this.#child = child
    child.on('message', (message: unknown) => {
      const parsed = fromEngineSchema.safeParse(message)
      if (parsed.success) this.#receive(child, parsed.data)
      else log.note('the engine process sent a message that is none of ours')
    })
    child.once('exit', (code) => this.#exited(child, code))
    for (const window of this.#windows) this.#connect(window)
  }

  /** Gives the window a line to the engine; called again after each page load, because a port dies with its page. */
  attach(window: WebContents): void {
    if (!this.#windows.has(window)) {
      this.#windows.add(window)
      window.once('destroyed', () => this.#windows.delete(window))
    }
    if (this.#child === null) window.send(engineGoneChannel, true)
    else this.#connect(window)
    this.#say(window)
  }

  /** The user asks for a fresh engine: also after we had given up. */
  restart(): void {
    this.#deaths = []
    if (this.#child === null) this.start()
    else this.#child.kill()
  }

  /** Asks the engine to close the project and waits, at most five seconds. */
  async close(): Promise<void> {
    this.#closing = true
    const child = this.#child
    if (child === null) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.options.log.note('the engine did not close in time and was ended')
        resolve()
      }, closeWithin)
      this.#closed = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#send(child, { kind: 'close' })
    })
    child.kill()
  }

  #send(child: UtilityProcess, message: ToEngine): void {
    child.postMessage(message)
  }

  #connect(window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    const port: ToEngine = { kind: 'port' }
    this.#child?.postMessage(port, [port1])
    window.postMessage(enginePortChannel, null, [port2])
  }

  #enter(state: EngineState): void {
    this.#state = state
    this.options.tell({ kind: 'engine', state })
  }

  #say(window: WebContents): void {
    window.send(shellEventChannel, { kind: 'engine', state: this.#state } satisfies ShellEvent)
  }

  #receive(child: UtilityProcess, message: FromEngine): void {
    switch (message.kind) {
      case 'ready':
        this.#enter('ready')
        break
      case 'closed':
        this.#closed?.()
        break
      case 'print':
        void this.#print(child, message.id, message.html)
        break
      case 'key':
        void this.#key(child, message.id, message.project)
        break
    }
  }

  async #print(child: UtilityProcess, id: number, html: string): Promise<void> {
    try {
      this.#send(child, { kind: 'printed', id, pdf: await this.options.print(html) })
    } catch (error) {
      this.#send(child, { kind: 'not-printed', id, fault: this.options.faultOf(error) })
    }
  }

  async #key(child: UtilityProcess, id: number, project: string): Promise<void> {
    try {
      this.#send(child, { kind: 'key', id, key: new Uint8Array(await this.options.keys.key(project)) })
    } catch (error) {
      this.#send(child, { kind: 'no-key', id, fault: this.options.faultOf(error) })
    }
  }

  #exited(child: UtilityProcess, code: number): void {
    if (this.#child !== child) return
    this.#child = null
    this.#closed?.()
    if (this.#closing) return
    const now = Date.now()
    this.#deaths = [...this.#deaths, now].slice(-deathsTolerated)
    const delay = restartDelay(this.#deaths, now)
    this.options.log.note(`the engine process ended with code ${code}`)
    for (const window of this.#windows) window.send(engineGoneChannel, delay === null)
    this.#enter('died')
    if (delay !== null) setTimeout(() => this.#child === null && !this.#closing && this.start(), delay)
    else
      this.options.tell({
        kind: 'notice',
        fault: { code: 'engine.stopped', values: { times: deathsTolerated } },
      })
  }
}
