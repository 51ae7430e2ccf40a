import { childrenNamed, elementsIn, everyElement, textIn } from '../../main/export/readback/markup'
import {
  bookmarks,
  cellsOf,
  type DocxFile,
  headings,
  inside,
  instructions,
  isHead,
  isParagraph,
  rowsOf,
  sectionsOf,
  styleOf,
  stylesOf,
  tables,
  targetOf,
  textOf,
  valOf,
} from './docx-parts'
import { openPackage, outOfOrder, packageRules, partOf } from './office-package'
import { checkRules, type RuleResult, type Rules, repeated, wrong } from './rules'

/**
 * Rules of a Word document that can be read aloud, navigated and edited (WCAG 2.1 for documents, ECMA-376), one by one.
 * Whether an alternative text says what a picture shows only a person can tell.
 */
export function checkDocx(
  bytes: Uint8Array,
  expected: { readonly language: string; readonly title: string; readonly contents: boolean },
): readonly RuleResult[] {
  const opened = openPackage(bytes, expected)
  const body = childrenNamed(partOf(opened, 'word/document.xml'), 'w:body')[0]
  if (body === undefined) throw new Error('a document without a body')
  const file = { ...opened, body, blocks: elementsIn(body), contents: expected.contents }
  return [...checkRules(packageRules, file), ...checkRules(rules, file)]
}

