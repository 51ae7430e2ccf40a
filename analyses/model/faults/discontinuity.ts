import { defineFaults } from './define'

/** Why a threshold cannot show an effect with these data. */
export const discontinuityFaults = defineFaults({
  'discontinuity.too-few': {
    cs: 'Použitelných jednotek je {units}, potřeba je aspoň {least}. Přidejte data, nebo zkontrolujte přiřazené sloupce a výběr.',
    en: 'Only {units} usable units are left; at least {least} are needed. Add data, or check the bound columns and the selection.',
    pl: 'Liczba użytecznych jednostek: {units}; potrzeba co najmniej {least}. Dodaj dane albo sprawdź przypisane kolumny i wybór.',
  },
  'discontinuity.one-sided': {
    cs: 'Všechny jednotky leží na jedné straně hranice {cutoff} (hodnoty od {first} do {last}). Změňte parametr „cutoff“.',
    en: 'All units lie on one side of the cut-off {cutoff} (values from {first} to {last}). Change the parameter "cutoff".',
    pl: 'Wszystkie jednostki leżą po jednej stronie progu {cutoff} (wartości od {first} do {last}). Zmień parametr „cutoff”.',
  },
  'discontinuity.too-few-near': {
    cs: 'U hranice je málo jednotek na různých místech (v okně {bandwidth} jich je {units}) na křivku stupně {order}. Zvětšete okno nebo snižte stupeň „p“.',
    en: 'Too few units at different places lie near the cut-off ({units} within {bandwidth}) for a curve of degree {order}. Widen the bandwidth or lower the degree "p".',
    pl: 'W pobliżu progu jest za mało jednostek w różnych miejscach (w oknie {bandwidth}: {units}) na krzywą stopnia {order}. Poszerz okno albo obniż stopień „p”.',
  },
  'discontinuity.no-bandwidth': {
    cs: 'Šířku okna nelze z dat určit: u hranice se hodnoty téměř nemění nebo je tam málo různých míst. Zadejte ji číslem v parametru „bandwidth“.',
    en: 'The bandwidth cannot be found from the data: near the cut-off the values hardly vary, or there are few different places. Give it as a number in the parameter "bandwidth".',
    pl: 'Szerokości okna nie można ustalić z danych: przy progu wartości prawie się nie zmieniają albo jest mało różnych miejsc. Podaj ją liczbą w parametrze „bandwidth”.',
  },
  'discontinuity.bandwidth-unknown': {
    cs: '„{value}“ není kladné číslo ani způsob volby okna. Způsoby: {known}.',
    en: '"{value}" is neither a positive number nor a way of choosing the bandwidth. Ways: {known}.',
    pl: '„{value}” nie jest liczbą dodatnią ani sposobem wyboru okna. Sposoby: {known}.',
  },
  'discontinuity.no-first-stage': {
    cs: 'Na hranici se podíl podpořených vůbec nemění, takže účinek nelze vypočítat. Zkontrolujte hranici a sloupec „treatment“.',
    en: 'The share of the treated does not change at the cut-off at all, so no effect can be calculated. Check the cut-off and the column "treatment".',
    pl: 'Na progu udział objętych działaniem w ogóle się nie zmienia, więc skutku nie można obliczyć. Sprawdź próg i kolumnę „treatment”.',
  },
  'discontinuity.placebo-unusable': {
    cs: '„{value}“ nemůže být zkušební hranicí: musí to být číslo jiné než skutečná hranice.',
    en: '"{value}" cannot be a placebo cut-off: it must be a number other than the true cut-off.',
    pl: '„{value}” nie może być progiem próbnym: musi to być liczba inna niż prawdziwy próg.',
  },
})
