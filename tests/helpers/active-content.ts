import { strFromU8, unzipSync } from 'fflate'
import { allNamed, type Element, elementsIn, everyElement, readXml } from '../../main/export/readback/markup'

/** Elements and attributes of a page, however deep, as `tag` and `tag@attribute`; text is no part of it. */
export function skeletonOf(page: string): readonly string[] {
  const body = page.slice(page.indexOf('<body>'), page.lastIndexOf('</html>'))
  const found = new Set<string>()
  const walk = (element: Element) => {
    found.add(element.name)
    for (const name of Object.keys(element.attributes)) found.add(`${element.name}@${name}`)
    for (const child of elementsIn(element)) walk(child)
  }
  walk(readXml(body))
  return [...found].sort()
}

/** What in an office file could do something or lead somewhere; nothing for a file that only shows. */
export function activeInOffice(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    if (!/\.(xml|rels)$/.test(path)) return /\.(png)$/.test(path) ? [] : [`${path}: unexpected part`]
    const root = readXml(strFromU8(content))
    const all = [root, ...everyElement(root)]
    return all.flatMap((element) => problemOf(element)).map((problem) => `${path}: ${problem}`)
  })
}

/** The fields and links the formats make themselves, by their whole wording. */
const ownField =
  /^(?:SEQ (?:Table|Figure) \\\* ARABIC|REF ref_(?:table|chart)_\d+ \\h|TOC \\o "1-2" \\h \\z \\u|PAGEREF [a-z0-9_]+ \\h|PAGE|NUMPAGES)$/

function problemOf({ name, attributes, children }: Element): readonly string[] {
  const text = children.filter((child) => typeof child === 'string').join('')
  if (
    ['f', 'oleObject', 'ddeLink', 'w:object', 'w:altChunk', 'w:control', 'externalReference'].includes(name)
  )
    return [name]
  if (name === 'w:instrText' && !ownField.test(text.trim())) return [`field ${text}`]
  if (name === 'w:fldSimple' && !ownField.test((attributes['w:instr'] ?? '').trim()))
    return [`field ${attributes['w:instr']}`]
  if (
    name === 'w:hyperlink' &&
    (attributes['r:id'] !== undefined || !/^[a-z0-9_]+$/.test(attributes['w:anchor'] ?? ''))
  )
    return ['link']
  if (
    name === 'hyperlink' &&
    (attributes['r:id'] !== undefined || !/^'.*'!A1$/.test(attributes['location'] ?? ''))
  )
    return ['link']
  return name === 'Relationship' && attributes['TargetMode'] === 'External'
    ? [`outside ${attributes['Target']}`]
    : []
}

/** Text cells of a workbook that are not of the kind a program leaves alone. */
export function looseTexts(bytes: Uint8Array): number {
  const files = unzipSync(bytes)
  return Object.entries(files)
    .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
    .flatMap(([, content]) => allNamed(readXml(strFromU8(content)), 'c'))
    .filter(({ attributes }) => !['s', 'b', 'n', undefined].includes(attributes['t'])).length
}
