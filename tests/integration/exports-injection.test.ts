import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { activeInOffice, skeletonOf } from '../helpers/active-content'
import { effectsOf } from '../helpers/injection'
import { openDataEffects } from '../helpers/injection-open'

vi.setConfig({ testTimeout: 240_000 })

/** One of each kind; the whole public lists go through `tests/real/injection.ts`. */
const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></table><svg/onload=alert(1)>',
  '<!-- --><![CDATA[x]]>&lt;b&gt;&#60;',
  '<w:tbl/>',
  '=HYPERLINK("http://example.org/?"&A1,"x")',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|x',
  '-2+3+cmd|x',
  '\t=1+1',
  '+1',
  '{{constructor.constructor("alert(1)")()}}',
  '$' + '{7*7} #{7*7} <%= 7*7 %>',
  'javascript:alert(1)',
  'hasOwnProperty',
  '__proto__',
  '_x0041_x0042_',
  '] ] > \\ " TOC \\o MERGEFIELD { DDEAUTO c:\\windows\\system32\\cmd.exe }',
  '\u0000\u0001\u0008\u001f\u007f\u0085\ufffe\uffff\ud800',
  '\u202eobráceně\u2066\u2069',
  '\u200b\ufeff\u00ad',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '田中さん 👩‍👩‍👧 مرحبا',
]

test('a text is only a text in every format, whatever it looks like, and it is there', async () => {
  for (const some of [payloads, payloads.toReversed()]) expect(await effectsOf(some)).toEqual([])
})

test('labels are read back as they were from CSV on the Web, Arrow and Parquet', async () => {
  expect(await openDataEffects(payloads)).toEqual([])
})

test('an active part would be found', () => {
  const word = (field: string) =>
    zipSync({ 'word/document.xml': strToU8(`<w:p><w:fldSimple w:instr="${field}"/></w:p>`) })
  expect(activeInOffice(word('DDEAUTO cmd'))).toHaveLength(1)
  expect(activeInOffice(word('SEQ Table \\* ARABIC'))).toEqual([])
  const page = (inside: string) => `<html><body><p>${inside}</p></body></html>`
  expect(skeletonOf(page('<b onclick="x()">y</b>'))).toContain('b@onclick')
})
