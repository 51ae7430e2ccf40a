import {
  allNamed,
  childrenNamed,
  type Element,
  everyElement,
  textIn,
} from '../../main/export/readback/markup'
import {
  type OfficePackage,
  openPackage,
  outOfOrder,
  packageRules,
  partOf,
  propertyOf,
  relationsOf,
} from './office-package'
import { checkRules, type RuleResult, type Rules, repeated, wrong } from './rules'

/** Rules of a workbook that can be read aloud, sorted, printed and calculated with (ECMA-376), one by one. */
export function checkXlsx(
  bytes: Uint8Array,
  expected: { readonly language: string; readonly title: string },
): readonly RuleResult[] {
  const opened = openPackage(bytes, expected)
  const file = { ...opened, sheets: sheetsOf(opened), styles: stylesOf(opened), texts: textsOf(opened) }
  return [...checkRules(packageRules, file), ...checkRules(rules, file)]
}

interface SheetCell {
  readonly place: string
  readonly kind: 'number' | 'text' | 'boolean' | 'empty' | 'other'
  readonly text: string
  readonly style: Style
}

interface Sheet {
  readonly name: string
  readonly at: number
  readonly root: Element
  readonly rows: readonly (readonly SheetCell[])[]
  /** One of a table; the others are the contents, the notes and the provenance. */
  readonly isTable: boolean
}

interface Style {
  readonly format: string
  readonly wrap: boolean
  readonly bold: boolean
}

interface XlsxFile extends OfficePackage {
  readonly sheets: readonly Sheet[]
  readonly styles: readonly Style[]
  readonly texts: readonly string[]
}

const sharedTexts = 'xl/sharedStrings.xml'
const book = (file: OfficePackage): Element => partOf(file, 'xl/workbook.xml')
const namesIn = (file: OfficePackage): readonly Element[] => allNamed(book(file), 'definedName')
const tablesOf = ({ sheets }: XlsxFile): readonly Sheet[] => sheets.filter(({ isTable }) => isTable)
const attributesOf = (root: Element, name: string): Readonly<Record<string, string>> =>
  allNamed(root, name)[0]?.attributes ?? {}

const textsOf = (file: OfficePackage): readonly string[] =>
  childrenNamed(partOf(file, sharedTexts), 'si').map(textIn)

function stylesOf(file: OfficePackage): readonly Style[] {
  const root = partOf(file, 'xl/styles.xml')
  const formats = new Map(
    allNamed(root, 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'] ?? '',
    ]),
  )
  const fonts = childrenNamed(allNamed(root, 'fonts')[0] ?? root, 'font')
  return childrenNamed(allNamed(root, 'cellXfs')[0] ?? root, 'xf').map((xf) => ({
    format: formats.get(xf.attributes['numFmtId']) ?? 'General',
    wrap: attributesOf(xf, 'alignment')['wrapText'] === '1',
    bold: childrenNamed(fonts[Number(xf.attributes['fontId'] ?? 0)] ?? root, 'b').length > 0,
  }))
}

function sheetsOf(file: OfficePackage): readonly Sheet[] {
  const [styles, texts] = [stylesOf(file), textsOf(file)]
  const relations = relationsOf(file)
  const all = allNamed(book(file), 'sheet')
  return all.map(({ attributes }, at) => {
    const path = relations.find(
      ({ from, id }) => from === 'xl/workbook.xml' && id === attributes['r:id'],
    )?.target
    const root = partOf(file, path ?? '')
    const rows = allNamed(root, 'row').map((row) =>
      childrenNamed(row, 'c').map((cell) => readCell(cell, styles, texts)),
    )
    const isTable = at > 0 && at < all.length - 2
    return { name: attributes['name'] ?? '', at, root, rows, isTable }
  })
}

const noStyle: Style = { format: 'General', wrap: false, bold: false }
const kinds: Readonly<Record<string, SheetCell['kind']>> = { n: 'number', s: 'text', b: 'boolean' }

