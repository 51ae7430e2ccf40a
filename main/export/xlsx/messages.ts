import type { Locale } from '../../../analyses/model/locale'

/** Words of a workbook: names of its own sheets, heads of the list of contents, and what is said of a text cut short. */
export const workbookMessages: Readonly<
  Record<
    Locale,
    {
      readonly contents: string
      readonly notes: string
      readonly provenance: string
      readonly sheet: string
      readonly holds: string
      readonly rows: string
      readonly remarks: string
      readonly title: string
      readonly cut: (length: string) => string
    }
  >
> = {
  cs: {
    contents: 'Obsah',
    notes: 'Poznámky',
    provenance: 'Původ',
    sheet: 'List',
    holds: 'Co na něm je',
    rows: 'Řádky',
    remarks: 'Značky a poznámky',
    title: 'Název',
    cut: (length) => `… [zkráceno; celý text má znaků: ${length}]`,
  },
  en: {
    contents: 'Contents',
    notes: 'Notes',
    provenance: 'Provenance',
    sheet: 'Sheet',
    holds: 'What it holds',
    rows: 'Rows',
    remarks: 'Marks and notes',
    title: 'Title',
    cut: (length) => `… [cut short; characters of the whole text: ${length}]`,
  },
  pl: {
    contents: 'Spis treści',
    notes: 'Uwagi',
    provenance: 'Pochodzenie',
    sheet: 'Arkusz',
    holds: 'Co zawiera',
    rows: 'Wiersze',
    remarks: 'Znaki i uwagi',
    title: 'Tytuł',
    cut: (length) => `… [skrócono; liczba znaków całego tekstu: ${length}]`,
  },
}