const rules: Rules<DocxFile> = {
  'the language of the text is that of the document unless a part says another': (file) => {
    const [usual] = inside(partOf(file, 'word/styles.xml'), 'w:docDefaults').flatMap((part) =>
      inside(part, 'w:lang'),
    )
    const known = ['cs-CZ', 'en-GB', 'pl-PL']
    return [
      ...wrong(valOf(usual) !== file.language, `usual language ${valOf(usual)}`),
      ...inside(file.body, 'w:lang').flatMap((lang) => wrong(!known.includes(valOf(lang)), valOf(lang))),
    ]
  },
  'the document begins with its title, in the style of titles, once': (file) => {
    const titles = file.blocks.filter((block) => styleOf(block) === 'Title')
    return [
      ...wrong(titles.length !== 1 || file.blocks[0] !== titles[0], `${titles.length} titles`),
      ...titles.flatMap((title) => wrong(textOf(title) !== file.title, textOf(title))),
    ]
  },
  'headings begin with the first level and leave no level out': (file) => {
    const levels = headings(file).map((heading) => Number(styleOf(heading).slice(7)))
    return levels.flatMap((level, at) => wrong(level - (levels[at - 1] ?? 0) > 1, `heading ${at + 1}`))
  },
  'every heading has words and its looks from its style alone': (file) =>
    headings(file).flatMap((heading, at) => [
      ...wrong(textOf(heading).trim() === '', `heading ${at + 1} is empty`),
      ...inside(heading, 'w:rPr')
        .flatMap(elementsIn)
        .flatMap(({ name }) => wrong(name !== 'w:lang', `heading ${at + 1}: ${name}`)),
    ]),
  'no large or bold line of its own stands for a heading': ({ blocks }) =>
    blocks.filter(isParagraph).flatMap((block) => {
      const runs = childrenNamed(block, 'w:r')
      const bold = runs.length > 0 && runs.every((run) => inside(run, 'w:b').length > 0)
      return wrong(bold && inside(block, 'w:drawing').length === 0, textOf(block).slice(0, 60))
    }),
  'all styles that are used are there, each name once, each based on one that is there': (file) => {
    const styles = stylesOf(file)
    const used = [...file.parts.values()].flatMap((part) =>
      everyElement(part).filter(({ name }) => ['w:pStyle', 'w:rStyle', 'w:tblStyle'].includes(name)),
    )
    const bases = [...styles.values()].flatMap((style) =>
      everyElement(style).filter(({ name }) => ['w:basedOn', 'w:next', 'w:link'].includes(name)),
    )
    const names = [...styles.values()].map((style) => valOf(childrenNamed(style, 'w:name')[0]))
    return [
      ...new Set(
        [...used, ...bases]
          .map(valOf)
          // Styles every program has.
          .filter((id) => !styles.has(id) && !['Normal', 'DefaultParagraphFont'].includes(id)),
      ),
      ...repeated(names.map((name) => name.toLowerCase())),
    ]
  },
  'no paragraph is empty': ({ body }) => {
    const inCells = new Set(inside(body, 'w:tc').flatMap((cell) => childrenNamed(cell, 'w:p')))
    return inside(body, 'w:p').flatMap((paragraph, at) => {
      const holds = everyElement(paragraph).some(
        ({ name }) => name === 'w:drawing' || name === 'w:sectPr' || name === 'w:br',
      )
      return wrong(!holds && textOf(paragraph) === '' && !inCells.has(paragraph), `paragraph ${at + 1}`)
    })
  },
  'a new section or page is told by a paragraph that is there anyway, but for one after a table': ({
    blocks,
  }) =>
    blocks.filter(isParagraph).flatMap((block) => {
      const bare = textOf(block) === '' && inside(block, 'w:drawing').length === 0
      const before = blocks[blocks.indexOf(block) - 1]
      return wrong(
        bare && inside(block, 'w:sectPr').length > 0 && before?.name !== 'w:tbl',
        `section after „${before === undefined ? '' : textOf(before).slice(0, 40)}“`,
      )
    }),
  'texts hold no tabs and no line ends, which have elements of their own': ({ body }) =>
    inside(body, 'w:t').flatMap((text) => wrong(/[\t\n\r]/.test(textIn(text)), JSON.stringify(textIn(text)))),
  'every picture has an alternative text and a number of its own': ({ body }) => {
    const pictures = inside(body, 'wp:docPr')
    return [
      ...pictures.flatMap(({ attributes }) =>
        wrong((attributes['descr'] ?? '').trim().length < 10, `picture ${attributes['name']}`),
      ),
      ...repeated(pictures.map(({ attributes }) => attributes['id'] ?? '')),
    ]
  },
  'every picture fits on its page and is sharp': picturesFit,
  'every picture stands under its numbered caption': ({ blocks }) =>
    blocks.flatMap((block, at) => {
      if (inside(block, 'w:drawing').length === 0) return []
      const caption = blocks[at - 1]
      const field = caption === undefined ? [] : inside(caption, 'w:fldSimple')
      return wrong(
        styleOf(caption) !== 'Caption' || !/^SEQ Figure /.test(field[0]?.attributes['w:instr'] ?? ''),
        `picture ${at}`,
      )
    }),
  'every table stands under its caption; those with a head are numbered': ({ blocks }) =>
    blocks.flatMap((block, at) => {
      if (block.name !== 'w:tbl') return []
      const caption = blocks[at - 1]
      const field = caption === undefined ? [] : inside(caption, 'w:fldSimple')
      const numbered = /^SEQ Table /.test(field[0]?.attributes['w:instr'] ?? '')
      return wrong(
        styleOf(caption) !== 'Caption' || (rowsOf(block).some(isHead) && !numbered),
        `block ${at + 1}`,
      )
    }),
  'numbers of captions are fields and count up from one': ({ body }) =>
    ['Table', 'Figure'].flatMap((counter) => {
      const numbers = inside(body, 'w:fldSimple')
        .filter(({ attributes }) => attributes['w:instr']?.startsWith(`SEQ ${counter} `))
        .map((field) => Number(textOf(field)))
      return numbers.flatMap((number, at) => wrong(number !== at + 1, `${counter} ${number}`))
    }),
  'a caption keeps to what it names': (file) =>
    ['Caption', 'Heading1', 'Heading2'].flatMap((id) => {
      const style = stylesOf(file).get(id)
      return wrong(style !== undefined && inside(style, 'w:keepNext').length === 0, id)
    }),
  'every table says what it is to who cannot see it': (file) =>
    tables(file).flatMap((table, at) =>
      wrong(valOf(inside(table, 'w:tblCaption')[0]).trim() === '', `table ${at + 1}`),
    ),
  'head rows are marked, repeat on every page and are whole; a table without one does not claim one': (
    file,
  ) =>
    tables(file).flatMap((table, at) => {
      const rows = rowsOf(table)
      const claims = inside(table, 'w:tblLook')[0]?.attributes['w:firstRow'] === '1'
      const first = rows[0]
      return [
        ...wrong(rows.slice(1).some(isHead), `table ${at + 1}: a head within`),
        ...wrong(
          first === undefined || claims !== isHead(first),
          `table ${at + 1}: the head is claimed wrongly`,
        ),
        ...wrong(
          claims && first !== undefined && inside(first, 'w:cantSplit').length === 0,
          `table ${at + 1}: the head may break`,
        ),
        ...(claims && first !== undefined
          ? cellsOf(first).flatMap((cell, index) =>
              wrong(textOf(cell).trim() === '', `table ${at + 1}: no head over column ${index + 1}`),
            )
          : []),
      ]
    }),
  'tables are grids: as many cells in each row as columns, none merged, none nested': (file) =>
    tables(file).flatMap((table, at) => {
      const columns = inside(table, 'w:gridCol').length
      const uneven = rowsOf(table).filter((row) => cellsOf(row).length !== columns)
      const merged = everyElement(table).filter(({ name }) =>
        ['w:gridSpan', 'w:vMerge', 'w:hMerge', 'w:tbl'].includes(name),
      )
      return wrong(uneven.length + merged.length > 0, `table ${at + 1}`)
    }),
  'tables fit between the margins, and every cell ends with a paragraph': (file) =>
    sectionsOf(file).flatMap(({ blocks, width }) =>
      blocks.flatMap((block) => {
        if (block.name !== 'w:tbl') return []
        const whole = inside(block, 'w:gridCol').reduce(
          (sum, { attributes }) => sum + Number(attributes['w:w']),
          0,
        )
        const name = valOf(inside(block, 'w:tblCaption')[0])
        return [
          ...wrong(whole > width, `${name}: ${whole} of ${width}`),
          ...inside(block, 'w:tc').flatMap((cell) =>
            wrong(elementsIn(cell).at(-1)?.name !== 'w:p', `${name}: a cell without a paragraph`),
          ),
        ]
      }),
    ),
  'the list of contents is a field with every heading in it, if there is one': (file) => {
    const entries = file.blocks.filter((block) => /^TOC[12]$/.test(styleOf(block)))
    const fields = instructions(file).filter((words) => words.trim().startsWith('TOC '))
    return [
      ...wrong(fields.length !== (file.contents ? 1 : 0), `${fields.length} fields`),
      ...wrong(
        file.contents &&
          JSON.stringify(entries.map((entry) => textOf(entry).trim())) !==
            JSON.stringify(headings(file).map((heading) => textOf(heading).trim())),
        'the entries are not the headings',
      ),
    ]
  },
  'fields that begin end': ({ parts }) =>
    [...parts].flatMap(([path, part]) => {
      const marks = inside(part, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType'])
      const count = (type: string) => marks.filter((mark) => mark === type).length
      return wrong(count('begin') !== count('end') || count('separate') > count('begin'), path)
    }),
  'references and links lead to a place that is there': (file) => {
    const there = new Set(bookmarks(file))
    const wanted = [
      ...instructions(file).flatMap((words) => /^\s*(?:PAGEREF|REF) (\S+)/.exec(words)?.[1] ?? []),
      ...inside(file.body, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'] ?? ''),
    ]
    return [...new Set(wanted.filter((place) => !there.has(place)))]
  },
  'places have names that Word allows, each once, and end where they begin': (file) => {
    const ends = inside(file.body, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'] ?? '')
    const starts = inside(file.body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id'] ?? '')
    const names = bookmarks(file)
    return [
      ...names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name)),
      ...repeated(names.map((name) => name.toLowerCase())),
      ...repeated(starts),
      ...wrong(JSON.stringify(starts.toSorted()) !== JSON.stringify(ends.toSorted()), 'ends'),
    ]
  },
  'every page says which one it is of how many': (file) =>
    sectionsOf(file).flatMap(({ properties }, at) => {
      const footers = childrenNamed(properties, 'w:footerReference')
      const words = footers.flatMap(({ attributes }) => {
        const target = targetOf(file, attributes['r:id'] ?? '')
        return target === null ? [] : inside(partOf(file, target), 'w:instrText').map(textIn)
      })
      return wrong(!words.includes('PAGE') || !words.includes('NUMPAGES'), `section ${at + 1}`)
    }),
  'pages are A4; one that lies on its side is wider than high': (file) =>
    sectionsOf(file).flatMap(({ properties }, at) => {
      const size = childrenNamed(properties, 'w:pgSz')[0]?.attributes ?? {}
      const [width, height] = [Number(size['w:w']), Number(size['w:h'])]
      const across = size['w:orient'] === 'landscape'
      return [
        ...wrong(Math.min(width, height) !== 11_906 || Math.max(width, height) !== 16_838, `page ${at + 1}`),
        ...wrong(across !== width > height, `page ${at + 1}: ${size['w:orient']}`),
      ]
    }),
  'lists are lists of Word': (file) => {
    const known = childrenNamed(partOf(file, 'word/numbering.xml'), 'w:num').map(
      ({ attributes }) => attributes['w:numId'] ?? '',
    )
    return [
      ...inside(file.body, 'w:numId').flatMap((id) => wrong(!known.includes(valOf(id)), valOf(id))),
      ...file.blocks.flatMap((block) =>
        // The mark of a hidden value is a point too, and is explained below its table.
        wrong(
          isParagraph(block) &&
            styleOf(block) !== 'WorkbenchFoot' &&
            /^\s*[•‣▪–*-]\s/.test(textOf(block)) &&
            inside(block, 'w:numPr').length === 0,
          textOf(block).slice(0, 40),
        ),
      ),
    ]
  },
  'fonts are those office programs have': ({ parts }) => {
    const fonts = [...parts.values()].flatMap((part) =>
      inside(part, 'w:rFonts').flatMap(({ attributes }) => Object.values(attributes)),
    )
    return [...new Set(fonts)].filter((font) => !['Calibri', 'Consolas', 'Symbol'].includes(font))
  },
  'letters stand out from the paper by 4.5 to 1': ({ parts }) => {
    const colours = [...parts.values()].flatMap((part) => inside(part, 'w:color').map(valOf))
    return [...new Set(colours)].filter((colour) => colour !== 'auto' && contrastWithWhite(colour) < 4.5)
  },
  'parts of paragraphs and tables stand in the order of the format': ({ parts }) =>
    [...parts.values()].flatMap((part) =>
      everyElement(part).flatMap((element) => {
        const order = orders[element.name]
        return order === undefined ? [] : outOfOrder(element, order)
      }),
    ),
}

/** Twentieths of a point and dots of a screen, in the units of drawings. */
const perTwentieth = 635
const perInch = 914_400

function picturesFit(file: DocxFile): readonly string[] {
  return sectionsOf(file).flatMap(({ blocks, width, height }) =>
    blocks.flatMap((block) =>
      inside(block, 'w:drawing').flatMap((drawing) => {
        const extent = inside(drawing, 'wp:extent')[0]?.attributes ?? {}
        const [wide, high] = [Number(extent['cx']), Number(extent['cy'])]
        const path = targetOf(file, inside(drawing, 'a:blip')[0]?.attributes['r:embed'] ?? '')
        const picture = path === null ? undefined : file.files[path]
        const dots =
          picture === undefined ? 0 : new DataView(picture.buffer, picture.byteOffset).getUint32(16)
        const name = inside(drawing, 'wp:docPr')[0]?.attributes['name'] ?? ''
        return [
          ...wrong(
            wide > (width + 20) * perTwentieth || high > height * perTwentieth,
            `${name} is too large`,
          ),
          ...wrong(dots / (wide / perInch) < 200, `${name}: ${Math.round(dots / (wide / perInch))} dots`),
        ]
      }),
    ),
  )
}

function contrastWithWhite(colour: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) + 0.05)
}

const words = (text: string): readonly string[] => text.split(' ').map((word) => `w:${word}`)

/** Children of the elements we write, in the order of the schema. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  'w:rPr': words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  'w:tblPr': words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  'w:tbl': words('tblPr tblGrid tr'),
  'w:tr': words('trPr tc'),
  'w:tc': words('tcPr p'),
  'w:sectPr': words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  ),
}
