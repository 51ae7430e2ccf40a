import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { readPage } from '../../main/export/pdf/page-text'
import { entriesOf } from '../../main/export/pdf/repair-outline'
import {
  attributeOf,
  everyTag,
  isTag,
  readTags,
  type Tag,
  tagsBelow,
  textOf,
} from '../../main/export/pdf/tag-tree'
import { markedText, type ReadTag } from '../../main/export/readback/pdf'
import { escapeMarkup } from '../../main/export/svg/escape'
import { asDrawn } from './exported-tables'
import { checkRules, type RuleResult, type Rules, wrong } from './rules'

export interface PdfFile {
  readonly document: PDFDocument
  readonly root: Tag | null
  readonly tags: readonly Tag[]
  readonly read: ReadTag
  readonly language: string
  readonly title: string
}

const name = (text: string): PDFName => PDFName.of(text)

/**
 * Rules of accessible PDF (ISO 14289-1 and 32000-1, in the way of veraPDF), one by one. Not a proof of PDF/UA: whether
 * a text says what a picture shows only a person can tell.
 */
export async function checkPdf(
  bytes: Uint8Array,
  expected: { readonly language: string; readonly title: string },
): Promise<readonly RuleResult[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = readTags(document)
  const file: PdfFile = {
    document,
    root,
    tags: root === null ? [] : [...everyTag(root)],
    read: markedText(document),
    ...expected,
  }
  return checkRules(rules, file)
}

const ofType = ({ tags }: PdfFile, ...types: readonly string[]): readonly Tag[] =>
  tags.filter(({ type }) => types.includes(type))
const isTrue = (dict: PDFDict | undefined, key: string): boolean => dict?.lookup(name(key)) === PDFBool.True

