import type { Localised } from './locale'

/** What steps of shape and the reading of times noticed in series of readings. */
export const timeProblemTexts = {
  'column.hour-twice-in-order': {
    cs: 'Ve sloupci {column} {count, plural, one {leží # čas} few {leží # časy} other {leží # časů}} v hodině, která se v pásmu {subject} při návratu z letního času opakuje. Řádky jdou po sobě, takže první průchod čteme jako letní čas a druhý jako zimní.',
    en: 'In the column {column}, {count, plural, one {# time lies} other {# times lie}} in the hour that happens twice in the zone {subject} when clocks go back. The rows follow each other, so the first pass is read as summer time and the second as winter time.',
    pl: 'W kolumnie {column} {count, plural, one {# czas przypada} few {# czasy przypadają} other {# czasów przypada}} na godzinę, która w strefie {subject} powtarza się przy cofnięciu zegarów. Wiersze następują po sobie, więc pierwsze przejście odczytujemy jako czas letni, a drugie jako zimowy.',
  },
  'column.midnight-of-old-day': {
    cs: 'Ve sloupci {column} {count, plural, one {# půlnoc nese} few {# půlnoci nesou} other {# půlnocí nese}} datum dne, který končí (první na řádku {line, number}): po 23:45 následuje 00:00 téhož dne. Čteme ji tak, jak je zapsaná, tedy o den dřív. Vyexportujte data s časem 24:00 nebo s datem nového dne.',
    en: 'In the column {column}, {count, plural, one {# midnight bears} other {# midnights bear}} the day that ends (first at line {line, number}): 23:45 is followed by 00:00 of the same day. It is read as written, so a day too early. Export the data with 24:00, or with the new day.',
    pl: 'W kolumnie {column} {count, plural, one {# północ ma} few {# północe mają} other {# północy ma}} datę kończącego się dnia (pierwsza w wierszu {line, number}): po 23:45 następuje 00:00 tego samego dnia. Odczytujemy ją tak, jak zapisano, czyli o dzień wcześniej. Wyeksportuj dane z godziną 24:00 albo z datą nowego dnia.',
  },
  'column.several-offsets': {
    cs: 'Časy ve sloupci {column} mají různé posuny od UTC ({subject}). V datech jsou převedené na UTC; hodiny tedy neodpovídají těm zapsaným.',
    en: 'The times in the column {column} have different offsets from UTC ({subject}). In the data they are in UTC, so the hours are not those that were written.',
    pl: 'Czasy w kolumnie {column} mają różne przesunięcia względem UTC ({subject}). W danych są przeliczone na UTC, więc godziny różnią się od zapisanych.',
  },
  'column.times-with-and-without-zone': {
    cs: 'Ve sloupci {column} mají některé časy pásmo a jiné ne ({count, plural, one {# bez pásma} other {# bez pásma}}, první na řádku {line, number}), takže na jednu osu je převést nejde. Sloupec zůstal textem; zvolíte-li typ čas, budou časy vzácnějšího druhu prázdné.',
    en: 'In the column {column} some times have a zone and others have none ({count, plural, one {# without} other {# without}}, first at line {line, number}), so they cannot be put on one axis. The column was left as text; if you choose the type timestamp, the times of the rarer kind are left empty.',
    pl: 'W kolumnie {column} niektóre czasy mają strefę, a inne nie ({count, plural, one {# bez strefy} other {# bez strefy}}, pierwszy w wierszu {line, number}), więc nie da się ich umieścić na jednej osi. Kolumna pozostała tekstem; po wyborze typu czas czasy rzadszego rodzaju będą puste.',
  },
  'shape.time-unreadable': {
    cs: 'Ze dne a času nevznikl okamžik v {count, plural, one {# řádku} other {# řádcích}}: některá buňka není datum nebo denní doba. Sloupec {column} je v nich prázdný.',
    en: 'A day and a time gave no moment in {count, plural, one {# row} other {# rows}}: some cell is no date or no time of day. The column {column} is empty there.',
    pl: 'Z dnia i godziny nie powstała chwila w {count, plural, one {# wierszu} other {# wierszach}}: któraś komórka nie jest datą lub porą dnia. Kolumna {column} jest tam pusta.',
  },
  'shape.meter-reset': {
    cs: 'Počítadlo ve sloupci {column} se {count, plural, one {#krát vynulovalo} other {#krát vynulovalo}}. Za množství tam bereme nový stav; co přibylo těsně před vynulováním, v datech není.',
    en: 'The counter in the column {column} was reset {count, plural, one {# time} other {# times}}. There the new reading is taken as the amount; what was added just before the reset is not in the data.',
    pl: 'Licznik w kolumnie {column} został wyzerowany {count, plural, one {# raz} other {# razy}}. Za ilość przyjmujemy tam nowy stan; tego, co przybyło tuż przed wyzerowaniem, w danych nie ma.',
  },
  'shape.meter-fell': {
    cs: 'Stav ve sloupci {column} {count, plural, one {#krát klesl} other {#krát klesl}}, aniž by se počítadlo vynulovalo. Množství je tam záporné; může jít o opravu odečtu.',
    en: 'The reading in the column {column} fell {count, plural, one {# time} other {# times}} without a reset of the counter. The amount is negative there; it may be a corrected reading.',
    pl: 'Stan w kolumnie {column} spadł {count, plural, one {# raz} other {# razy}} bez wyzerowania licznika. Ilość jest tam ujemna; może to być poprawiony odczyt.',
  },
  'shape.meter-without-time': {
    cs: 'Ve sloupci {column} {count, plural, one {# stav nemá} few {# stavy nemají} other {# stavů nemá}} čas, takže do řady nepatří a množství u nich není.',
    en: 'In the column {column}, {count, plural, one {# reading has} other {# readings have}} no time, so they belong to no place in the series and have no amount.',
    pl: 'W kolumnie {column} {count, plural, one {# stan nie ma} few {# stany nie mają} other {# stanów nie ma}} czasu, więc nie mają miejsca w szeregu ani ilości.',
  },
} as const satisfies Readonly<Record<string, Localised>>
