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
  'territories.name-taken': {
    cs: 'Tabulka „{name}“ už v projektu je. Zvolte jiný název.',
    en: 'There is already a table "{name}" in the project. Choose another name.',
    pl: 'Tabela „{name}” już istnieje w projekcie. Wybierz inną nazwę.',
  },
})