function readCell(cell: Element, styles: readonly Style[], texts: readonly string[]): SheetCell {
  const { r: place = '', s: style = '0', t: type = 'n' } = cell.attributes
  const stored = childrenNamed(cell, 'v').map(textIn).join('')
  const kind = stored === '' ? 'empty' : (kinds[type] ?? 'other')
  const text = kind === 'text' ? (texts[Number(stored)] ?? '') : stored
  return { place, kind, text, style: styles[Number(style)] ?? noStyle }
}

const cells = ({ rows }: Sheet): readonly SheetCell[] => rows.flat()
const labelled = (sheet: Sheet, cell: SheetCell): string =>
  `${sheet.name}!${cell.place} „${cell.text.slice(0, 30)}“`
const eachCell = (sheets: readonly Sheet[], isWrong: (cell: SheetCell) => boolean): readonly string[] =>
  sheets.flatMap((sheet) => cells(sheet).flatMap((cell) => wrong(isWrong(cell), labelled(sheet, cell))))
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
/** Columns are read to the last one of the head. */
const lastColumn = ({ rows }: Sheet): string => rows[0]?.at(-1)?.place.replace(/\d+$/, '') ?? ''
const hasColumns = (sheet: Sheet): boolean => (sheet.rows[0] ?? []).length > 0

