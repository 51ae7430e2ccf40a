import { defineFaults } from './define'

/** Why a table cannot be protected as it is. */
export const disclosureFaults = defineFaults({
  'disclosure.not-additive': {
    cs: 'Součet „{cell}“ je v datech {total, number}, jeho části dávají {parts, number}. Opravte data nebo kód součtu; z nesouhlasného součtu nelze poznat, co by si čtenář dopočítal.',
    en: 'The total "{cell}" is {total, number} in the data, its parts add up to {parts, number}. Correct the data or the code of the total; a total that does not add up hides what a reader could work out.',
    pl: 'Suma „{cell}” wynosi w danych {total, number}, a jej części dają {parts, number}. Popraw dane albo kod sumy; niezgodna suma nie pozwala ustalić, co czytelnik mógłby wyliczyć.',
  },
  'disclosure.linked-different': {
    cs: 'Buňka „{cell}“ má v jedné tabulce hodnotu {one, number} a v jiné {other, number}. Propojené tabulky musí vycházet ze stejných dat.',
    en: 'The cell "{cell}" is {one, number} in one table and {other, number} in another. Linked tables must come from the same data.',
    pl: 'Komórka „{cell}” ma w jednej tabeli wartość {one, number}, a w innej {other, number}. Powiązane tabele muszą pochodzić z tych samych danych.',
  },
  'disclosure.no-rounding': {
    cs: 'Tabulky nelze zaokrouhlit na násobky {base, number} tak, aby všechny součty souhlasily. Zvolte jiný základ, nebo buňky skryjte.',
    en: 'The tables cannot be rounded to multiples of {base, number} so that all totals hold. Choose another base, or hide cells instead.',
    pl: 'Tabel nie da się zaokrąglić do wielokrotności {base, number} tak, aby wszystkie sumy się zgadzały. Wybierz inną podstawę albo ukryj komórki.',
  },
  'disclosure.negative': {
    cs: 'Buňka „{cell}“ je záporná. Ochrana počítá s tím, že žádný příspěvek není pod nulou. Zveřejněte kladné a záporné částky jako dvě tabulky od nuly, nebo chraňte tabulku počtů přispěvatelů a tytéž buňky skryjte i zde.',
    en: 'The cell "{cell}" is negative. Protection rests on no contribution being below zero. Publish positive and negative amounts as two tables from zero up, or protect the table of numbers of contributors and hide the same cells here.',
    pl: 'Komórka „{cell}” jest ujemna. Ochrona zakłada, że żaden wkład nie jest mniejszy od zera. Opublikuj kwoty dodatnie i ujemne jako dwie tabele od zera albo chroń tabelę liczby jednostek i ukryj te same komórki także tutaj.',
  },
  'disclosure.linked-cell-by-cell': {
    cs: 'Součet „{cell}“ se skládá pokaždé z jiných vnitřních buněk (propojené tabulky nebo třídění). Zaokrouhlení malých počtů a omezení shora by tam daly dva různé součty. Skryjte buňky, nebo zaokrouhlete každou buňku.',
    en: 'The total "{cell}" is made of different inner cells in two ways (linked tables or classifications). Rounding small counts and top-coding would give it two different sums. Hide cells instead, or round every cell.',
    pl: 'Suma „{cell}” składa się na dwa sposoby z różnych komórek wewnętrznych (powiązane tabele lub klasyfikacje). Zaokrąglenie małych liczb i ograniczenie od góry dałyby jej dwie różne sumy. Ukryj komórki albo zaokrąglij każdą komórkę.',
  },
  'disclosure.no-limit': {
    cs: 'Omezení shora potřebuje mez. Zadejte parametr limit: vyšší hodnoty se zobrazí jen jako „nejméně“ tato mez.',
    en: 'Top-coding needs a limit. Set the parameter limit: greater values are shown as "at least" that number.',
    pl: 'Ograniczenie od góry wymaga granicy. Podaj parametr limit: większe wartości będą pokazane jako „co najmniej” ta liczba.',
  },
  'disclosure.blank-top-coded': {
    cs: 'Buňka „{cell}“ nemá hodnotu, takže nelze poznat, zda je nad mezí. Doplňte ji, je-li prázdná, napište 0, nebo buňky skryjte.',
    en: 'The cell "{cell}" has no value, so it cannot be told whether it is above the limit. Fill it in, write 0 if it is empty, or hide cells instead.',
    pl: 'Komórka „{cell}” nie ma wartości, więc nie wiadomo, czy przekracza granicę. Uzupełnij ją, wpisz 0, jeśli jest pusta, albo ukryj komórki.',
  },
  'disclosure.cell-twice': {
    cs: 'Buňka „{cell}“ je v datech dvakrát. Přiřaďte všechny rozměry tabulky, nebo řádky sečtěte.',
    en: 'The cell "{cell}" stands in the data twice. Bind all dimensions of the table, or add the rows up.',
    pl: 'Komórka „{cell}” występuje w danych dwa razy. Przypisz wszystkie wymiary tabeli albo zsumuj wiersze.',
  },
  'disclosure.too-large': {
    cs: 'Skrytých buněk, které na sobě závisejí, je {cells, number}, tedy příliš mnoho na přesnou kontrolu. Rozdělte tabulku, nebo sečtěte malé kategorie.',
    en: '{cells, number} hidden cells depend on each other, too many for an exact check. Split the table, or merge small categories.',
    pl: 'Zależnych od siebie ukrytych komórek jest {cells, number}, zbyt wiele na dokładne sprawdzenie. Podziel tabelę albo połącz małe kategorie.',
  },
  'disclosure.blank-impossible': {
    cs: 'Prázdnou buňku „{cell}“ nelze vyplnit žádnou hodnotou od nuly tak, aby všechny součty souhlasily. Opravte součty, nebo doplňte její hodnotu.',
    en: 'No value from zero up can stand in the blank cell "{cell}" so that all totals hold. Correct the totals, or fill in its value.',
    pl: 'Pustej komórki „{cell}” nie da się wypełnić żadną wartością od zera tak, aby wszystkie sumy się zgadzały. Popraw sumy albo uzupełnij jej wartość.',
  },
  'disclosure.blank-cell': {
    cs: 'Buňka „{cell}“ nemá hodnotu. Zaokrouhlit lze jen úplnou tabulku: doplňte ji, je-li prázdná, napište 0, nebo buňky skryjte.',
    en: 'The cell "{cell}" has no value. Only a complete table can be rounded: fill it in, write 0 if it is empty, or hide cells instead.',
    pl: 'Komórka „{cell}” nie ma wartości. Zaokrąglić można tylko pełną tabelę: uzupełnij ją, wpisz 0, jeśli jest pusta, albo ukryj komórki.',
  },
  'disclosure.not-counts': {
    cs: 'Hodnota buňky „{cell}“ není celé číslo. Zaokrouhlují se jen počty; součty hodnot chraňte skrytím buněk.',
    en: 'The value of the cell "{cell}" is not a whole number. Only counts are rounded; protect sums of values by hiding cells.',
    pl: 'Wartość komórki „{cell}” nie jest liczbą całkowitą. Zaokrągla się tylko liczności; sumy wartości chroń przez ukrywanie komórek.',
  },
})
