import type { Locale } from '../model/locale'

/** The few words a chart adds itself; everything else comes from the pack. */
export interface ChartMessages {
  readonly percent: string
  readonly percentagePoints: string
  readonly persons: string
  readonly women: string
  readonly men: string
  readonly total: string
  /** The difference of the two, as a category of its own. */
  readonly womenMinusMen: string
  /** {quarter} is 1..4 */
  readonly quarter: string
  readonly half: string
  readonly week: string
  readonly yes: string
  /** In the legend of a map: hatched, and grey. */
  readonly keptBack: string
  readonly noValue: string
  readonly no: string
}

export const chartMessages: Readonly<Record<Locale, ChartMessages>> = {
  cs: {
    percent: '%',
    percentagePoints: 'p. b.',
    persons: 'osoby',
    women: 'Ženy',
    men: 'Muži',
    total: 'Celkem',
    womenMinusMen: 'Ženy minus muži',
    quarter: '{quarter}. čtvrtletí {year}',
    half: '{half}. pololetí {year}',
    week: '{week}. týden {year}',
    yes: 'ano',
    keptBack: 'skryto',
    noValue: 'bez hodnoty',
    no: 'ne',
  },
  en: {
    percent: '%',
    percentagePoints: 'pp',
    persons: 'persons',
    women: 'Women',
    men: 'Men',
    total: 'Total',
    womenMinusMen: 'Women minus men',
    quarter: 'Q{quarter} {year}',
    half: 'H{half} {year}',
    week: 'week {week} of {year}',
    yes: 'yes',
    keptBack: 'kept back',
    noValue: 'no value',
    no: 'no',
  },
  pl: {
    percent: '%',
    percentagePoints: 'p.p.',
    persons: 'osoby',
    women: 'Kobiety',
    men: 'Mężczyźni',
    total: 'Ogółem',
    womenMinusMen: 'Kobiety minus mężczyźni',
    quarter: '{quarter}. kwartał {year}',
    half: '{half}. półrocze {year}',
    week: '{week}. tydzień {year}',
    yes: 'tak',
    keptBack: 'ukryto',
    noValue: 'brak wartości',
    no: 'nie',
  },
}
