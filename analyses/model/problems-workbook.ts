import type { Localised } from './locale'

/** What workbooks give cause to tell. `{subject}` names sheets, or a cell as `Sheet!B7`. */
export const workbookProblemTexts = {
  'sheets.hidden': {
    cs: 'Skryté listy: {count, number} ({subject}). Samy se nenačtou; vyberte je, pokud je potřebujete.',
    en: 'Hidden sheets: {count, number} ({subject}). They are not loaded by themselves; choose them if you need them.',
    pl: 'Ukryte arkusze: {count, number} ({subject}). Same się nie wczytują; wybierz je, jeśli są potrzebne.',
  },
  'cells.beside': {
    cs: 'Na listu {subject} stojí mimo tabulky {count, plural, one {# buňka, která se nenačetla} few {# buňky, které se nenačetly} other {# buněk, které se nenačetly}} (první na řádku {line, number}).',
    en: 'On the sheet {subject}, {count, plural, one {# cell stands} other {# cells stand}} outside the tables and {count, plural, one {was} other {were}} not loaded (first in row {line, number}).',
    pl: 'W arkuszu {subject} poza tabelami {count, plural, one {stoi # komórka, której nie wczytano} few {stoją # komórki, których nie wczytano} other {stoi # komórek, których nie wczytano}} (pierwsza w wierszu {line, number}).',
  },
  'cells.error': {
    cs: 'Chybové hodnoty (například #DIV/0!) v {count, plural, one {# buňce} other {# buňkách}}, první je {subject}. Zůstaly jako text.',
    en: 'Error values (such as #DIV/0!) in {count, plural, one {# cell} other {# cells}}, first in {subject}. They were kept as text.',
    pl: 'Wartości błędów (na przykład #DIV/0!) w {count, plural, one {# komórce} other {# komórkach}}, pierwsza w {subject}. Pozostały jako tekst.',
  },
  'cells.not-calculated': {
    cs: 'Vzorce bez uloženého výsledku v {count, plural, one {# buňce} other {# buňkách}}, první je {subject}. Místo hodnoty zůstal text vzorce; nechte sešit přepočítat a uložte ho.',
    en: 'Formulas without a stored result in {count, plural, one {# cell} other {# cells}}, first in {subject}. The text of the formula stands in place of the value; let the workbook calculate and save it.',
    pl: 'Formuły bez zapisanego wyniku w {count, plural, one {# komórce} other {# komórkach}}, pierwsza w {subject}. Zamiast wartości pozostał tekst formuły; przelicz skoroszyt i zapisz go.',
  },
  'cells.merged': {
    cs: 'Text sloučených buněk jsme doplnili do {count, plural, one {# další buňky} other {# dalších buněk}} pod ním (první na řádku {line, number}).',
    en: 'The text of merged cells was repeated in {count, plural, one {# more cell} other {# more cells}} below it (first in row {line, number}).',
    pl: 'Tekst scalonych komórek powtórzono w {count, plural, one {# kolejnej komórce} other {# kolejnych komórkach}} pod nim (pierwsza w wierszu {line, number}).',
  },
  'column.proportion': {
    cs: 'Sloupec {column} je v sešitu zobrazen v procentech; uložené a načtené hodnoty jsou podíly (12,3 % je 0,123).',
    en: 'The column {column} is shown in percent in the workbook; the values stored and loaded are proportions (12.3 % is 0.123).',
    pl: 'Kolumna {column} jest w skoroszycie pokazana w procentach; zapisane i wczytane wartości to udziały (12,3 % to 0,123).',
  },
  'rows.group-names': {
    cs: 'Řádky s jediným textem uprostřed tabulky: {count, number}. Nejspíš jde o názvy skupin; načetly se jako záznamy.',
    en: 'Rows with a single text amid the table: {count, number}. They are probably names of groups; they were loaded as records.',
    pl: 'Wiersze z jednym tekstem wewnątrz tabeli: {count, number}. To prawdopodobnie nazwy grup; wczytano je jako rekordy.',
  },
} as const satisfies Readonly<Record<string, Localised>>
