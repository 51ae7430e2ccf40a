/** Pure part of the window's protection, so that it is tested without Electron. */

export const appOrigin = 'app://workbench'
export const startPage = `${appOrigin}/index.html`
export const printScheme = 'report'

/** The grid writes its own style elements, which the nonce lets in. Nothing here needs eval or WebAssembly. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts become pictures through data: and blob: URLs.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A report to be printed carries its styles, fonts and pictures inside itself and runs nothing. */
export const printSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const originOf = (url: string): string | null => {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return null
  }
}

export interface AllowedPages {
  /** `http://localhost:5173` while developing, null otherwise. */
  readonly development: string | null
}

/** Whether a page is one of ours. Compared whole: `app://workbench.example` is not `app://workbench`. */
export function isOurPage(url: string, { development }: AllowedPages): boolean {
  const origin = originOf(url)
  return (
    origin !== null && (origin === appOrigin || (development !== null && origin === originOf(development)))
  )
}

/** Schemes that stay inside the process. Everything else a page asks for is cancelled before it leaves. */
const innerSchemes = new Set(['app:', `${printScheme}:`, 'blob:', 'data:'])

export function isAllowedRequest(url: string, { development }: AllowedPages): boolean {
  try {
    const { protocol, host } = new URL(url)
    if (innerSchemes.has(protocol)) return true
    if (development === null) return false
    return protocol === 'devtools:' || host === new URL(development).host
  } catch {
    return false
  }
}

export interface Sender {
  readonly url: string
  readonly isMainFrame: boolean
  readonly isOurWindow: boolean
}

/** Null when the sender may speak to the shell, else why not. */
export function senderProblem(sender: Sender | null, pages: AllowedPages): string | null {
  if (sender === null) return 'no frame'
  if (!sender.isOurWindow) return 'unknown window'
  if (!sender.isMainFrame) return 'inner frame'
  return isOurPage(sender.url, pages) ? null : 'foreign page'
}

/** Chromium's own reasons to use the network, switched off; names absent from a version are ignored by it. */
export const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Reporting',
  'NetworkErrorLogging',
  'SpareRendererForSitePerProcess',
  'Translate',
] as const

/** Command line switches, set before the app is ready. No name resolves, so nothing can be reached by name. */
export function networkSwitches({ development }: AllowedPages): readonly (readonly [string, string?])[] {
  const resolver =
    development === null ? 'MAP * ~NOTFOUND' : `MAP * ~NOTFOUND, EXCLUDE ${new URL(development).hostname}`
  return [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-default-apps'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['dns-prefetch-disable'],
    // Looking for a proxy is itself a request (WPAD), so none is looked for.
    ['no-proxy-server'],
    ['no-pings'],
    ['host-resolver-rules', resolver],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['disable-features', disabledFeatures.join(',')],
  ]
}
