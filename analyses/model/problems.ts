import type { Localised } from './locale'
import { columnProblemTexts } from './problem-texts-columns'
import { csvwProblemTexts } from './problems-csvw'
import { geometryProblemTexts } from './problems-geometry'
import { roleProblemTexts } from './problems-roles'
import { timeProblemTexts } from './problems-times'
import { workbookProblemTexts } from './problems-workbook'

/**
 * What an import noticed and went on from. Messages may use `{count}`, `{line}` (first place), `{column}` and
 * `{subject}` (name of a sheet, a member of an archive, a code list).
 * The receipt carries the code; the sentence is made where the reader's language is known.
 */
export const problemTexts = {
  ...csvwProblemTexts,
  ...geometryProblemTexts,
  ...roleProblemTexts,
  ...timeProblemTexts,
  ...workbookProblemTexts,
  'append.column-missing': {
    cs: 'Sloupec „{column}“ chybí v {count, plural, one {# tabulce} other {# tabulkách}} ({subject}); jejich řádky v něm mají prázdno.',
    en: 'The column “{column}” is missing in {count, plural, one {# table} other {# tables}} ({subject}); it is empty in their rows.',
    pl: 'Kolumny „{column}” brakuje w {count, plural, one {# tabeli} other {# tabelach}} ({subject}); w ich wierszach jest pusta.',
  },
  'quality.duplicate-keys': {
    cs: 'Řádky, které se v klíči ({subject}) opakují: {count, number}. Sčítáním by se počítaly vícekrát.',
    en: 'Rows whose key ({subject}) occurs more than once: {count, number}. Adding them up would count them twice.',
    pl: 'Wiersze, których klucz ({subject}) się powtarza: {count, number}. Sumowanie policzyłoby je wielokrotnie.',
  },
  'quality.missing': {
    cs: 'Ve sloupci „{column}“ chybí hodnota v {count, plural, one {# řádku} other {# řádcích}}.',
    en: 'The column “{column}” has no value in {count, plural, one {# row} other {# rows}}.',
    pl: 'W kolumnie „{column}” brakuje wartości w {count, plural, one {# wierszu} other {# wierszach}}.',
  },
  'quality.constant': {
    cs: 'Sloupec „{column}“ má všude stejnou hodnotu.',
    en: 'The column “{column}” has the same value everywhere.',
    pl: 'Kolumna „{column}” ma wszędzie tę samą wartość.',
  },
  'quality.outliers': {
    cs: 'Ve sloupci „{column}“ {count, plural, one {leží # hodnota} few {leží # hodnoty} other {leží # hodnot}} daleko od ostatních (víc než tři mezikvartilová rozpětí za kvartily). Může to být chyba i skutečnost.',
    en: 'In the column “{column}”, {count, plural, one {# value lies} other {# values lie}} far from the others (more than three interquartile ranges beyond the quartiles). It may be an error or the truth.',
    pl: 'W kolumnie „{column}” {count, plural, one {# wartość leży} few {# wartości leżą} other {# wartości leży}} daleko od pozostałych (ponad trzy rozstępy ćwiartkowe poza kwartylami). Może to być błąd albo prawda.',
  },
  'quality.totals-inside': {
    cs: 'Sloupec „{column}“ obsahuje vedle částí i součty ({subject}). Nesčítejte je dohromady.',
    en: 'The column “{column}” holds totals beside their parts ({subject}). Do not add them together.',
    pl: 'Kolumna „{column}” zawiera obok części także sumy ({subject}). Nie dodawaj ich do siebie.',
  },
  'recipe.table-missing': {
    cs: 'Tabulka „{subject}“, kterou recept zná, v souboru není.',
    en: 'The table “{subject}”, which the recipe knows, is not in the file.',
    pl: 'W pliku nie ma tabeli „{subject}”, którą zna przepis.',
  },
  'recipe.table-new': {
    cs: 'Tabulky, které recept nezná a které se proto nenačetly: {count, number} ({subject}).',
    en: 'Tables the recipe does not know, which were therefore not loaded: {count, number} ({subject}).',
    pl: 'Tabele, których przepis nie zna i których dlatego nie wczytano: {count, number} ({subject}).',
  },
  'recipe.column-missing': {
    cs: 'Sloupec „{column}“, který v minulém vydání byl, chybí.',
    en: 'The column “{column}”, which the last edition had, is missing.',
    pl: 'Brakuje kolumny „{column}”, która była w poprzednim wydaniu.',
  },
  'recipe.column-new': {
    cs: 'Sloupec „{column}“ je nový: v minulém vydání nebyl. Jeho typ a roli jsme odhadli.',
    en: 'The column “{column}” is new: the last edition did not have it. Its type and role are guesses.',
    pl: 'Kolumna „{column}” jest nowa: nie było jej w poprzednim wydaniu. Jej typ i rola są odgadnięte.',
  },
  'recipe.label-changed': {
    cs: 'Záhlaví sloupce „{column}“ znělo dříve „{subject}“. Ověřte, že znamená totéž.',
    en: 'The header of the column “{column}” used to be “{subject}”. Check that it still means the same.',
    pl: 'Nagłówek kolumny „{column}” brzmiał wcześniej „{subject}”. Sprawdź, czy nadal oznacza to samo.',
  },
  'recipe.columns-moved': {
    cs: 'Sloupce stojí v jiném pořadí než v minulém vydání. Přiřadili jsme je podle názvů.',
    en: 'The columns stand in another order than in the last edition. They were matched by their names.',
    pl: 'Kolumny stoją w innej kolejności niż w poprzednim wydaniu. Dopasowano je według nazw.',
  },
  'personal.few-emails': {
    cs: 'Ve sloupci „{column}“ {count, plural, one {je # e-mailová adresa} few {jsou # e-mailové adresy} other {je # e-mailových adres}} mezi jinými texty. Patří-li osobám, sloupec vynechte nebo nahraďte.',
    en: 'In the column “{column}” there {count, plural, one {is # e-mail address} other {are # e-mail addresses}} among other texts. If they belong to persons, leave the column out or replace it.',
    pl: 'W kolumnie „{column}” {count, plural, one {jest # adres e-mail} few {są # adresy e-mail} other {jest # adresów e-mail}} wśród innych tekstów. Jeśli należą do osób, pomiń kolumnę lub zastąp ją.',
  },
  'members.skipped': {
    cs: 'Vynechané soubory bez tabulky: {count, number} ({subject}).',
    en: 'Files without a table, left out: {count, number} ({subject}).',
    pl: 'Pominięte pliki bez tabeli: {count, number} ({subject}).',
  },
  'database.unsaved-log': {
    cs: 'Vedle databáze leží soubor {subject} se změnami, které v ní ještě nejsou; nenačetly se. Zavřete program, který databázi používá, a načtěte ji znovu.',
    en: 'Beside the database lies the file {subject} with changes that are not in it yet; they were not loaded. Close the program that uses the database and load it again.',
    pl: 'Obok bazy danych leży plik {subject} ze zmianami, których jeszcze w niej nie ma; nie wczytano ich. Zamknij program, który używa bazy, i wczytaj ją ponownie.',
  },
  'archive.trailing-bytes': {
    cs: 'Za koncem zabalených dat je v archivu ještě {count, plural, one {# bajt} few {# bajty} other {# bajtů}}, které k ničemu nepatří. Nenačetly se.',
    en: 'Behind the packed data the archive holds {count, plural, one {# more byte that belongs} other {# more bytes that belong}} to nothing. They were not loaded.',
    pl: 'Za końcem spakowanych danych w archiwum {count, plural, one {znajduje się jeszcze # bajt, który nie należy} few {znajdują się jeszcze # bajty, które nie należą} other {znajduje się jeszcze # bajtów, które nie należą}} do niczego. Nie wczytano ich.',
  },
  'encoding.guessed': {
    cs: 'Kódování jsme jen odhadli. Prohlédněte si písmena s háčky a čárkami; když nesedí, zvolte jiné.',
    en: 'The encoding is only a guess. Look at the letters with accents; if they are wrong, choose another.',
    pl: 'Kodowanie zostało tylko odgadnięte. Sprawdź litery ze znakami diakrytycznymi; jeśli są błędne, wybierz inne.',
  },
  'text.replacement-characters': {
    cs: 'V {count, plural, one {# buňce} other {# buňkách}} je znak � : písmena byla ztracena dřív, než soubor vznikl, a nelze je obnovit (první na řádku {line, number}).',
    en: '{count, plural, one {# cell holds} other {# cells hold}} the character � : letters were lost before the file was made and cannot be restored (first at line {line, number}).',
    pl: '{count, plural, one {# komórka zawiera} few {# komórki zawierają} other {# komórek zawiera}} znak � : litery utracono przed powstaniem pliku i nie można ich odtworzyć (pierwsza w wierszu {line, number}).',
  },
  'rows.none': {
    cs: 'Soubor má záhlaví, ale žádné záznamy.',
    en: 'The file has a header but no records.',
    pl: 'Plik ma nagłówek, ale nie ma żadnych rekordów.',
  },
  'lines.blank': {
    cs: 'Prázdné řádky: {count, number}. Nepočítají se ani jako záznamy, ani jako odmítnuté.',
    en: 'Blank lines: {count, number}. They count neither as records nor as rejected.',
    pl: 'Puste wiersze: {count, number}. Nie są liczone ani jako rekordy, ani jako odrzucone.',
  },
  'lines.comment': {
    cs: 'Řádky s poznámkou mezi záznamy: {count, number} (první na řádku {line, number}). Začínají stejnou značkou jako poznámky nad tabulkou a nenačetly se.',
    en: 'Comment lines between the records: {count, number} (first at line {line, number}). They begin with the same mark as the comments above the table and were not loaded.',
    pl: 'Wiersze z komentarzem między rekordami: {count, number} (pierwszy w wierszu {line, number}). Zaczynają się od tego samego znaku co komentarze nad tabelą i nie zostały wczytane.',
  },
  'records.rejected': {
    cs: 'Odmítnuté záznamy: {count, number} (první na řádku {line, number}). Celé znění i důvod najdete v tabulce odmítnutých.',
    en: 'Rejected records: {count, number} (first at line {line, number}). Their full text and the reason are in the table of rejects.',
    pl: 'Odrzucone rekordy: {count, number} (pierwszy w wierszu {line, number}). Pełną treść i powód znajdziesz w tabeli odrzuconych.',
  },
  'records.stray-quote': {
    cs: 'Záznamy s uvozovkou na neobvyklém místě: {count, number} (první na řádku {line, number}). Uvozovka zůstala součástí textu.',
    en: 'Records with a quote in an unusual place: {count, number} (first at line {line, number}). The quote was kept as part of the text.',
    pl: 'Rekordy z cudzysłowem w nietypowym miejscu: {count, number} (pierwszy w wierszu {line, number}). Cudzysłów pozostał częścią tekstu.',
  },
  'records.short': {
    cs: 'Záznamy, kterým chybí prázdné buňky na konci: {count, number} (první na řádku {line, number}). Ostatní buňky odpovídají svým sloupcům, proto se načetly s chybějícími hodnotami.',
    en: 'Records without their empty cells at the end: {count, number} (first at line {line, number}). Their other cells fit their columns, so they were loaded with absent values.',
    pl: 'Rekordy bez pustych komórek na końcu: {count, number} (pierwszy w wierszu {line, number}). Pozostałe komórki pasują do swoich kolumn, dlatego wczytano je z brakami wartości.',
  },
  'records.realigned': {
    cs: 'Záznamy s oddělovačem navíc nebo s oddělovačem méně: {count, number} (první na řádku {line, number}). Ke sloupcům pasují jen při jediném čtení, a tak se načetly. Porovnejte je se souborem.',
    en: 'Records with a delimiter too many or too few: {count, number} (first at line {line, number}). Only one reading fits the columns, and so they were loaded. Compare them with the file.',
    pl: 'Rekordy z jednym separatorem za dużo lub za mało: {count, number} (pierwszy w wierszu {line, number}). Tylko jeden odczyt pasuje do kolumn i tak je wczytano. Porównaj je z plikiem.',
  },
  'header.repeated': {
    cs: 'Záhlaví se mezi záznamy opakuje: {count, plural, one {# řádek} few {# řádky} other {# řádků}} (první na řádku {line, number}). Nejde o data, proto se tyto řádky nenačetly.',
    en: 'The header comes back between the records: {count, plural, one {# line} other {# lines}} (first at line {line, number}). They are no data and were not loaded.',
    pl: 'Nagłówek powtarza się między rekordami: {count, plural, one {# wiersz} few {# wiersze} other {# wierszy}} (pierwszy w wierszu {line, number}). To nie są dane, dlatego ich nie wczytano.',
  },
  'pabulib.count-differs': {
    cs: 'Oddíl META udává {subject}, v souboru je však záznamů {count, number}. Načetlo se to, co v souboru je.',
    en: 'The section META says {subject}, but the file holds {count, number} records. What the file holds was loaded.',
    pl: 'Sekcja META podaje {subject}, ale plik zawiera {count, number} rekordów. Wczytano to, co jest w pliku.',
  },
  'header.fitted': {
    cs: 'Záhlaví má jiný počet polí než záznamy. Zkontrolujte, zda názvy sedí ke sloupcům.',
    en: 'The header has another number of fields than the records. Check that the names fit their columns.',
    pl: 'Nagłówek ma inną liczbę pól niż rekordy. Sprawdź, czy nazwy odpowiadają kolumnom.',
  },
  'header.missing': {
    cs: 'Soubor nemá záhlaví. Sloupce jsou očíslovány.',
    en: 'The file has no header. The columns are numbered.',
    pl: 'Plik nie ma nagłówka. Kolumny zostały ponumerowane.',
  },
  'column.unnamed': {
    cs: 'Sloupec {column} nemá v záhlaví název.',
    en: 'The column {column} has no name in the header.',
    pl: 'Kolumna {column} nie ma nazwy w nagłówku.',
  },
  'column.name-repeated': {
    cs: 'Název sloupce {column} se v záhlaví opakuje, proto má přidané číslo.',
    en: 'The name of the column {column} is met again in the header, so a number was added.',
    pl: 'Nazwa kolumny {column} powtarza się w nagłówku, dlatego dodano numer.',
  },
  'column.empty': {
    cs: 'Sloupec {column} neobsahuje žádnou hodnotu.',
    en: 'The column {column} holds no value at all.',
    pl: 'Kolumna {column} nie zawiera żadnej wartości.',
  },
  'column.missing-marks': {
    cs: 'Ve sloupci {column} stojí v {count, plural, one {# buňce} other {# buňkách}} značka místo hodnoty: {subject} (první na řádku {line, number}). Hodnota tu chybí a důvod stojí ve vedlejším sloupci stavu; značka zůstává v původním znění.',
    en: 'In the column {column}, {count, plural, one {# cell holds} other {# cells hold}} a mark in place of a value: {subject} (first at line {line, number}). There is no value there, and the column of statuses beside it says why; the mark stays in the text as read.',
    pl: 'W kolumnie {column} w {count, plural, one {# komórce} other {# komórkach}} zamiast wartości stoi znak: {subject} (pierwszy w wierszu {line, number}). Wartości tam brak, a powód podaje kolumna stanów obok; znak pozostaje w tekście źródłowym.',
  },
  'column.cells-of-other-type': {
    cs: 'Ve sloupci {column} {count, plural, one {# buňka neodpovídá} few {# buňky neodpovídají} other {# buněk neodpovídá}} typu (první na řádku {line, number}). Záznam zůstal, hodnota chybí a původní znění je zachováno.',
    en: 'In the column {column}, {count, plural, one {# cell does} other {# cells do}} not fit its type (first at line {line, number}). The record stays, the value is absent, and the text as read is kept.',
    pl: 'W kolumnie {column} {count, plural, one {# komórka nie pasuje} few {# komórki nie pasują} other {# komórek nie pasuje}} do typu (pierwsza w wierszu {line, number}). Rekord pozostał, wartości brak, a tekst źródłowy zachowano.',
  },
  'column.ambiguous-date': {
    cs: 'Ve sloupci {column} nelze poznat, co je den a co měsíc. Zůstal proto textem; typ zvolte sami.',
    en: 'In the column {column} the day cannot be told from the month. It was left as text; choose its type yourself.',
    pl: 'W kolumnie {column} nie można odróżnić dnia od miesiąca. Pozostała tekstem; wybierz jej typ samodzielnie.',
  },
  'column.date-order-from-others': {
    cs: 'Ve sloupci {column} jsme pořadí dne a měsíce převzali z jiného sloupce téhož souboru.',
    en: 'In the column {column} the order of day and month was taken from another column of the same file.',
    pl: 'W kolumnie {column} kolejność dnia i miesiąca przejęto z innej kolumny tego samego pliku.',
  },
  ...columnProblemTexts,
  'json-stat.values-missing': {
    cs: 'Soubor má o {count, plural, one {# hodnotu} few {# hodnoty} other {# hodnot}} méně, než kolik buněk udávají jeho dimenze. Buňky na konci chybějí.',
    en: 'The file has {count, plural, one {# value} other {# values}} fewer than its dimensions have cells. The cells at the end are missing.',
    pl: 'Plik ma o {count, plural, one {# wartość} few {# wartości} other {# wartości}} mniej, niż wynosi liczba komórek jego wymiarów. Brakuje komórek na końcu.',
  },
  'sdmx.deletions': {
    cs: 'Záznamy, které mají podle sloupce {column} hodnotu smazat (D): {count, number} (první na řádku {line, number}). Načetly se, ale nejsou to údaje; před výpočtem je vynechte.',
    en: 'Records that by the column {column} delete a value (D): {count, number} (first at line {line, number}). They were loaded but are no data; leave them out before calculating.',
    pl: 'Rekordy, które według kolumny {column} usuwają wartość (D): {count, number} (pierwszy w wierszu {line, number}). Wczytano je, ale nie są danymi; pomiń je przed obliczeniami.',
  },
  'csu.empty-is-total': {
    cs: 'Prázdný kód ve sloupci {column} znamená součet za všechny položky. Součty jsou v souboru mezi částmi; nesčítejte je s nimi.',
    en: 'An empty code in the column {column} means the total over all its items. Totals stand among their parts; do not add both.',
    pl: 'Pusty kod w kolumnie {column} oznacza sumę wszystkich pozycji. Sumy stoją między składnikami; nie dodawaj ich razem.',
  },
  'csu.mixed-levels': {
    cs: 'V souboru je smícháno více úrovní území: {count, number}. Rozlišuje je sloupec {column}; nikdy je nesčítejte dohromady.',
    en: 'Territories of several levels are mixed in the file: {count, number}. The column {column} tells them apart; never add them together.',
    pl: 'W pliku wymieszano kilka poziomów obszarów: {count, number}. Rozróżnia je kolumna {column}; nigdy ich nie sumuj.',
  },
  'json.repeated-keys': {
    cs: 'Položky, které se v jednom objektu opakují pod stejným názvem: {count, number} (první na řádku {line, number}). Každá má svůj sloupec, další s číslem v názvu.',
    en: 'Members that stand more than once under one name in one object: {count, number} (first at line {line, number}). Each has its own column, the later ones with a number in their name.',
    pl: 'Elementy powtarzające się pod tą samą nazwą w jednym obiekcie: {count, number} (pierwszy w wierszu {line, number}). Każdy ma własną kolumnę, kolejne z numerem w nazwie.',
  },
} as const satisfies Readonly<Record<string, Localised>>

