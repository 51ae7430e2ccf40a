import { describe, expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  isAllowedRequest,
  isOurPage,
  networkSwitches,
  printSecurityPolicy,
  senderProblem,
} from './security-policy'

const built = { development: null }
const developing = { development: 'http://localhost:5173' }

const directives = (policy: string) =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]))

test('scripts come from the app alone: no inline script, no eval, no WebAssembly', () => {
  const policy = directives(contentSecurityPolicy('bm9uY2U='))
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.get('script-src')).toEqual(["'self'"])
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-bm9uY2U='"])
  expect(policy.get('connect-src')).toEqual(["'self'"])
  for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-src', 'frame-ancestors'])
    expect(policy.get(closed)).toEqual(["'none'"])
  expect(contentSecurityPolicy('x')).not.toMatch(/unsafe|https?:|\*/)
})

test('a report to be printed runs nothing and loads nothing', () => {
  const policy = directives(printSecurityPolicy)
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.has('script-src')).toBe(false)
  expect(printSecurityPolicy).not.toMatch(/https?:|'self'|\*/)
})

test.each([
  ['app://workbench/index.html', true],
  ['app://workbench', true],
  ['app://workbench.example/index.html', false],
  ['app://other/', false],
  ['https://workbench/', false],
  ['file:///etc/passwd', false],
  ['about:blank', false],
  ['', false],
])('%j is our page: %s', (url, ours) => {
  expect(isOurPage(url, built)).toBe(ours)
})

test('the development server counts only while developing', () => {
  expect(isOurPage('http://localhost:5173/x', developing)).toBe(true)
  expect(isOurPage('http://localhost:5174/x', developing)).toBe(false)
  expect(isOurPage('http://localhost:5173/x', built)).toBe(false)
  expect(isAllowedRequest('ws://localhost:5173/', developing)).toBe(true)
  expect(isAllowedRequest('ws://localhost:5173/', built)).toBe(false)
  expect(isAllowedRequest('devtools://devtools/a.html', built)).toBe(false)
})

test.each([
  ['app://workbench/a.js', true],
  ['blob:app://workbench/1', true],
  ['data:image/png;base64,AA', true],
  ['https://example.org/', false],
  ['http://127.0.0.1/', false],
  ['ws://example.org/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.org/', false],
  ['chrome://version', false],
  ['nonsense', false],
])('a request to %s is let through: %s', (url, allowed) => {
  expect(isAllowedRequest(url, built)).toBe(allowed)
})

describe('who may speak to the shell', () => {
  const good = { url: 'app://workbench/index.html', isMainFrame: true, isOurWindow: true }
  test.each([
    [good, null],
    [null, 'no frame'],
    [{ ...good, isOurWindow: false }, 'unknown window'],
    [{ ...good, isMainFrame: false }, 'inner frame'],
    [{ ...good, url: 'https://example.org/' }, 'foreign page'],
  ])('%j: %s', (sender, problem) => {
    expect(senderProblem(sender, built)).toBe(problem)
  })
})

test('no name resolves, except the development server while developing', () => {
  const rules = (pages: { development: string | null }) =>
    networkSwitches(pages).find(([name]) => name === 'host-resolver-rules')?.[1]
  expect(rules(built)).toBe('MAP * ~NOTFOUND')
  expect(rules(developing)).toBe('MAP * ~NOTFOUND, EXCLUDE localhost')
})
