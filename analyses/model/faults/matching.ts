import { defineFaults } from './define'

/** Why treated and comparison units cannot be compared with the data as they are. */
export const matchingFaults = defineFaults({
  'matching.too-few': {
    cs: 'Na srovnání je příliš málo jednotek: s opatřením {treated}, bez opatření {control}. Na každé straně jsou potřeba nejméně dvě s výsledkem a všemi vlastnostmi; zkontrolujte vynechané řádky a oříznutí.',
    en: 'Too few units to compare: {treated} treated and {control} not treated. Each side needs at least two with the outcome and all covariates; check the rows left out and the trimming.',
    pl: 'Zbyt mało jednostek do porównania: objętych działaniem {treated}, nieobjętych {control}. Po każdej stronie potrzebne są co najmniej dwie z wynikiem i wszystkimi cechami; sprawdź pominięte wiersze i przycięcie.',
  },
  'matching.separated': {
    cs: 'Vlastnosti bezchybně oddělují jednotky s opatřením od ostatních, nikdo tedy nemá srovnatelný protějšek. Vynechejte vlastnost, která o opatření rozhoduje, nebo použijte nespojitou regresi.',
    en: 'The covariates tell treated units from the others without error, so nobody has a comparable counterpart. Leave out the covariate that decides about the treatment, or use a regression discontinuity.',
    pl: 'Cechy bezbłędnie oddzielają jednostki objęte działaniem od pozostałych, więc nikt nie ma porównywalnego odpowiednika. Pomiń cechę, która decyduje o działaniu, albo użyj regresji nieciągłej.',
  },
  'matching.no-pairs': {
    cs: 'Žádná jednotka nemá protějšek v povolené vzdálenosti. Zvětšete parametr „caliper“, nebo ho zrušte.',
    en: 'No unit has a counterpart within the allowed distance. Make the parameter "caliper" larger, or remove it.',
    pl: 'Żadna jednostka nie ma odpowiednika w dozwolonej odległości. Zwiększ parametr „caliper” albo go usuń.',
  },
})
