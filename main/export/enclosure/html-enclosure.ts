import { packJson, unpackJson } from './pack-json'

const name = 'workbench-published'

/** As a word about the page, not as a script: nothing runs it, and a reader without scripts loses nothing. */
export function encloseInHtml(page: string, value: unknown): string {
  if (!page.includes('</head>')) throw new Error('a page without a head')
  return page.replace('</head>', () => `<meta name="${name}" content="${packJson(value)}">\n</head>`)
}

export function readHtmlEnclosure(page: string): unknown {
  const word = new RegExp(`<meta name="${name}" content="([A-Za-z0-9+/=]*)">`).exec(page)?.[1]
  return word === undefined ? undefined : unpackJson(word)
}
