import { type IStylesOptions, LineRuleType, TabStopType } from 'docx'
import type { Locale } from '../../../analyses/model/locale'

/** Ids of the styles a reader of the document may change in one place. */
export const styleNames = {
  subtitle: 'Subtitle',
  imprint: 'WorkbenchImprint',
  contents1: 'TOC1',
  contents2: 'TOC2',
  contentsTitle: 'TOCHeading',
  caption: 'Caption',
  cell: 'WorkbenchCell',
  head: 'WorkbenchTableHead',
  picture: 'WorkbenchPicture',
  foot: 'WorkbenchFoot',
  note: 'WorkbenchNote',
  comment: 'WorkbenchComment',
} as const

/** Width of the text in twentieths of a point: A4 less its margins. */
export const textWidth = { upright: 11_906 - 2 * 1134, across: 16_838 - 2 * 1134 } as const

export const languages: Readonly<Record<Locale, string>> = { cs: 'cs-CZ', en: 'en-GB', pl: 'pl-PL' }
export const runLanguage = (locale: Locale) => ({ language: { value: languages[locale] } })

const font = 'Calibri'
const ink = '1C1F23'
const quiet = '565D66'

/** Sizes are half points, spaces twentieths of a point: 11 on 1.25, headings 16 and 13; on one page 10 on 1.1 and 13. */
export function documentStyles(locale: Locale, { onePage }: { readonly onePage: boolean }): IStylesOptions {
  // The window's own face is not on other people's machines; this one is there or has a twin of the same widths.
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { keepNext: true, spacing: { before, after: 120 } },
  })
  return {
    default: {
      document: {
        run: { font, size: onePage ? 20 : 22, color: ink, ...runLanguage(locale) },
        paragraph: {
          spacing: { after: onePage ? 60 : 120, line: onePage ? 264 : 300, lineRule: LineRuleType.AUTO },
        },
      },
      title: {
        run: { font, size: onePage ? 36 : 44, bold: true, color: ink },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: onePage ? heading(26, 160) : heading(32, 360),
      heading2: heading(26, 240),
      listParagraph: { run: { font }, paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [...textStyles, ...contentsStyles, ...tableStyles],
  }
}

const style = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })

const textStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    ...style(styleNames.subtitle, 'Subtitle'),
    run: { font, size: 24, color: quiet },
    paragraph: { spacing: { after: 240 } },
  },
  { ...style(styleNames.imprint, 'Workbench imprint'), run: { font, size: 22, color: quiet } },
  {
    ...style(styleNames.note, 'Workbench note'),
    run: { font, size: 22 },
    paragraph: {
      indent: { left: 240 },
      spacing: { before: 120, after: 120 },
      border: { left: { style: 'single', size: 24, color: '767C84', space: 8 } },
    },
  },
  {
    ...style(styleNames.comment, 'Workbench comment'),
    run: { font, size: 22 },
    paragraph: {
      indent: { left: 240 },
      spacing: { before: 120, after: 120 },
      border: { left: { style: 'single', size: 12, color: 'DCDDDA', space: 8 } },
    },
  },
]

const contentsStyle = (id: string, level: number) => ({
  ...style(id, `toc ${level}`),
  quickFormat: false,
  paragraph: {
    indent: { left: (level - 1) * 240 },
    spacing: { after: 40 },
  },
})
/** Page numbers at the right margin, dots leading to them. */
export const contentsTab = { type: TabStopType.RIGHT, position: textWidth.upright, leader: 'dot' } as const

const contentsStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    ...style(styleNames.contentsTitle, 'TOC Heading'),
    run: { font, size: 32, bold: true, color: ink },
    paragraph: { keepNext: true, spacing: { before: 240, after: 120 } },
  },
  contentsStyle(styleNames.contents1, 1),
  contentsStyle(styleNames.contents2, 2),
]

const tableStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    ...style(styleNames.caption, 'caption'),
    next: 'Normal',
    run: { font, size: 21, bold: true, color: ink },
    paragraph: {
      keepNext: true,
      spacing: { before: 240, after: 80, line: 264, lineRule: LineRuleType.AUTO },
    },
  },
  {
    ...style(styleNames.cell, 'Workbench cell'),
    run: { font, size: 19 },
    paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    ...style(styleNames.head, 'Workbench table head'),
    basedOn: styleNames.cell,
    run: { font, size: 19, bold: true },
    paragraph: { keepNext: true, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    ...style(styleNames.picture, 'Workbench picture'),
    paragraph: { keepNext: true, spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    ...style(styleNames.foot, 'Workbench foot'),
    run: { font, size: 18, color: quiet },
    paragraph: { spacing: { before: 60, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
  },
]
