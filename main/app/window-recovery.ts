import { app, type BrowserWindow } from 'electron'
import type { Locale } from '../../analyses/model/locale'
import type { BridgeFault } from '../../preload/contract/shell'
import type { Log } from '../commands/log'
import { askUser } from './dialogs'

export interface Recovery {
  readonly log: Log
  readonly locale: () => Locale
  readonly notice: (fault: BridgeFault) => void
}

const again = 60_000

/** A page that crashed is loaded again once and says so; when it crashes again soon, the user decides. */
export function recoverWindow(window: BrowserWindow, { log, locale, notice }: Recovery): void {
  let crashedAt: number | null = null
  let asking = false
  const place = () => ({ window, locale: locale() })

  const ask = async (kind: 'windowStopped' | 'windowSlow') => {
    if (asking || window.isDestroyed()) return
    asking = true
    const harmless = kind === 'windowSlow' ? 'wait' : 'quit'
    const choice = await askUser(
      place(),
      kind,
      kind === 'windowSlow' ? ['wait', 'reload'] : ['reload', 'quit'],
    )
    asking = false
    if (window.isDestroyed()) return
    const reload = kind === 'windowSlow' ? choice === 1 : choice === 0
    if (reload) window.webContents.reload()
    else if (harmless === 'quit') app.quit()
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.note(`the window's process is gone: ${reason}`)
    const now = Date.now()
    const repeated = crashedAt !== null && now - crashedAt < again
    crashedAt = now
    if (repeated) void ask('windowStopped')
    else {
      window.webContents.once('did-finish-load', () => notice({ code: 'window.reloaded', values: {} }))
      window.webContents.reload()
    }
  })
  window.on('unresponsive', () => {
    log.note('the window does not answer')
    void ask('windowSlow')
  })
}
