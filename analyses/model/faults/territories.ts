import { defineFaults } from './define'

/** Faults of code lists and correspondence tables that a person loads. */
export const territoryFaults = defineFaults({
  'territories.list-taken': {
    cs: 'Číselník „{id}“ už projekt má. Zvolte jiný název, nebo starý nejdřív odeberte.',
    en: 'The project already has a code list "{id}". Choose another name, or remove the old one first.',
    pl: 'Projekt ma już listę kodów „{id}”. Wybierz inną nazwę albo najpierw usuń starą.',
  },
  'territories.no-list': {
    cs: 'Číselník „{id}“ v projektu není. Nahrajte ho a prohlaste za číselník.',
    en: 'There is no code list "{id}" in the project. Load it and declare it a code list.',
    pl: 'W projekcie nie ma listy kodów „{id}”. Wczytaj ją i zgłoś jako listę kodów.',
  },
  'territories.no-column': {
    cs: 'Datová sada „{name}“ nemá sloupec „{column}“. Vyberte jiný sloupec.',
    en: 'The data set "{name}" has no column "{column}". Choose another column.',
    pl: 'Zbiór danych „{name}” nie ma kolumny „{column}”. Wybierz inną kolumnę.',
  },
  'territories.no-codes': {
    cs: 'Sloupec „{column}“ datové sady „{name}“ neobsahuje k vybranému dni žádný kód. Zvolte jiný sloupec nebo jiný den.',
    en: 'The column "{column}" of the data set "{name}" holds no code on the chosen day. Choose another column or another day.',
    pl: 'Kolumna „{column}” zbioru danych „{name}” nie zawiera w wybranym dniu żadnego kodu. Wybierz inną kolumnę lub inny dzień.',
  },
  'territories.code-repeated': {
    cs: 'Kód {code} je v datové sadě „{name}“ k témuž dni víckrát ({count, plural, one {# kód se opakuje} few {# kódy se opakují} other {# kódů se opakuje}}). Určete sloupce platnosti, nebo den.',
    en: 'The code {code} stands several times in the data set "{name}" for the same day ({count, plural, one {# code is} other {# codes are}} repeated). Name the columns of validity, or a day.',
    pl: 'Kod {code} występuje w zbiorze danych „{name}” kilka razy dla tego samego dnia ({count, plural, one {# kod się powtarza} few {# kody się powtarzają} other {# kodów się powtarza}}). Wskaż kolumny ważności albo dzień.',
  },
  'territories.table-taken': {
    cs: 'Převodní tabulku „{id}“ už projekt má. Zvolte jiný název, nebo starou nejdřív odeberte.',
    en: 'The project already has a correspondence table "{id}". Choose another name, or remove the old one first.',
    pl: 'Projekt ma już tabelę przejścia „{id}”. Wybierz inną nazwę albo najpierw usuń starą.',
  },
  'territories.no-table': {
    cs: 'Převodní tabulka „{id}“ v projektu není. Nahrajte ji a prohlaste za převodní tabulku.',
    en: 'There is no correspondence table "{id}" in the project. Load it and declare it a correspondence table.',
    pl: 'W projekcie nie ma tabeli przejścia „{id}”. Wczytaj ją i zgłoś jako tabelę przejścia.',
  },
  'territories.weights': {
    cs: 'Váhy kódu {from} ke dni {date} dávají dohromady {sum, number, ::.000000}, ne 1; součty by se převodem změnily. Opravte tabulku ({count, plural, one {# chyba} few {# chyby} other {# chyb}}).',
    en: 'The weights of the code {from} on {date} add up to {sum, number, ::.000000}, not 1; totals would change in the conversion. Correct the table ({count, plural, one {# flaw} other {# flaws}}).',
    pl: 'Wagi kodu {from} na dzień {date} dają razem {sum, number, ::.000000}, a nie 1; przeliczenie zmieniłoby sumy. Popraw tabelę ({count, plural, one {# błąd} few {# błędy} other {# błędów}}).',
  },
  'territories.weight-negative': {
    cs: 'Váha kódu {from} ke dni {date} chybí nebo je záporná. Opravte tabulku ({count, plural, one {# chyba} few {# chyby} other {# chyb}}).',
    en: 'The weight of the code {from} on {date} is absent or below zero. Correct the table ({count, plural, one {# flaw} other {# flaws}}).',
    pl: 'Brakuje wagi kodu {from} na dzień {date} albo jest ujemna. Popraw tabelę ({count, plural, one {# błąd} few {# błędy} other {# błędów}}).',
  },
  'territories.change-repeated': {
    cs: 'Změna kódu {from} ke dni {date} je v tabulce dvakrát se stejným cílem. Opravte tabulku ({count, plural, one {# chyba} few {# chyby} other {# chyb}}).',
    en: 'The change of the code {from} on {date} stands in the table twice with the same target. Correct the table ({count, plural, one {# flaw} other {# flaws}}).',
    pl: 'Zmiana kodu {from} na dzień {date} występuje w tabeli dwa razy z tym samym celem. Popraw tabelę ({count, plural, one {# błąd} few {# błędy} other {# błędów}}).',
  },
  'territories.change-date': {
    cs: 'Změna kódu {from} nemá platné datum („{date}“). Uveďte sloupec s datem, nebo jeden den pro celou tabulku.',
    en: 'The change of the code {from} has no valid date ("{date}"). Name a column of dates, or one day for the whole table.',
    pl: 'Zmiana kodu {from} nie ma poprawnej daty („{date}”). Wskaż kolumnę z datą albo jeden dzień dla całej tabeli.',
  },
  'territories.backwards': {
    cs: 'Data jsou ke dni {of} a převést je zpět na {on} podle této tabulky nelze. Nahrajte tabulku pro opačný směr.',
    en: 'The data are of {of} and this table cannot take them back to {on}. Load a table for the other direction.',
    pl: 'Dane są z dnia {of} i ta tabela nie przeliczy ich wstecz na {on}. Wczytaj tabelę dla odwrotnego kierunku.',
  },
  'territories.of-needed': {
    cs: 'Podle převodní tabulky „{table}“ se kód {code} mění a zároveň po změně trvá dál, takže podle kódů nelze poznat, ke kterému dni data jsou. Uveďte den, ke kterému platí.',
    en: 'In the correspondence table "{table}" the code {code} changes and also goes on after the change, so the codes cannot tell which day the data are of. State the day they are of.',
    pl: 'W tabeli przejścia „{table}” kod {code} zmienia się, a zarazem istnieje po zmianie, więc z kodów nie widać, z jakiego dnia są dane. Podaj dzień, z którego pochodzą.',
  },
  'territories.which-column': {
    cs: 'V datové sadě „{name}“ není jednoznačné, který sloupec převést ({count, plural, =0 {žádný sloupec nemá roli území} other {{columns}}}). Uveďte ho.',
    en: 'It is not clear which column of the data set "{name}" to convert ({count, plural, =0 {no column has the role territory} other {{columns}}}). Name it.',
    pl: 'Nie jest jasne, którą kolumnę zbioru danych „{name}” przeliczyć ({count, plural, =0 {żadna kolumna nie ma roli terytorium} other {{columns}}}). Podaj ją.',
  },
  'territories.no-measure': {
    cs: 'V datové sadě „{name}“ není sloupec, který by šlo při převodu sčítat. Podíly a průměry se nepřevádějí: převeďte jejich čitatele a jmenovatele, nebo sloupce uveďte.',
    en: 'The data set "{name}" has no column that could be added up in a conversion. Rates and averages are not converted: convert their numerators and denominators, or name the columns.',
    pl: 'Zbiór danych „{name}” nie ma kolumny, którą można by sumować przy przeliczeniu. Wskaźników i średnich się nie przelicza: przelicz ich liczniki i mianowniki albo wskaż kolumny.',
  },
  'territories.not-a-number': {
    cs: 'Sloupec „{column}“ datové sady „{name}“ není číslo a při převodu ho nelze sčítat. Vyberte jiný, nebo změňte jeho typ.',
    en: 'The column "{column}" of the data set "{name}" is no number and cannot be added up in a conversion. Choose another, or change its type.',
    pl: 'Kolumna „{column}” zbioru danych „{name}” nie jest liczbą i nie można jej sumować przy przeliczeniu. Wybierz inną albo zmień jej typ.',
  },
  'territories.table-used': {
    cs: 'Podle převodní tabulky „{id}“ vznikla datová sada {others}. Dokud ji projekt má, tabulka zůstává.',
    en: 'The data set {others} was made with the correspondence table "{id}". The table stays as long as the project holds it.',
    pl: 'Według tabeli przejścia „{id}” powstał zbiór danych {others}. Tabela pozostaje, dopóki projekt go zawiera.',
  },
  'territories.name-taken': {
    cs: 'Tabulka „{name}“ už v projektu je. Zvolte jiný název.',
    en: 'There is already a table "{name}" in the project. Choose another name.',
    pl: 'Tabela „{name}” już istnieje w projekcie. Wybierz inną nazwę.',
  },
})
