import { defineFaults } from './define'

/** Steps that turn columns into rows and back. */
export const shapeFaults = defineFaults({
  'shape.unknown-column': {
    cs: 'Krok převodu tvaru mluví o sloupci „{column}“, který v datech {dataSet} není. Vyberte sloupec ze seznamu.',
    en: 'A step of shape speaks of the column “{column}”, which the data {dataSet} do not have. Choose a column of the list.',
    pl: 'Krok zmiany kształtu dotyczy kolumny „{column}”, której nie ma w danych {dataSet}. Wybierz kolumnę z listy.',
  },
  'shape.name-taken': {
    cs: 'Sloupec „{column}“ už v datech {dataSet} je. Pojmenujte nový sloupec jinak.',
    en: 'The data {dataSet} already have a column “{column}”. Give the new column another name.',
    pl: 'W danych {dataSet} jest już kolumna „{column}”. Nadaj nowej kolumnie inną nazwę.',
  },
  'shape.not-a-number': {
    cs: 'Rozdíly lze počítat jen z čísel a sloupec „{column}“ v datech {dataSet} čísla nemá. Vyberte sloupec se stavem počítadla, nebo nejdřív opravte jeho typ.',
    en: 'Differences are made of numbers only, and the column “{column}” of the data {dataSet} has none. Choose the column with the readings, or correct its type first.',
    pl: 'Różnice oblicza się tylko z liczb, a kolumna „{column}” w danych {dataSet} ich nie zawiera. Wybierz kolumnę ze stanem licznika albo najpierw popraw jej typ.',
  },
  'shape.no-levels': {
    cs: 'Sloupec „{column}“ v datech {dataSet} nemá úrovně, které bychom znali. Vyberte sloupec s kódy území, s věkem nebo s kódy třídění.',
    en: 'The column “{column}” of the data {dataSet} has no levels that we know. Choose a column of territory codes, ages or codes of a classification.',
    pl: 'Kolumna „{column}” w danych {dataSet} nie ma znanych poziomów. Wybierz kolumnę z kodami terytoriów, wiekiem lub kodami klasyfikacji.',
  },
  'shape.values-do-not-fit': {
    cs: 'Nový sloupec „{column}“ v datech {dataSet} má {values, plural, one {# hodnotu} few {# hodnoty} other {# hodnot}} pro {columns, plural, one {# sloupec} few {# sloupce} other {# sloupců}}. Uveďte pro každý sloupec jednu.',
    en: 'The new column “{column}” of the data {dataSet} has {values, plural, one {# value} other {# values}} for {columns, plural, one {# column} other {# columns}}. State one for each column.',
    pl: 'Nowa kolumna „{column}” w danych {dataSet} ma {values, plural, one {# wartość} few {# wartości} other {# wartości}} dla {columns, plural, one {# kolumny} other {# kolumn}}. Podaj po jednej dla każdej kolumny.',
  },
  'shape.too-many-columns': {
    cs: 'Sloupec „{column}“ v datech {dataSet} má víc než {limit, number} různých hodnot; tolik sloupců z něj neuděláme. Vyberte jiný sloupec, nebo data nejdřív zúžte.',
    en: 'The column “{column}” of the data {dataSet} has more than {limit, number} different values; so many columns are not made. Choose another column, or narrow the data first.',
    pl: 'Kolumna „{column}” w danych {dataSet} ma ponad {limit, number} różnych wartości; tylu kolumn nie tworzymy. Wybierz inną kolumnę albo najpierw ogranicz dane.',
  },
  'shape.not-unique': {
    cs: 'V datech {dataSet} patří na {count, plural, one {# místo} few {# místa} other {# míst}} víc hodnot „{values}“ najednou, takže sloupec „{column}“ nelze rozložit beze ztráty. Nejdřív vylučte souhrny a opakované záznamy.',
    en: 'In the data {dataSet}, {count, plural, one {# cell} other {# cells}} would take several values of “{values}” at once, so the column “{column}” cannot be spread without a loss. First leave out totals and repeated records.',
    pl: 'W danych {dataSet} {count, plural, one {na # miejsce} few {na # miejsca} other {na # miejsc}} przypada kilka wartości „{values}” naraz, więc kolumny „{column}” nie da się rozłożyć bez straty. Najpierw usuń sumy i powtórzone rekordy.',
  },
})
