import { describe, expect, test } from 'vitest'
import { servedFile } from './served-file'

const root = '/opt/app/out/renderer'

describe('files of the window', () => {
  test.each([
    ['app://workbench/', '/opt/app/out/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://workbench/assets/a.js', '/opt/app/out/renderer/assets/a.js', 'text/javascript; charset=utf-8'],
    ['app://workbench/assets/a.css?v=1#x', '/opt/app/out/renderer/assets/a.css', 'text/css; charset=utf-8'],
    ['app://workbench/a/../b.svg', '/opt/app/out/renderer/b.svg', 'image/svg+xml'],
    // The address parser itself takes these two back to the top of the folder.
    ['app://workbench/../../a.json', '/opt/app/out/renderer/a.json', 'application/json'],
    ['app://workbench/%2e%2e/%2e%2e/a.json', '/opt/app/out/renderer/a.json', 'application/json'],
    ['app://workbench/p%C5%99.woff2', '/opt/app/out/renderer/př.woff2', 'font/woff2'],
  ])('%s', (url, path, type) => {
    expect(servedFile(root, url)).toEqual({ path, type })
  })

  test.each([
    ['another host', 'app://other/index.html'],
    ['the way up, slash encoded', 'app://workbench/..%2f..%2fpackage.json'],
    ['backslashes', 'app://workbench/..%5c..%5cpackage.json'],
    ['a drive', 'app://workbench/C:/secret.html'],
    ['a sister folder', 'app://workbench/..%2frenderer-old/index.html'],
    ['a NUL byte', 'app://workbench/index.html%00.js'],
    ['broken encoding', 'app://workbench/%E0%A4%A'],
    ['a kind never loaded', 'app://workbench/secret.duckdb'],
    ['no file name', 'app://workbench/assets/'],
    ['no address', 'index.html'],
  ])('refuses %s', (_case, url) => {
    expect(servedFile(root, url)).toBeNull()
  })
})