const rules: Rules<XlsxFile> = {
  'the contents come first, the notes and the provenance last, in the language of the file': (file) => {
    const wanted: Readonly<Record<string, readonly string[]>> = {
      cs: ['Obsah', 'Poznámky', 'Původ'],
      en: ['Contents', 'Notes', 'Provenance'],
      pl: ['Spis treści', 'Uwagi', 'Pochodzenie'],
    }
    const names = file.sheets.map(({ name }) => name)
    const own = [names[0], names.at(-2), names.at(-1)]
    return wrong(
      JSON.stringify(own) !== JSON.stringify(wanted[propertyOf(file, 'dc:language')]),
      own.join(', '),
    )
  },
  'names of sheets are those Excel allows, each once': ({ sheets }) => {
    const names = sheets.map(({ name }) => name)
    return [
      ...names.filter(
        (name) =>
          !/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u.test(name) || /^history$/i.test(name) || name.trim() !== name,
      ),
      ...repeated(names.map((name) => name.toLowerCase())),
    ]
  },
  'nothing is hidden: no sheet, no row, no column, no name of its own': (file) => [
    ...allNamed(book(file), 'sheet').flatMap(({ attributes }) =>
      wrong((attributes['state'] ?? 'visible') !== 'visible', attributes['name'] ?? ''),
    ),
    ...file.sheets.flatMap(({ name, root }) =>
      everyElement(root).flatMap((element) =>
        wrong(
          ['row', 'col'].includes(element.name) &&
            (element.attributes['hidden'] === '1' || Number(element.attributes['ht'] ?? 1) === 0),
          `${name}: ${element.name} ${element.attributes['r'] ?? element.attributes['min']}`,
        ),
      ),
    ),
    ...namesIn(file).flatMap(({ attributes }) =>
      wrong(
        !['_xlnm._FilterDatabase', '_xlnm.Print_Titles'].includes(attributes['name'] ?? ''),
        attributes['name'] ?? '',
      ),
    ),
  ],
  'cells hold a number, a text or a truth, never a formula or an error': ({ sheets }) => [
    ...eachCell(sheets, ({ kind }) => kind === 'other'),
    ...sheets.flatMap(({ name, root }) => wrong(allNamed(root, 'f').length > 0, `${name}: f`)),
  ],
  'texts have the format of texts, so that no program takes them for a formula, a date or a number': ({
    sheets,
  }) => eachCell(sheets, ({ kind, style }) => kind === 'text' && style.format !== '@'),
  'numbers have a format of their own, and are finite': ({ sheets }) =>
    eachCell(
      sheets,
      ({ kind, style, text }) =>
        kind === 'number' && (['General', '@'].includes(style.format) || !Number.isFinite(Number(text))),
    ),
  'a column is of numbers or of texts; among numbers stand only marks': (file) =>
    tablesOf(file).flatMap((sheet) => {
      const columns = (sheet.rows[0] ?? []).map((_, at) =>
        sheet.rows.slice(1).flatMap((row) => row[at] ?? []),
      )
      return columns.flatMap((column) =>
        column.some(({ kind }) => kind === 'number')
          ? column.flatMap((cell) =>
              wrong(cell.kind === 'text' && /^[+−-]?\s*\d/.test(cell.text), labelled(sheet, cell)),
            )
          : [],
      )
    }),
  'no text is longer than a cell can hold': ({ texts }) =>
    texts.flatMap((text) => wrong(text.length > 32_767, `${text.length} characters`)),
  'rows and cells follow each other, none left out and none there twice': ({ sheets }) =>
    sheets.flatMap(({ name, root }) =>
      allNamed(root, 'row').flatMap((row, at) => {
        const places = childrenNamed(row, 'c').map(({ attributes }) => columnNumber(attributes['r'] ?? ''))
        const rising = places.every((place, index) => place > (places[index - 1] ?? 0))
        return wrong(Number(row.attributes['r']) !== at + 1 || !rising, `${name}, row ${at + 1}`)
      }),
    ),
  'a table begins in the first cell and is a whole block: a head over every column, no empty cell, none merged':
    (file) =>
      tablesOf(file)
        .filter(hasColumns)
        .flatMap((sheet) => [
          ...wrong(
            sheet.rows[0]?.[0]?.place !== 'A1',
            `${sheet.name} begins at ${sheet.rows[0]?.[0]?.place}`,
          ),
          ...(sheet.rows[0] ?? []).flatMap((cell) =>
            wrong(cell.kind !== 'text' || cell.text.trim() === '', labelled(sheet, cell)),
          ),
          ...sheet.rows.flatMap((row) =>
            wrong(row.length !== sheet.rows[0]?.length, `${sheet.name}: ${row[0]?.place}`),
          ),
          ...wrong(allNamed(sheet.root, 'mergeCell').length > 0, `${sheet.name}: merged`),
        ]),
  'heads are bold, wrapped, and stay in sight': (file) =>
    tablesOf(file)
      .filter(hasColumns)
      .flatMap((sheet) => {
        const { ySplit, state, topLeftCell, activePane } = attributesOf(sheet.root, 'pane')
        return [
          ...wrong(ySplit !== '1' || state !== 'frozen' || topLeftCell !== 'A2', `${sheet.name}: not frozen`),
          ...wrong(activePane !== 'bottomLeft', `${sheet.name}: ${activePane}`),
          ...(sheet.rows[0] ?? []).flatMap((cell) =>
            wrong(!cell.style.bold || !cell.style.wrap, labelled(sheet, cell)),
          ),
        ]
      }),
  'tables have a filter over all their rows, under the name programs look for': (file) =>
    tablesOf(file)
      .filter(hasColumns)
      .flatMap((sheet) => {
        const end = `${lastColumn(sheet)}${sheet.rows.length}`
        const whole = `${quoted(sheet.name)}!$A$1:$${lastColumn(sheet)}$${sheet.rows.length}`
        return [
          ...wrong(attributesOf(sheet.root, 'autoFilter')['ref'] !== `A1:${end}`, sheet.name),
          ...wrong(
            nameOf(file, sheet, '_xlnm._FilterDatabase') !== whole,
            `${sheet.name}: name of the filter`,
          ),
        ]
      }),
  'heads are printed on every page, pages are A4, one sheet wide, and say which they are': (file) => [
    ...tablesOf(file)
      .filter(hasColumns)
      .flatMap((sheet) =>
        wrong(
          nameOf(file, sheet, '_xlnm.Print_Titles') !== `${quoted(sheet.name)}!$1:$1`,
          `${sheet.name}: head`,
        ),
      ),
    ...file.sheets.flatMap(({ name, root }) => {
      const { paperSize, fitToHeight } = attributesOf(root, 'pageSetup')
      const footer = allNamed(root, 'oddFooter').map(textIn).join('')
      return [
        ...wrong(
          attributesOf(root, 'pageSetUpPr')['fitToPage'] !== '1' || fitToHeight !== '0',
          `${name}: width`,
        ),
        ...wrong(paperSize !== '9', `${name}: paper`),
        ...wrong(!footer.includes('&P') || !footer.includes('&N'), `${name}: no page number`),
      ]
    }),
  ],
  'every column has a width, none is too narrow for its numbers': ({ sheets }) =>
    sheets.flatMap((sheet) => {
      const columns = allNamed(sheet.root, 'col').map(({ attributes }) => attributes)
      const widthAt = (place: string) =>
        Number(
          columns.find(
            ({ min, max }) => Number(min) <= columnNumber(place) && columnNumber(place) <= Number(max),
          )?.['width'] ?? 0,
        )
      return cells(sheet).flatMap((cell) =>
        wrong(
          widthAt(cell.place) < (cell.kind === 'number' ? shownLength(cell) + 1 : 4),
          `${labelled(sheet, cell)} in ${widthAt(cell.place)}`,
        ),
      )
    }),
  'the contents name and link every sheet': (file) => {
    const [contents] = file.sheets
    if (contents === undefined) return ['no sheet']
    const listed = contents.rows.slice(3).map((row) => row[0]?.text)
    const links = allNamed(contents.root, 'hyperlink').map(({ attributes }) => attributes['location'])
    const others = file.sheets.slice(1).map(({ name }) => name)
    return [
      ...wrong(JSON.stringify(listed) !== JSON.stringify(others), 'the list'),
      ...wrong(
        JSON.stringify(links) !== JSON.stringify(others.map((name) => `${quoted(name)}!A1`)),
        'the links',
      ),
    ]
  },
  'the file opens at its contents': (file) => {
    const selected = file.sheets.filter(({ root }) => attributesOf(root, 'sheetView')['tabSelected'] === '1')
    return wrong(
      selected.some(({ at }) => at > 0) ||
        Number(attributesOf(book(file), 'workbookView')['activeTab'] ?? 0) > 0,
      selected.map(({ name }) => name).join(', '),
    )
  },
  'pictures have an alternative text': ({ parts }) =>
    [...parts].flatMap(([path, part]) =>
      everyElement(part).flatMap(({ name, attributes }) =>
        wrong(
          name === 'xdr:cNvPr' && (attributes['descr'] ?? '').trim().length < 10,
          `${path} ${attributes['name']}`,
        ),
      ),
    ),
  'every style and every text that is used is there': ({ sheets, styles, texts }) =>
    sheets.flatMap(({ name, root }) =>
      allNamed(root, 'c').flatMap((cell) => {
        const { r, s = '0', t } = cell.attributes
        const text = t === 's' ? Number(childrenNamed(cell, 'v').map(textIn).join('')) : 0
        return wrong(Number(s) >= styles.length || text >= texts.length, `${name}!${r}`)
      }),
    ),
  'parts of sheets stand in the order of the format': (file) => [
    ...file.sheets.flatMap(({ root }) => outOfOrder(root, sheetOrder)),
    ...outOfOrder(book(file), bookOrder),
    ...outOfOrder(partOf(file, 'xl/styles.xml'), styleOrder),
  ],
}

const nameOf = (file: XlsxFile, { at }: Sheet, name: string): string =>
  namesIn(file)
    .filter(({ attributes }) => attributes['name'] === name && Number(attributes['localSheetId']) === at)
    .map(textIn)
    .join(' and ')

const columnNumber = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** How many letters a program shows of a number; a longer one is shown as ###. */
function shownLength({ text, style: { format } }: SheetCell): number {
  const value = Math.abs(Number(text))
  if (format.includes('E')) return 9
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0
  const percent = format.includes('%')
  const whole = (percent ? value * 100 : value).toFixed(decimals)
  const groups = format.includes(',') ? Math.floor((whole.split('.')[0]?.length ?? 1) / 3) : 0
  return whole.length + groups + (percent ? 1 : 0) + (Number(text) < 0 || format.startsWith('+') ? 1 : 0)
}

const sheetOrder =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst'.split(
    ' ',
  )
const bookOrder =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize extLst'.split(
    ' ',
  )
const styleOrder =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ')
