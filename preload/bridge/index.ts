import '../contract/without-eval'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { engineGoneChannel, enginePortChannel, shellChannel, shellEventChannel } from '../contract/host'
import { type CallOutcome, type ShellEvent, shellInputs, type WorkbenchBridge } from '../contract/shell'
import { createEngineLink } from './engine-link'
import { createEventBuffer } from './event-buffer'

const link = createEngineLink()
const events = createEventBuffer<ShellEvent>()

ipcRenderer.on(enginePortChannel, ({ ports }) => {
  const port = ports[0]
  if (port === undefined) return
  port.onmessage = ({ data }) => link.receive(data)
  link.attach(port)
})
ipcRenderer.on(engineGoneChannel, (_event, final: boolean) => link.lost(final))
ipcRenderer.on(shellEventChannel, (_event, event: ShellEvent) => events.push(event))

async function shell(method: string, body: unknown): Promise<CallOutcome> {
  if (!Object.hasOwn(shellInputs, method))
    return {
      ok: false,
      fault: {
        code: 'shell.bad-request',
        values: { method: String(method).slice(0, 80), detail: 'unknown method' },
      },
    }
  return ipcRenderer.invoke(shellChannel(method), body)
}

const bridge: WorkbenchBridge = {
  call: (id, method, body) => link.call(id, method, body),
  cancel: (id) => link.cancel(id),
  onProgress: (listener) => link.onProgress(listener),
  shell,
  onShellEvent: (listener) => events.listen(listener),
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
}

contextBridge.exposeInMainWorld('workbench', bridge)
