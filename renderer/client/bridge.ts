import type { WorkbenchBridge } from '../../preload/contract/shell'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of the page. */
    readonly workbench: WorkbenchBridge
  }
}

/** The only place of the window that touches `window.workbench`. */
export const bridge = (): WorkbenchBridge => window.workbench
