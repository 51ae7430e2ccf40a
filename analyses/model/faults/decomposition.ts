import { defineFaults } from './define'

/** Why a gap cannot be decomposed with the data as they are. */
export const decompositionFaults = defineFaults({
  'decomposition.groups': {
    cs: 'Rozklad srovnává dvě skupiny, ale ve sloupci „group“ jsou tyto hodnoty: {found}. Vyberte dvě z nich parametry „group_a“ a „group_b“.',
    en: 'A decomposition compares two groups, but the column "group" holds these values: {found}. Choose two of them by the parameters "group_a" and "group_b".',
    pl: 'Dekompozycja porównuje dwie grupy, a w kolumnie „group” są te wartości: {found}. Wybierz dwie z nich parametrami „group_a” i „group_b”.',
  },
  'decomposition.too-few': {
    cs: 'Skupina „{group}“ má {rows, plural, one {# úplný řádek} few {# úplné řádky} other {# úplných řádků}}, regrese však odhaduje {terms, plural, one {# koeficient} few {# koeficienty} other {# koeficientů}}. Vynechejte některé sloupce nebo doplňte data.',
    en: 'The group "{group}" has {rows, plural, one {# complete row} other {# complete rows}}, but the regression estimates {terms, plural, one {# coefficient} other {# coefficients}}. Leave out some columns or add data.',
    pl: 'Grupa „{group}” ma {rows, plural, one {# kompletny wiersz} few {# kompletne wiersze} other {# kompletnych wierszy}}, a regresja szacuje {terms, plural, one {# współczynnik} few {# współczynniki} other {# współczynników}}. Pomiń niektóre kolumny albo uzupełnij dane.',
  },
  'decomposition.not-identified': {
    cs: 'Ve skupině „{group}“ nelze odhadnout koeficient „{term}“: sloupec se v ní nemění nebo plyne z ostatních. Vynechejte ho, nebo spojte kategorie, které se vyskytují jen v jedné skupině.',
    en: 'In the group "{group}" the coefficient of "{term}" cannot be estimated: the column does not vary there, or follows from the others. Leave it out, or merge categories that occur in one group only.',
    pl: 'W grupie „{group}” nie można oszacować współczynnika „{term}”: kolumna się tam nie zmienia albo wynika z pozostałych. Pomiń ją albo połącz kategorie, które występują tylko w jednej grupie.',
  },
  'decomposition.log-of-zero': {
    cs: 'Logaritmus nelze vypočítat: {count, plural, one {# hodnota výsledku není kladná} few {# hodnoty výsledku nejsou kladné} other {# hodnot výsledku není kladných}}. Vypněte „log_outcome“, nebo takové řádky předem vyřaďte.',
    en: 'The logarithm cannot be taken: {count, plural, one {# outcome is not positive} other {# outcomes are not positive}}. Turn "log_outcome" off, or leave such rows out beforehand.',
    pl: 'Nie można obliczyć logarytmu: {count, plural, one {# wartość wyniku nie jest dodatnia} few {# wartości wyniku nie są dodatnie} other {# wartości wyniku nie jest dodatnich}}. Wyłącz „log_outcome” albo wcześniej usuń takie wiersze.',
  },
  'decomposition.dummies': {
    cs: 'Parametr „dummies“ uvádí „{column}“, což není sloupec s hodnotami 0 a 1 mezi přiřazenými vysvětlujícími sloupci. Přiřazené jsou: {known}.',
    en: 'The parameter "dummies" names "{column}", which is no column of zeros and ones among the bound regressors. Bound are: {known}.',
    pl: 'Parametr „dummies” wymienia „{column}”, a nie jest to kolumna zer i jedynek wśród przypisanych zmiennych objaśniających. Przypisane: {known}.',
  },
})