const rules: Rules<PdfFile> = {
  'the document says that it is tagged': ({ document }) =>
    wrong(!isTrue(document.catalog.lookupMaybe(name('MarkInfo'), PDFDict), 'Marked'), 'MarkInfo'),
  'nothing in the structure is called doubtful': ({ document }) =>
    wrong(isTrue(document.catalog.lookupMaybe(name('MarkInfo'), PDFDict), 'Suspects'), 'Suspects'),
  'the document has its language': ({ document, language }) =>
    wrong(document.getLanguage() !== language, String(document.getLanguage())),
  'the document has its title': ({ document, title }) =>
    wrong(document.getTitle() !== title, String(document.getTitle())),
  'the window shows the title, not the name of the file': ({ document }) =>
    wrong(
      !isTrue(document.catalog.lookupMaybe(name('ViewerPreferences'), PDFDict), 'DisplayDocTitle'),
      'DisplayDocTitle',
    ),
  'the metadata repeat the title and claim no standard': ({ document, title }) => {
    const stream = document.catalog.lookup(name('Metadata'))
    const packet =
      stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : ''
    return [
      ...wrong(!packet.includes(`>${escapeMarkup(title)}<`), 'no title'),
      ...wrong(packet.includes('pdfuaid'), 'pdfuaid'),
    ]
  },
  'the structure has a root with one document': ({ root }) =>
    wrong(
      root === null || tagsBelow(root).length !== 1 || tagsBelow(root)[0]?.type !== 'Document',
      'StructTreeRoot',
    ),
  'all types of tags are known': ({ tags }) =>
    [...new Set(tags.map(({ type }) => type))].filter((type) => !standard.has(type)),
  'every piece of a page is a part of the structure, once': marksOnce,
  'nothing is drawn that is neither tagged nor decoration': ({ document }) =>
    document.getPages().flatMap((page, at) => {
      const { unmarked } = readPage(page)
      return wrong(unmarked > 0, `page ${at + 1}: ${unmarked}`)
    }),
  'every figure has an alternative text': (file) =>
    ofType(file, 'Figure').flatMap((figure) =>
      wrong((textOf(figure.element, 'Alt') ?? '').trim().length < 10, figureName(figure)),
    ),
  'headings begin with one of the first level and leave no level out': (file) => {
    const levels = headingsOf(file).map(({ type }) => Number(type.slice(1)))
    return [
      ...wrong(
        levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1,
        `first level: ${levels}`,
      ),
      ...levels.flatMap((level, at) => wrong(level - (levels[at - 1] ?? 0) > 1, `heading ${at + 1}`)),
    ]
  },
  'every heading has words': (file) =>
    headingsOf(file).flatMap((heading, at) => wrong(file.read(heading).trim() === '', `heading ${at + 1}`)),
  'tables are made of rows, rows of cells': (file) => [
    ...ofType(file, 'Table').flatMap((tag) => strange(tag, ['Caption', 'THead', 'TBody', 'TFoot', 'TR'])),
    ...ofType(file, 'THead', 'TBody', 'TFoot').flatMap((tag) => strange(tag, ['TR'])),
    ...ofType(file, 'TR').flatMap((tag) => strange(tag, ['TH', 'TD'])),
    ...ofType(file, 'Table').flatMap((table) => unevenRows(table)),
  ],
  'every table has a caption and heading cells, which say whether they head a row or a column': (file) => [
    ...ofType(file, 'Table').flatMap((table, at) => {
      const inside = [...everyTag(table)].map(({ type }) => type)
      return [
        ...wrong(!inside.includes('Caption'), `table ${at + 1}: no caption`),
        ...wrong(!inside.includes('TH'), `table ${at + 1}: no heading cell`),
      ]
    }),
    ...ofType(file, 'TH').flatMap((cell) =>
      wrong(
        !['/Row', '/Column', '/Both'].includes(String(attributeOf(cell.element, 'Scope'))),
        file.read(cell),
      ),
    ),
  ],
  'lists are made of items, items of a mark and a body': (file) => [
    ...ofType(file, 'L').flatMap((tag) => strange(tag, ['LI', 'L', 'Caption'])),
    ...ofType(file, 'LI').flatMap((tag) => strange(tag, ['Lbl', 'LBody'])),
    ...ofType(file, 'LI').flatMap((tag) =>
      wrong(
        tagsBelow(tag).every(({ type }) => type !== 'LBody'),
        'LI',
      ),
    ),
  ],
  'all fonts are in the file and say which letters they draw': ({ document }) =>
    document
      .getPages()
      .flatMap((page) =>
        readPage(page).fonts.flatMap((font) => [
          ...wrong(!font.embedded, `${font.name} is not embedded`),
          ...wrong(!font.readable, `${font.name} has no map to letters`),
        ]),
      ),
  'every letter can be read': (file) =>
    [...file.document.getPages()].flatMap((page, at) =>
      [...readPage(page).marked.values()]
        .filter((text) => text.includes('\ufffd') || text.includes('\u0000'))
        .map((text) => `page ${at + 1}: ${text}`),
    ),
  'the outline repeats the headings': (file) => {
    const outline = outlineOf(file.document)
    const headings = headingsOf(file).map((heading) => asDrawn(file.read(heading)))
    return wrong(
      JSON.stringify(outline.map(asDrawn)) !== JSON.stringify(headings),
      `${outline} / ${headings}`,
    )
  },
  'links are tagged and say what they are; the keyboard follows the structure': linksTagged,
  'nothing runs and nothing leads out of the document': ({ document }) => activeParts(document),
  'the document is not locked': ({ document }) => wrong(document.isEncrypted, 'encrypted'),
}

const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
)

const headingsOf = ({ tags }: PdfFile): readonly Tag[] => tags.filter(({ type }) => /^H[1-6]$/.test(type))
const figureName = (figure: Tag): string => `figure ${String(figure.element.lookup(name('ID')) ?? '')}`
const strange = (tag: Tag, allowed: readonly string[]): readonly string[] => [
  ...tagsBelow(tag)
    .filter(({ type }) => !allowed.includes(type))
    .map(({ type }) => `${type} in ${tag.type}`),
  ...wrong(
    tag.children.some((child) => !isTag(child)),
    `text right in ${tag.type}`,
  ),
]

