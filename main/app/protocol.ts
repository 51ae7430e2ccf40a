import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy, printScheme } from './security-policy'
import { servedFile } from './served-file'

/** Must run before the app is ready. */
export function declareSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { ...privileges, stream: true, codeCache: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } },
  ])
}

const refusal = (status: number) => new Response('', { status, headers: { 'cache-control': 'no-store' } })

const pageHeaders = (nonce: string) => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'referrer-policy': 'no-referrer',
})

/** Serves the built window from its folder, and nothing else. */
export function serveWindow(session: Session, root: string): void {
  session.protocol.handle('app', async ({ url, method }) => {
    if (method !== 'GET') return refusal(405)
    const file = servedFile(root, url)
    if (file === null) return refusal(403)
    const bytes = await readFile(file.path).catch(() => null)
    if (bytes === null) return refusal(404)
    const headers = {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    }
    if (!file.type.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers })
    const nonce = randomBytes(18).toString('base64')
    const page = bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
    return new Response(page, { headers: { ...headers, ...pageHeaders(nonce) } })
  })
}