export type ProblemCode = keyof typeof problemTexts

/** Why a record was not loaded; the code stands in the table of rejects. */
export const rejectReasonTexts = {
  'not-a-feature': {
    cs: 'není prvek mapy',
    en: 'not a feature of a map',
    pl: 'nie jest obiektem mapy',
  },
  'too-few-fields': { cs: 'málo polí', en: 'too few fields', pl: 'za mało pól' },
  'too-many-fields': { cs: 'příliš mnoho polí', en: 'too many fields', pl: 'za dużo pól' },
  'outside-columns': { cs: 'text mimo sloupce', en: 'text across the columns', pl: 'tekst poza kolumnami' },
  'unclosed-quote': { cs: 'neuzavřená uvozovka', en: 'quote never closed', pl: 'niezamknięty cudzysłów' },
  'broken-characters': { cs: 'poškozené znaky', en: 'broken characters', pl: 'uszkodzone znaki' },
  'nul-byte': { cs: 'nulový bajt', en: 'NUL byte', pl: 'bajt zerowy' },
  'outside-cube': {
    cs: 'hodnota mimo dimenze',
    en: 'a value outside the dimensions',
    pl: 'wartość poza wymiarami',
  },
  'not-json': {
    cs: 'řádek není platný JSON',
    en: 'the line is not valid JSON',
    pl: 'wiersz nie jest poprawnym JSON',
  },
  'not-eurostat-cell': {
    cs: 'buňka mimo pravidla Eurostatu',
    en: 'a cell outside Eurostat’s rules',
    pl: 'komórka niezgodna z regułami Eurostatu',
  },
  'not-eurostat-key': {
    cs: 'klíč řady s jiným počtem dimenzí',
    en: 'a series key with another number of dimensions',
    pl: 'klucz szeregu z inną liczbą wymiarów',
  },
} as const satisfies Readonly<Record<string, Localised>>

export type RejectReason = keyof typeof rejectReasonTexts
