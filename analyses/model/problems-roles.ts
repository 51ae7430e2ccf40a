import type { Localised } from './locale'

/** What an import noticed about the meaning of columns. `{subject}` is a code list, a list of levels or of codes. */
export const roleProblemTexts = {
  'column.code-list-open': {
    cs: 'Kódy ve sloupci {column} patří do číselníku {subject} stejně dobře jako do vybraného. Zvolte správný číselník; spojení podle nesprávného by se povedlo a bylo by chybné.',
    en: 'The codes in the column {column} fit the code list {subject} as well as the chosen one. Choose the right list: a join on the wrong one would succeed and be false.',
    pl: 'Kody w kolumnie {column} pasują do listy kodów {subject} tak samo dobrze jak do wybranej. Wybierz właściwą listę: łączenie według niewłaściwej udałoby się, ale byłoby błędne.',
  },
  'column.codes-unmatched': {
    cs: 'Ve sloupci {column} {count, plural, one {# kód není} few {# kódy nejsou} other {# kódů není}} v číselníku {subject}. Tyto řádky se s územím nespojí.',
    en: 'In the column {column}, {count, plural, one {# code is} other {# codes are}} not in the code list {subject}. These rows will not be joined to a territory.',
    pl: 'W kolumnie {column} {count, plural, one {# kodu nie ma} few {# kodów nie ma} other {# kodów nie ma}} na liście {subject}. Te wiersze nie połączą się z terytorium.',
  },
  'column.code-list-missing': {
    cs: 'Číselník {subject}, který má platit pro sloupec {column}, tu není; kódy posuzujeme bez něj. Nahrajte ho do projektu a prohlaste za číselník, nebo vyberte jiný.',
    en: 'The code list {subject} chosen for the column {column} is not here; the codes are judged without it. Load it into the project and declare it a code list, or choose another.',
    pl: 'Nie ma tu listy kodów {subject} wybranej dla kolumny {column}; kody oceniamy bez niej. Wczytaj ją do projektu i zgłoś jako listę kodów albo wybierz inną.',
  },
  'column.sex-unsaid': {
    cs: 'Ve sloupci {column} {count, plural, one {# hodnota není} few {# hodnoty nejsou} other {# hodnot není}} v zadaném kódování pohlaví ({subject}). Doplňte, co znamenají.',
    en: 'In the column {column}, {count, plural, one {# value is} other {# values are}} not in the stated coding of sex ({subject}). Say what they mean.',
    pl: 'W kolumnie {column} {count, plural, one {# wartości nie ma} few {# wartości nie ma} other {# wartości nie ma}} w podanym kodowaniu płci ({subject}). Uzupełnij, co oznaczają.',
  },
  'column.mixed-levels': {
    cs: 'Sloupec {column} míchá úrovně: {subject}. Sčítat přes všechny řádky by započetlo totéž vícekrát; vyberte jednu úroveň.',
    en: 'The column {column} mixes levels: {subject}. Adding up all rows would count the same things several times; choose one level.',
    pl: 'Kolumna {column} łączy poziomy: {subject}. Zsumowanie wszystkich wierszy policzyłoby to samo kilka razy; wybierz jeden poziom.',
  },
  'column.mixed-editions': {
    cs: 'Ve sloupci {column} {count, plural, one {# kód pochází} few {# kódy pocházejí} other {# kódů pochází}} z jiného vydání číselníku ({subject}). Nespojujte je, dokud je převodní tabulka nepřevede na jedno vydání.',
    en: 'In the column {column}, {count, plural, one {# code comes} other {# codes come}} from another edition of the code list ({subject}). Do not join them before a correspondence table brings them to one edition.',
    pl: 'W kolumnie {column} {count, plural, one {# kod pochodzi} few {# kody pochodzą} other {# kodów pochodzi}} z innego wydania listy kodów ({subject}). Nie łącz ich, dopóki tabela przejścia nie sprowadzi ich do jednego wydania.',
  },
  'column.has-total': {
    cs: 'Ve sloupci {column} je vedle částí i jejich součet ({subject}) v {count, plural, one {# řádku} other {# řádcích}}. Při sčítání jej vynechte.',
    en: 'The column {column} holds the total of the parts ({subject}) beside them, in {count, plural, one {# row} other {# rows}}. Leave it out when adding up.',
    pl: 'Kolumna {column} zawiera obok części także ich sumę ({subject}) w {count, plural, one {# wierszu} other {# wierszach}}. Pomiń ją przy sumowaniu.',
  },
  'column.sex-digits': {
    cs: 'Pohlaví je ve sloupci {column} psáno číslicemi. Čteme 1 jako muže a 2 jako ženy; ověřte to v popisu zdroje.',
    en: 'In the column {column} sex is written in digits. We read 1 as men and 2 as women; check this in the description of the source.',
    pl: 'W kolumnie {column} płeć zapisano cyframi. Odczytujemy 1 jako mężczyzn, a 2 jako kobiety; sprawdź to w opisie źródła.',
  },
  'column.mixed-frequencies': {
    cs: 'Sloupec {column} míchá období různé délky ({subject}). Nesčítejte je dohromady.',
    en: 'The column {column} mixes periods of different length ({subject}). Do not add them up together.',
    pl: 'Kolumna {column} łączy okresy o różnej długości ({subject}). Nie sumuj ich razem.',
  },
  'convert.totals-kept': {
    cs: 'Převod zachoval součty: {count, plural, one {# sloupec má} few {# sloupce mají} other {# sloupců má}} před převodem i po něm týž součet ({subject}).',
    en: 'The conversion kept the totals: {count, plural, one {# column has} other {# columns have}} the same sum before and after ({subject}).',
    pl: 'Przeliczenie zachowało sumy: {count, plural, one {# kolumna ma} few {# kolumny mają} other {# kolumn ma}} tę samą sumę przed i po ({subject}).',
  },
  'convert.parts-missing': {
    cs: 'Ve sloupci {column} {count, plural, one {# údaj chybí} few {# údaje chybějí} other {# údajů chybí}}, protože některá část nového území neměla hodnotu; hodnoty ostatních částí ({subject}) v něm nejsou.',
    en: 'In the column {column}, {count, plural, one {# figure is} other {# figures are}} missing, because a part of the new place had no value; the values of the other parts ({subject}) are not in it.',
    pl: 'W kolumnie {column} {count, plural, one {brakuje # wartości} few {brakuje # wartości} other {brakuje # wartości}}, ponieważ część nowego obszaru nie miała wartości; wartości pozostałych części ({subject}) nie są w niej ujęte.',
  },
  'convert.left-out': {
    cs: 'Převod vynechal {count, plural, one {# sloupec} few {# sloupce} other {# sloupců}} ({subject}): podíly, popisky území a příznaky nelze sčítat.',
    en: 'The conversion left out {count, plural, one {# column} other {# columns}} ({subject}): rates, labels of places and statuses cannot be added up.',
    pl: 'Przeliczenie pominęło {count, plural, one {# kolumnę} few {# kolumny} other {# kolumn}} ({subject}): wskaźników, nazw obszarów i oznaczeń nie można sumować.',
  },
  'convert.nothing-changed': {
    cs: 'Převod nezměnil žádný kód ve sloupci {column}. Ověřte, že převodní tabulka ({subject}) patří k tomuto číselníku a ke správnému dni.',
    en: 'The conversion changed no code in the column {column}. Check that the correspondence table ({subject}) belongs to this code list and to the right day.',
    pl: 'Przeliczenie nie zmieniło żadnego kodu w kolumnie {column}. Sprawdź, czy tabela przejścia ({subject}) dotyczy tej listy kodów i właściwego dnia.',
  },
  'table.repeated-by': {
    cs: 'Tytéž jednotky se opakují pro každou hodnotu sloupce {column} ({subject}) a údaje se téměř neliší. Součet přes všechny řádky by je započetl vícekrát; vyberte jednu hodnotu.',
    en: 'The same units are repeated for each value of the column {column} ({subject}), with almost the same figures. A sum over all rows would count them several times; choose one value.',
    pl: 'Te same jednostki powtarzają się dla każdej wartości kolumny {column} ({subject}), a dane prawie się nie różnią. Suma wszystkich wierszy policzyłaby je kilka razy; wybierz jedną wartość.',
  },
} as const satisfies Readonly<Record<string, Localised>>
