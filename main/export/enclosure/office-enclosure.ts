import { strFromU8, strToU8, unzipSync } from 'fflate'
import { stillArchive } from '../still-archive'
import { packJson, unpackJson } from './pack-json'

const namespace = 'urn:regional-workbench:published'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
const part = 'customXml/item1.xml'

const roots = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const

/** Puts the value into a Word document or a workbook as custom XML, which office programs keep and never show. */
export function encloseInOffice(archive: Uint8Array, kind: keyof typeof roots, value: unknown): Uint8Array {
  const files = unzipSync(archive)
  const relations = roots[kind].replace(/([^/]+)$/, '_rels/$1.rels')
  const before = strFromU8(files[relations] ?? new Uint8Array())
  if (!before.includes('</Relationships>')) throw new Error(`${relations} is not as expected`)
  const link = `<Relationship Id="rIdPublished" Type="${relation}" Target="../${part}"/></Relationships>`
  return stillArchive({
    ...files,
    [relations]: strToU8(before.replace('</Relationships>', link)),
    [part]: strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<published xmlns="${namespace}">${packJson(value)}</published>`,
    ),
  })
}

/** Programs that saved the file again may have renamed the part. */
export function readOfficeEnclosure(archive: Uint8Array): unknown {
  const files = unzipSync(archive, { filter: ({ name }) => /^customXml\/item\d+\.xml$/.test(name) })
  for (const bytes of Object.values(files)) {
    const text = strFromU8(bytes)
    const word = text.includes(namespace) ? />([A-Za-z0-9+/=\s]+)<\//.exec(text)?.[1] : undefined
    if (word !== undefined) return unpackJson(word)
  }
  return undefined
}
