import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { printScheme, printSecurityPolicy } from './security-policy'

/** Printing takes 0.1 s a page; a report that needs longer than this hangs. */
const printWithin = 60_000

const pages = new Map<string, string>()

/** A session of its own, in memory, that knows no scheme but the one of the report handed to it. */
function printSession() {
  const own = session.fromPartition('print')
  if (!own.protocol.isProtocolHandled(printScheme)) {
    own.protocol.handle(printScheme, ({ url }) => {
      const html = pages.get(new URL(url).host)
      if (html === undefined) return new Response('', { status: 404 })
      return new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': printSecurityPolicy,
          'x-content-type-options': 'nosniff',
        },
      })
    })
  }
  return own
}

const pageNumbers = `<div style="width:100%;font:8px sans-serif;text-align:center;color:#555">
  <span class="pageNumber"></span> / <span class="totalPages"></span></div>`

const withTimeLimit = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('time limit')), printWithin)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Prints a self-contained HTML report as tagged PDF with outline and page numbers.
 * No script of the report runs. Returns the whole PDF; rejects when the page cannot be loaded or printed.
 */
export async function printPage(html: string): Promise<Uint8Array<ArrayBuffer>> {
  const id = randomUUID()
  pages.set(id, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
  try {
    const print = async () => {
      await window.loadURL(`${printScheme}://${id}/`)
      return window.webContents.printToPDF({
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        printBackground: true,
        preferCSSPageSize: true,
        pageSize: 'A4',
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: pageNumbers,
      })
    }
    return new Uint8Array(await withTimeLimit(print()))
  } finally {
    pages.delete(id)
    window.destroy()
  }
}