function unevenRows(table: Tag): readonly string[] {
  const widths = [...everyTag(table)]
    .filter(({ type }) => type === 'TR')
    .map((row) =>
      tagsBelow(row).reduce((sum, cell) => sum + Number(attributeOf(cell.element, 'ColSpan') ?? 1), 0),
    )
  return wrong(
    new Set(widths).size > 1 || widths.length === 0,
    `rows of ${[...new Set(widths)].join(', ')} cells`,
  )
}

function marksOnce({ document, tags, root }: PdfFile): readonly string[] {
  const owned = new Map<string, number>()
  const pieces = [root, ...tags].flatMap((tag) => tag?.children.filter((child) => !isTag(child)) ?? [])
  for (const piece of pieces)
    if (!isTag(piece))
      owned.set(`${piece.page} ${piece.mark}`, (owned.get(`${piece.page} ${piece.mark}`) ?? 0) + 1)
  const drawn = document
    .getPages()
    .flatMap((page) => [...readPage(page).marked.keys()].map((mark) => `${page.ref} ${mark}`))
  return [
    ...drawn.filter((mark) => !owned.has(mark)).map((mark) => `${mark} belongs to nothing`),
    ...[...owned].filter(([, count]) => count > 1).map(([mark]) => `${mark} belongs to two`),
  ]
}

const outlineOf = (document: PDFDocument): readonly string[] =>
  [...entriesOf(document)].map((entry) => textOf(entry, 'Title') ?? '')

function linksTagged(file: PdfFile): readonly string[] {
  const links = file.document.getPages().flatMap((page) => {
    const annotations = page.node.lookup(name('Annots'))
    return annotations instanceof PDFArray ? annotations.asArray().map((item) => ({ item, page })) : []
  })
  const tagged = new Set(
    ofType(file, 'Link').flatMap(({ element }) => {
      const kids = element.lookup(name('K'))
      const all = kids instanceof PDFArray ? kids.asArray() : [kids]
      return all.flatMap((kid) => {
        const found = kid instanceof PDFRef ? file.document.context.lookup(kid) : kid
        return found instanceof PDFDict && found.has(name('Obj')) ? [String(found.get(name('Obj')))] : []
      })
    }),
  )
  return links.flatMap(({ item, page }) => {
    const link = item instanceof PDFRef ? file.document.context.lookup(item) : item
    return [
      ...wrong(!tagged.has(String(item)), `${item} has no tag`),
      ...wrong(!(link instanceof PDFDict) || textOf(link, 'Contents') === null, `${item} has no words`),
      ...wrong(String(page.node.lookup(name('Tabs'))) !== '/S', 'Tabs'),
    ]
  })
}

const active = [
  'JS',
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'RichMedia',
  'AA',
  'OpenAction',
]

export const activePdfParts = async (pdf: Uint8Array): Promise<readonly string[]> =>
  activeParts(await PDFDocument.load(pdf, { updateMetadata: false }))

/** Dictionaries that do something or lead out; a destination inside the document does not. */
export function activeParts(document: PDFDocument): readonly string[] {
  return document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict =
      object instanceof PDFDict
        ? object
        : 'dict' in object && object.dict instanceof PDFDict
          ? object.dict
          : null
    if (dict === null) return []
    return dict.entries().flatMap(([key, value]) => {
      const words = [
        key.decodeText(),
        ...(value instanceof PDFName && key.decodeText() === 'S' ? [value.decodeText()] : []),
      ]
      const action = value instanceof PDFDict ? String(value.lookup(name('S')) ?? '').slice(1) : ''
      return [...words, action].filter((word) => active.includes(word)).map((word) => `${ref}: ${word}`)
    })
  })
}
