import {
  Bookmark,
  InternalHyperlink,
  Paragraph,
  Run,
  SimpleField,
  Tab,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import type { Block } from '../../../analyses/model/report-document'
import { documentMessages } from './messages'
import { contentsTab, runLanguage, styleNames } from './styles'

/** How the caption of a table or a chart is numbered: by Word's own counter, so that it stays right when edited. */
export interface Numbered {
  readonly kind: 'table' | 'chart'
  readonly number: number
}

const counters = { table: 'Table', chart: 'Figure' } as const
const markOf = ({ kind, number }: Numbered): string => `ref_${kind}_${number}`
export const calledIn = (locale: Locale, { kind, number }: Numbered): string =>
  `${documentMessages[locale][kind]}\u00a0${number}`

/** "Table 3", marked so that other places can point at it. */
export const numberedLabel = (locale: Locale, numbered: Numbered): Bookmark =>
  new Bookmark({
    id: markOf(numbered),
    children: [
      new TextRun({
        text: `${documentMessages[locale][numbered.kind]}\u00a0`,
        ...runLanguage(locale),
      }),
      new SimpleField(`SEQ ${counters[numbered.kind]} \\* ARABIC`, String(numbered.number)),
    ],
  })

/** Breaks of lines in a text stay breaks. */
export const textRuns = (
  text: string,
  locale: Locale,
  look: { readonly bold?: boolean; readonly font?: string; readonly size?: number } = {},
): readonly TextRun[] =>
  text
    .split('\n')
    .map(
      (piece, index) =>
        new TextRun({ text: piece, ...(index === 0 ? {} : { break: 1 }), ...look, ...runLanguage(locale) }),
    )

/** A caption, numbered or not, kept with what it names. */
export const captionOf = (
  text: string,
  locale: Locale,
  numbered: Numbered | null,
  more: readonly TextRun[] = [],
): Paragraph =>
  new Paragraph({
    style: styleNames.caption,
    children: [
      ...(numbered === null ? [] : [numberedLabel(locale, numbered), new TextRun({ text: '. ' })]),
      ...textRuns(text, locale),
      ...more,
    ],
  })

/** A sentence with a reference in it that Word keeps right. */
export function referenceParagraph(locale: Locale, numbered: Numbered): Paragraph {
  const [before = '', after = ''] = documentMessages[locale].numbers('\u0000').split('\u0000')
  return new Paragraph({
    style: styleNames.foot,
    children: [
      new TextRun({ text: before, ...runLanguage(locale) }),
      new SimpleField(`REF ${markOf(numbered)} \\h`, calledIn(locale, numbered)),
      new TextRun({ text: after, ...runLanguage(locale) }),
    ],
  })
}

class FieldCharacterAttributes extends XmlAttributeComponent<{
  readonly type: string
  readonly dirty?: string
}> {
  protected override readonly xmlKeys = { type: 'w:fldCharType', dirty: 'w:dirty' }
}
class FieldCharacter extends XmlComponent {
  constructor(type: 'begin' | 'separate' | 'end') {
    super('w:fldChar')
    // Asks Word to fill in the page numbers, which nobody can know before it has set the pages.
    this.root.push(new FieldCharacterAttributes(type === 'begin' ? { type, dirty: 'true' } : { type }))
  }
}
class FieldWords extends XmlComponent {
  constructor(words: string) {
    super('w:instrText')
    this.root.push(words)
  }
}

type Heading = Extract<Block, { kind: 'heading' }>

/** Where a heading stands, under a name that Word allows: letters, digits and `_`, at most forty. */
export const placeOf = ({ id }: Heading): string => id.replace(/[^\p{L}\p{N}_]/gu, '_').slice(0, 40)

/** The list of contents as a field: already filled with the headings, and links even where fields do nothing. */
export function contentsParagraphs(headings: readonly Heading[]): readonly Paragraph[] {
  const field = (type: 'begin' | 'separate' | 'end') => new Run({ children: [new FieldCharacter(type)] })
  return headings.map((heading, index) => {
    const start =
      index === 0
        ? [
            field('begin'),
            new Run({ children: [new FieldWords('TOC \\o "1-2" \\h \\z \\u')] }),
            field('separate'),
          ]
        : []
    const link = new InternalHyperlink({
      anchor: placeOf(heading),
      children: [
        new TextRun({ text: heading.text, ...(heading.lang === undefined ? {} : runLanguage(heading.lang)) }),
        new TextRun({ children: [new Tab()] }),
        new SimpleField(`PAGEREF ${placeOf(heading)} \\h`, ''),
      ],
    })
    const end = index === headings.length - 1 ? [field('end')] : []
    return new Paragraph({
      style: heading.level === 2 ? styleNames.contents1 : styleNames.contents2,
      tabStops: [contentsTab],
      children: [...start, link, ...end],
    })
  })
}
