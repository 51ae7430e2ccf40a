/** What stands in the place of a chart's own words where they rest on hidden values. */
export const withheldMessages = {
  'chart.withheld-title': { cs: '{labels}', en: '{labels}', pl: '{labels}' },
  'chart.withheld': {
    cs: 'Co graf říká, se tu nepíše, protože to stojí na hodnotách, které se nezveřejňují.',
    en: 'What the chart says is not told here, because it rests on values that are kept back.',
    pl: 'Nie podano tu, co mówi wykres, ponieważ opiera się to na wartościach, których się nie publikuje.',
  },
  'chart.withheld-alt': {
    cs: 'Graf: {labels}. Co graf říká, se tu nepíše, protože to stojí na hodnotách, které se nezveřejňují; ostatní čísla jsou v tabulce grafu.',
    en: 'Chart: {labels}. What it says is not told here, because it rests on values that are kept back; the other numbers are in the table of the chart.',
    pl: 'Wykres: {labels}. Nie podano tu, co mówi, ponieważ opiera się to na wartościach, których się nie publikuje; pozostałe liczby są w tabeli wykresu.',
  },
} as const
