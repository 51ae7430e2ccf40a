import type { Localised } from './locale'

/** What an import noticed about how the cells of a column can be read. */
export const columnProblemTexts = {
  'column.thousands-or-decimals': {
    cs: 'Ve sloupci {column} může znak „{subject}“ oddělovat tisíce i desetinná místa (první na řádku {line, number}). Čteme ho jako desetinný; zkontrolujte velikost čísel.',
    en: 'In the column {column} the mark “{subject}” may separate thousands or decimals (first at line {line, number}). It is read as a decimal mark; check the size of the numbers.',
    pl: 'W kolumnie {column} znak „{subject}” może oddzielać tysiące lub części dziesiętne (pierwszy w wierszu {line, number}). Odczytujemy go jako dziesiętny; sprawdź wielkość liczb.',
  },
  'column.thousands-from-others': {
    cs: 'Ve sloupci {column} čteme znak „{subject}“ jako oddělovač tisíců, protože jiné sloupce souboru mají jiný desetinný znak (první na řádku {line, number}).',
    en: 'In the column {column} the mark “{subject}” is read as separating thousands, because other columns of the file have another decimal mark (first at line {line, number}).',
    pl: 'W kolumnie {column} znak „{subject}” odczytujemy jako separator tysięcy, ponieważ inne kolumny pliku mają inny znak dziesiętny (pierwszy w wierszu {line, number}).',
  },
  'column.digits-lost': {
    cs: 'Ve sloupci {column} {count, plural, one {má # číslo} few {mají # čísla} other {má # čísel}} víc číslic, než se vejde do desetinného čísla (první na řádku {line, number}). Hodnoty jsou zaokrouhleny na 17 platných číslic; původní znění zůstává. Celé číslice zachová typ kód.',
    en: 'In the column {column}, {count, plural, one {# number has} other {# numbers have}} more digits than a number type holds (first at line {line, number}). The values are rounded to 17 significant digits; the text as read is kept. The type code keeps every digit.',
    pl: 'W kolumnie {column} {count, plural, one {# liczba ma} few {# liczby mają} other {# liczb ma}} więcej cyfr, niż mieści typ liczbowy (pierwsza w wierszu {line, number}). Wartości zaokrąglono do 17 cyfr znaczących; tekst źródłowy zachowano. Typ kod zachowa wszystkie cyfry.',
  },
  'column.short-years': {
    cs: 'Sloupec {column} má roky zapsané dvěma číslicemi. Čteme 69 až 99 jako 1969 až 1999 a 00 až 68 jako 2000 až 2068.',
    en: 'The column {column} writes years with two digits. 69 to 99 are read as 1969 to 1999, and 00 to 68 as 2000 to 2068.',
    pl: 'Kolumna {column} zapisuje lata dwiema cyframi. Liczby od 69 do 99 odczytujemy jako lata 1969–1999, a od 00 do 68 jako 2000–2068.',
  },
  'column.open-mark': {
    cs: 'Co ve sloupci {column} znamená značka „{subject}“ ({count, number}krát, první na řádku {line, number})? Někde nulu, jinde chybějící údaj. Čteme ji jako chybějící; význam zvolte u sloupce.',
    en: 'What does the mark “{subject}” mean in the column {column} ({count, number} times, first at line {line, number})? With some offices it is zero, with others a missing value. It is read as missing; choose its meaning at the column.',
    pl: 'Co w kolumnie {column} oznacza znak „{subject}” ({count, number} razy, pierwszy w wierszu {line, number})? U jednych zero, u innych brak danych. Odczytujemy go jako brak; wybierz jego znaczenie przy kolumnie.',
  },
  'column.mark-in-text': {
    cs: 'Ve sloupci {column} stojí mezi texty značka „{subject}“ ({count, number}krát, první na řádku {line, number}). Zůstala textem; znamená-li chybějící údaj, označte ji u sloupce.',
    en: 'In the column {column} the mark “{subject}” stands among the texts ({count, number} times, first at line {line, number}). It was left as text; if it means a missing value, say so at the column.',
    pl: 'W kolumnie {column} wśród tekstów stoi znak „{subject}” ({count, number} razy, pierwszy w wierszu {line, number}). Pozostał tekstem; jeśli oznacza brak danych, zaznacz to przy kolumnie.',
  },
  'column.sentinel-proposed': {
    cs: 'Hodnota {subject} ve sloupci {column} ({count, number}krát, první na řádku {line, number}) leží daleko od ostatních a vypadá jako značka pro chybějící údaj. Zůstala hodnotou; je-li to značka, označte ji u sloupce.',
    en: 'The value {subject} in the column {column} ({count, number} times, first at line {line, number}) lies far from all others and looks like a mark for “missing”. It was left as a value; if it is a mark, say so at the column.',
    pl: 'Wartość {subject} w kolumnie {column} ({count, number} razy, pierwsza w wierszu {line, number}) leży daleko od pozostałych i wygląda na oznaczenie braku danych. Pozostała wartością; jeśli to oznaczenie, zaznacz to przy kolumnie.',
  },
  'column.time-without-zone': {
    cs: 'Časy ve sloupci {column} nemají časové pásmo. Zůstaly, jak jsou zapsány; zvolte pásmo u sloupce a přibude sloupec v UTC.',
    en: 'The times in the column {column} have no time zone. They stay as written; choose a zone at the column and a column in UTC is added.',
    pl: 'Czasy w kolumnie {column} nie mają strefy czasowej. Pozostały tak, jak je zapisano; wybierz strefę przy kolumnie, a zostanie dodana kolumna w UTC.',
  },
  'column.time-local-clock': {
    cs: 'Časy ve sloupci {column} nemají časové pásmo. Dny změny času mají 23 a 25 hodin, hodiny se tedy přesouvají na letní čas. Zvolte pásmo u sloupce (například Europe/Prague) a přibude sloupec v UTC.',
    en: 'The times in the column {column} have no time zone. The days on which clocks change have 23 and 25 hours, so this clock keeps summer time. Choose a zone at the column (such as Europe/Prague) and a column in UTC is added.',
    pl: 'Czasy w kolumnie {column} nie mają strefy czasowej. Dni zmiany czasu mają 23 i 25 godzin, więc zegar przechodzi na czas letni. Wybierz strefę przy kolumnie (na przykład Europe/Warsaw), a zostanie dodana kolumna w UTC.',
  },
  'column.time-fixed-clock': {
    cs: 'Časy ve sloupci {column} nemají časové pásmo. I dny změny času mají 24 hodin, hodiny se tedy na letní čas nepřesouvají. Zvolte u sloupce UTC nebo pevný posun (například +01:00) a přibude sloupec v UTC.',
    en: 'The times in the column {column} have no time zone. Even the days on which clocks change have 24 hours, so this clock keeps no summer time. Choose UTC or a fixed offset (such as +01:00) at the column and a column in UTC is added.',
    pl: 'Czasy w kolumnie {column} nie mają strefy czasowej. Nawet dni zmiany czasu mają 24 godziny, więc zegar nie przechodzi na czas letni. Wybierz przy kolumnie UTC lub stałe przesunięcie (na przykład +01:00), a zostanie dodana kolumna w UTC.',
  },
  'column.hour-twice': {
    cs: 'Ve sloupci {column} {count, plural, one {leží # čas} few {leží # časy} other {leží # časů}} v hodině, která se v pásmu {subject} při návratu z letního času opakuje (první na řádku {line, number}). V UTC zůstaly prázdné, protože nelze poznat, která z obou hodin to je.',
    en: 'In the column {column}, {count, plural, one {# time lies} other {# times lie}} in the hour that happens twice in the zone {subject} when clocks go back (first at line {line, number}). They are left empty in UTC, because it cannot be told which of the two hours is meant.',
    pl: 'W kolumnie {column} {count, plural, one {# czas przypada} few {# czasy przypadają} other {# czasów przypada}} na godzinę, która w strefie {subject} powtarza się przy cofnięciu zegarów (pierwszy w wierszu {line, number}). W UTC pozostały puste, bo nie wiadomo, o którą z dwóch godzin chodzi.',
  },
  'column.hour-skipped': {
    cs: 'Ve sloupci {column} {count, plural, one {leží # čas} few {leží # časy} other {leží # časů}} v hodině, která v pásmu {subject} není, protože se hodiny posouvají vpřed (první na řádku {line, number}). V UTC zůstaly prázdné; nejspíš jde o hodiny bez letního času, pak zvolte pevný posun.',
    en: 'In the column {column}, {count, plural, one {# time lies} other {# times lie}} in an hour that does not exist in the zone {subject}, because clocks go forward (first at line {line, number}). They are left empty in UTC; the clock probably keeps no summer time, so choose a fixed offset.',
    pl: 'W kolumnie {column} {count, plural, one {# czas przypada} few {# czasy przypadają} other {# czasów przypada}} na godzinę, której w strefie {subject} nie ma, bo zegary przesuwa się do przodu (pierwszy w wierszu {line, number}). W UTC pozostały puste; zegar prawdopodobnie nie przechodzi na czas letni, wybierz więc stałe przesunięcie.',
  },
  'column.interval-end': {
    cs: 'Časy ve sloupci {column} nejspíš označují konec intervalu ({subject} min): první den začíná až po prvním intervalu. Potvrďte to u sloupce a přibude sloupec se začátkem intervalu.',
    en: 'The times in the column {column} probably mark the end of an interval ({subject} min): the first day begins one interval after midnight. Confirm it at the column and a column with the start of the interval is added.',
    pl: 'Czasy w kolumnie {column} prawdopodobnie oznaczają koniec przedziału ({subject} min): pierwszy dzień zaczyna się jeden przedział po północy. Potwierdź to przy kolumnie, a zostanie dodana kolumna z początkiem przedziału.',
  },
  'column.epoch-proposed': {
    cs: 'Čísla ve sloupci {column} vypadají jako čas v {subject, select, ms {tisícinách sekundy} other {sekundách}} od roku 1970. Zůstala čísly; chcete-li časy, zvolte typ čas.',
    en: 'The numbers in the column {column} look like times in {subject, select, ms {milliseconds} other {seconds}} since 1970. They were left as numbers; choose the type timestamp if they are times.',
    pl: 'Liczby w kolumnie {column} wyglądają na czas w {subject, select, ms {milisekundach} other {sekundach}} od roku 1970. Pozostały liczbami; jeśli to czasy, wybierz typ czas.',
  },
  'column.compact-dates': {
    cs: 'Čísla ve sloupci {column} vypadají jako data zapsaná bez oddělovačů (například 20240131). Zůstala, jak jsou; chcete-li data, zvolte typ datum.',
    en: 'The numbers in the column {column} look like dates written without separators (such as 20240131). They were left as they are; choose the type date if they are dates.',
    pl: 'Liczby w kolumnie {column} wyglądają na daty zapisane bez separatorów (na przykład 20240131). Pozostały bez zmian; jeśli to daty, wybierz typ data.',
  },
  'column.cumulative': {
    cs: 'Hodnoty ve sloupci {column} jen rostou, až na vynulování: jde o stav počítadla. Množství je rozdíl dvou stavů; stavy nesčítejte.',
    en: 'The values in the column {column} only rise, apart from resets: they are readings of a counter. Amounts are the differences between readings; do not add the readings up.',
    pl: 'Wartości w kolumnie {column} tylko rosną, poza zerowaniem: to stany licznika. Ilość jest różnicą dwóch stanów; stanów nie należy sumować.',
  },
} as const satisfies Readonly<Record<string, Localised>>
