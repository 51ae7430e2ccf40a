import { makeZip } from './make-archive'

/** A cell as its XML (`<v>`, type, style), or a plain value. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly type?: string; readonly style?: number; readonly inside: string }

export interface MadeSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** From row 1 on; an empty list leaves its row out. */
  readonly rows: readonly (readonly MadeCell[])[]
  readonly merges?: readonly string[]
}

export interface MadeWorkbook {
  readonly date1904?: boolean
  /** Number formats by style: style 1 is the first of them. */
  readonly formats?: readonly string[]
  /** Texts go into the shared part instead of the cells. */
  readonly shared?: boolean
  /** Further members, or other content for one of the usual. */
  readonly parts?: Readonly<Record<string, string>>
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as spreadsheet programs write it (ECMA-376), for tests. */
export function makeXlsx(sheets: readonly MadeSheet[], options: MadeWorkbook = {}): Buffer {
  const texts: string[] = []
  const sheetXml = sheets.map((sheet) => worksheet(sheet, options.shared === true ? texts : null))
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${xml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const links = sheets.map((_, i) => link(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': rels([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${relations}"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([
      ...links,
      link('rId901', 'styles', 'styles.xml'),
      link('rId902', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': styles(options.formats ?? []),
    'xl/sharedStrings.xml': `${head}<sst ${main}>${texts.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(sheetXml.map((each, i) => [`xl/worksheets/sheet${i + 1}.xml`, each])),
    ...options.parts,
  }
  return makeZip(Object.entries(parts).map(([name, content]) => ({ name, content })))
}

const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
const rels = (links: readonly string[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`

function styles(formats: readonly string[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xml(code)}"/>`)
  const cells = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`)]
  return `${head}<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`
}

function worksheet({ rows, merges = [] }: MadeSheet, texts: string[] | null): string {
  const lines = rows.map((cells, i) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${i + 1}`, texts))
    return cells.length === 0 ? '' : `<row r="${i + 1}">${inside.join('')}</row>`
  })
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`)
  return `${head}<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData>${lines.join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.join('')}</mergeCells>` : ''}</worksheet>`
}

function cellXml(cell: MadeCell, address: string, texts: string[] | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') {
    if (texts === null)
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`
    return `<c r="${address}" t="s"><v>${texts.push(cell) - 1}</v></c>`
  }
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`
  return `<c r="${address}"${type}${style}>${cell.inside}</c>`
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const ods = ['office', 'table', 'text', 'style', 'calcext']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** Content of an OpenDocument spreadsheet: the inside of `office:spreadsheet`, and of `office:automatic-styles`. */
export const odsContent = (inside: string, automatic = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ods}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>${inside}</office:spreadsheet></office:body></office:document-content>`

export const makeOds = (content: string, manifest = '<manifest/>'): Buffer =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: manifest },
  ])
