import type { Locale } from '../../../analyses/model/locale'
import type { Severity } from '../../../analyses/model/run-record'

/** The words of the page itself; what it reports comes from the report tree. */
interface PageMessages {
  readonly skip: string
  readonly contents: string
  readonly synthetic: string
  readonly chartData: string
  readonly comment: string
  readonly severity: Readonly<Record<Severity, string>>
}

export const pageMessages: Readonly<Record<Locale, PageMessages>> = {
  cs: {
    skip: 'Přeskočit na obsah zprávy',
    contents: 'Obsah',
    synthetic: 'Syntetická data',
    chartData: 'Data grafu v\u00a0tabulce',
    comment: 'Komentář',
    severity: { attention: 'Pozor', note: 'Poznámka', good: 'V\u00a0pořádku' },
  },
  en: {
    skip: 'Skip to the report',
    contents: 'Contents',
    synthetic: 'Synthetic data',
    chartData: 'Data of the chart as a table',
    comment: 'Comment',
    severity: { attention: 'Attention', note: 'Note', good: 'Good' },
  },
  pl: {
    skip: 'Przejdź do treści raportu',
    contents: 'Spis treści',
    synthetic: 'Dane syntetyczne',
    chartData: 'Dane wykresu w\u00a0tabeli',
    comment: 'Komentarz',
    severity: { attention: 'Uwaga', note: 'Informacja', good: 'W\u00a0porządku' },
  },
}
