import { extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
}

export interface ServedFile {
  readonly path: string
  readonly type: string
}

/**
 * The file behind an `app://workbench/...` address, or null when there can be none: another host, a way out of the
 * folder (also percent-encoded or with backslashes), a kind of file that the window never loads.
 */
export function servedFile(root: string, url: string): ServedFile | null {
  let wanted: string
  try {
    const { host, pathname } = new URL(url)
    if (host !== 'workbench') return null
    wanted = decodeURIComponent(pathname === '/' ? '/index.html' : pathname)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(wanted)) return null
  const folder = root.endsWith(sep) ? root : root + sep
  const path = normalize(join(folder, wanted))
  const type = types[extname(path)]
  return path.startsWith(folder) && type !== undefined ? { path, type } : null
}
