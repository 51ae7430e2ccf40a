import type { IStylesOptions } from 'docx'
import type { Locale } from '../../../analyses/model/locale'

/** Ids of the styles a reader of the document may change in one place. */
export const styleNames = {
  caption: 'Caption',
  cell: 'WorkbenchCell',
  foot: 'WorkbenchFoot',
  note: 'WorkbenchNote',
} as const

const languages: Readonly<Record<Locale, string>> = { cs: 'cs-CZ', en: 'en-GB', pl: 'pl-PL' }

/** Sizes are half points, spaces twentieths of a point: 11 on 1.45, headings 20 and 14. */
export function documentStyles(locale: Locale): IStylesOptions {
  // The window's own face is not on other people's machines; this one is there or has a twin of the same widths.
  const font = 'Calibri'
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: '1C1F23' },
    paragraph: { spacing: { before, after: 120 } },
  })
  const quiet = { font, size: 18, color: '565D66' }
  return {
    default: {
      document: {
        run: { font, size: 22, color: '1C1F23', language: { value: languages[locale] } },
        paragraph: { spacing: { after: 120, line: 300 } },
      },
      title: { run: { font, size: 44, bold: true, color: '1C1F23' }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(32, 360),
      heading2: heading(26, 240),
      listParagraph: { run: { font } },
    },
    paragraphStyles: [
      {
        id: styleNames.caption,
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { font, size: 21, color: '1C1F23' },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
      {
        id: styleNames.cell,
        name: 'Workbench cell',
        basedOn: 'Normal',
        run: { font, size: 19 },
        paragraph: { spacing: { after: 0, line: 240 } },
      },
      {
        id: styleNames.foot,
        name: 'Workbench foot',
        basedOn: 'Normal',
        run: quiet,
        paragraph: { spacing: { before: 40, after: 120, line: 240 } },
      },
      {
        id: styleNames.note,
        name: 'Workbench note',
        basedOn: 'Normal',
        run: { font, size: 22 },
        paragraph: { indent: { left: 240 }, spacing: { before: 120, after: 120 } },
      },
    ],
  }
}
