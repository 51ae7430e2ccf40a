import { defineFaults } from './define'

export const importFaults = defineFaults({
  'import.file-missing': {
    cs: 'Soubor {file} tu není. Zkontrolujte cestu, případně zda je připojen disk, na kterém leží.',
    en: 'There is no file {file} here. Check the path, and whether the disk it is on is connected.',
    pl: 'Nie ma tu pliku {file}. Sprawdź ścieżkę oraz to, czy dysk, na którym leży plik, jest podłączony.',
  },
  'import.file-unreadable': {
    cs: 'Soubor {file} se nedá číst ({reason}). Zkontrolujte oprávnění a zda ho nemá otevřený jiný program.',
    en: 'The file {file} cannot be read ({reason}). Check its permissions, and whether another program holds it open.',
    pl: 'Nie można odczytać pliku {file} ({reason}). Sprawdź uprawnienia oraz to, czy nie jest otwarty w innym programie.',
  },
  'import.not-a-file': {
    cs: '{file} není soubor. Vyberte jednotlivý soubor, ne složku ani zařízení.',
    en: '{file} is not a file. Choose a single file, not a folder or a device.',
    pl: '{file} nie jest plikiem. Wybierz pojedynczy plik, a nie folder ani urządzenie.',
  },
  'import.file-changed': {
    cs: 'Soubor {file} se během čtení změnil nebo zmizel. Nic se neuložilo. Počkejte, až bude dopsán, a načtěte ho znovu.',
    en: 'The file {file} changed or vanished while it was being read. Nothing was saved. Wait until it is complete and load it again.',
    pl: 'Plik {file} zmienił się lub zniknął podczas odczytu. Nic nie zapisano. Poczekaj, aż będzie kompletny, i wczytaj go ponownie.',
  },
  'import.empty-file': {
    cs: 'Soubor {file} je prázdný: neobsahuje ani jeden řádek s textem.',
    en: 'The file {file} is empty: it does not hold a single line of text.',
    pl: 'Plik {file} jest pusty: nie zawiera ani jednego wiersza tekstu.',
  },
  'import.not-text': {
    cs: 'Soubor {file} není text. Podle obsahu jde o: {kind}. Uložte data jako CSV a načtěte je znovu.',
    en: 'The file {file} is not text. By its content it is: {kind}. Save the data as CSV and load that.',
    pl: 'Plik {file} nie jest tekstem. Sądząc po zawartości, to: {kind}. Zapisz dane jako CSV i wczytaj je ponownie.',
  },
  'import.empty-folder': {
    cs: 'Ve složce {file} nejsou žádné soubory.',
    en: 'There are no files in the folder {file}.',
    pl: 'W folderze {file} nie ma żadnych plików.',
  },
  'import.too-many-members': {
    cs: 'Uvnitř {file} je {members, number} souborů, najednou jich přečteme nejvýš {limit, number}. Rozdělte je do menších složek.',
    en: 'There are {members, number} files in {file}; at most {limit, number} are read at once. Divide them into smaller folders.',
    pl: 'W {file} jest {members, number} plików; naraz czytamy najwyżej {limit, number}. Podziel je na mniejsze foldery.',
  },
  'import.personal-data': {
    cs: 'Soubor {file} podle všeho obsahuje osobní údaje: sloupec „{column}“ vypadá jako {kind, select, birth_number {rodná čísla} pesel {čísla PESEL} email {e-mailové adresy} phone {telefonní čísla} bank_account {čísla účtů} other {jméno s datem narození}}{count, plural, one {} other { (dotčené sloupce: {columns})}}. Nic se nenačetlo. U každého sloupce zvolte: vynechat, nahradit pseudonymem, nebo uvést právní důvod pro ponechání.',
    en: 'The file {file} seems to hold personal data: the column “{column}” looks like {kind, select, birth_number {birth numbers} pesel {PESEL numbers} email {e-mail addresses} phone {telephone numbers} bank_account {account numbers} other {a name with a date of birth}}{count, plural, one {} other { (columns concerned: {columns})}}. Nothing was loaded. For each column choose: leave it out, replace it by a pseudonym, or state the legal ground for keeping it.',
    pl: 'Plik {file} najwyraźniej zawiera dane osobowe: kolumna „{column}” wygląda na {kind, select, birth_number {numery urodzenia (rodné číslo)} pesel {numery PESEL} email {adresy e-mail} phone {numery telefonów} bank_account {numery rachunków} other {imię i nazwisko z datą urodzenia}}{count, plural, one {} other { (kolumny, których to dotyczy: {columns})}}. Nic nie wczytano. Dla każdej kolumny wybierz: pomiń, zastąp pseudonimem albo podaj podstawę prawną zachowania.',
  },
  'import.append-unlike': {
    cs: 'Tabulku {table} nelze připojit k tabulce {first}: nemají společné sloupce, nebo jde o formát, který se načítá po pozorováních. Načtěte je každou zvlášť.',
    en: 'The table {table} cannot be appended to {first}: they share no columns, or the format loads by observations. Load each of them on its own.',
    pl: 'Nie można dołączyć tabeli {table} do tabeli {first}: nie mają wspólnych kolumn albo jest to format wczytywany po obserwacjach. Wczytaj każdą osobno.',
  },
  'import.no-tables': {
    cs: 'V souboru {file} není žádná tabulka s daty.',
    en: 'The file {file} holds no table with data.',
    pl: 'W pliku {file} nie ma żadnej tabeli z danymi.',
  },
  'import.unknown-table': {
    cs: 'V souboru {file} není tabulka „{table}“. Jsou v něm: {tables}.',
    en: 'The file {file} holds no table “{table}”. It holds: {tables}.',
    pl: 'W pliku {file} nie ma tabeli „{table}”. Są w nim: {tables}.',
  },
  'import.unknown-encoding': {
    cs: 'Kódování „{encoding}“ neznáme. Použijte jedno z těchto: {known}.',
    en: 'The encoding “{encoding}” is not known. Use one of these: {known}.',
    pl: 'Nie znamy kodowania „{encoding}”. Użyj jednego z następujących: {known}.',
  },
  'import.name-taken': {
    cs: 'Datová sada „{name}“ už v projektu je. Zvolte jiný název, nebo nejdřív odeberte tu stávající.',
    en: 'The project already has a data set “{name}”. Choose another name, or remove the existing one first.',
    pl: 'W projekcie jest już zbiór danych „{name}”. Wybierz inną nazwę albo najpierw usuń istniejący zbiór.',
  },
  'import.bad-name': {
    cs: '„{name}“ nemůže být názvem datové sady. V čisté podobě by to bylo „{plain}“; použijte malá písmena, číslice a podtržítka.',
    en: '“{name}” cannot be the name of a data set. In plain form it would be “{plain}”; use lower-case letters, digits and underscores.',
    pl: '„{name}” nie może być nazwą zbioru danych. W prostej postaci byłoby to „{plain}”; użyj małych liter, cyfr i podkreśleń.',
  },
  'import.bad-layout': {
    cs: 'Zadané rozložení souboru {file} nesedí: na řádku {line} nezačíná záznam. Upravte řádek záhlaví nebo počet úvodních řádků.',
    en: 'The given layout does not fit the file {file}: no record starts at line {line}. Correct the header line or the number of lines before it.',
    pl: 'Podany układ nie pasuje do pliku {file}: w wierszu {line} nie zaczyna się żaden rekord. Popraw wiersz nagłówka lub liczbę wierszy początkowych.',
  },
  'import.unknown-column': {
    cs: 'Soubor {file} nemá sloupec „{column}“, pro který jste zadali typ nebo roli. Sloupce jsou: {columns}.',
    en: 'The file {file} has no column “{column}”, for which you gave a type or a role. Its columns are: {columns}.',
    pl: 'Plik {file} nie ma kolumny „{column}”, dla której podano typ lub rolę. Kolumny to: {columns}.',
  },
  'import.too-many-columns': {
    cs: 'Soubor {file} má {columns, number} sloupců; načíst jich umíme nejvýše {limit, number}. Převeďte ho do dlouhého tvaru nebo ho rozdělte.',
    en: 'The file {file} has {columns, number} columns; at most {limit, number} can be loaded. Turn it into long form or split it.',
    pl: 'Plik {file} ma {columns, number} kolumn; możemy wczytać najwyżej {limit, number}. Przekształć go do postaci długiej lub podziel.',
  },
  'import.record-too-long': {
    cs: 'V souboru {file} má záznam od řádku {line, number} více než {limit, number} MB. Nejspíš chybí konce řádků nebo uvozovka, která text uzavírá.',
    en: 'In the file {file} the record starting at line {line, number} is longer than {limit, number} MB. Line ends, or a closing quote, are probably missing.',
    pl: 'W pliku {file} rekord od wiersza {line, number} ma ponad {limit, number} MB. Prawdopodobnie brakuje końców wierszy lub cudzysłowu zamykającego.',
  },
  'import.too-many-rejects': {
    cs: 'Ze souboru {file} nelze načíst {rejected, number} z {read, number} záznamů, proto jsme nic neuložili. První je na řádku {line, number} ({reason, select, too_few_fields {málo polí} too_many_fields {příliš mnoho polí} unclosed_quote {neuzavřená uvozovka} broken_characters {poškozené znaky} nul_byte {nulový bajt} not_eurostat_cell {buňka mimo pravidla Eurostatu} not_eurostat_key {klíč s jiným počtem dimenzí} other {jiný důvod}}). Zkontrolujte oddělovač, uvozovky a řádek záhlaví.',
    en: '{rejected, number} of the {read, number} records of {file} cannot be loaded, so nothing was saved. The first is at line {line, number} ({reason, select, too_few_fields {too few fields} too_many_fields {too many fields} unclosed_quote {a quote never closed} broken_characters {broken characters} nul_byte {a NUL byte} not_eurostat_cell {a cell outside Eurostat’s rules} not_eurostat_key {a key with another number of dimensions} other {another reason}}). Check the delimiter, the quotes and the header line.',
    pl: 'Z pliku {file} nie można wczytać {rejected, number} z {read, number} rekordów, dlatego nic nie zapisano. Pierwszy jest w wierszu {line, number} ({reason, select, too_few_fields {za mało pól} too_many_fields {za dużo pól} unclosed_quote {niezamknięty cudzysłów} broken_characters {uszkodzone znaki} nul_byte {bajt zerowy} not_eurostat_cell {komórka niezgodna z regułami Eurostatu} not_eurostat_key {klucz z inną liczbą wymiarów} other {inny powód}}). Sprawdź separator, cudzysłowy i wiersz nagłówka.',
  },
  'import.not-eurostat': {
    cs: 'Soubor {file} není Eurostat TSV: první buňka má tvar „dimenze,dimenze\\čas“, ale tady je „{cell}“.',
    en: 'The file {file} is not a Eurostat TSV: its first cell should look like “dimension,dimension\\time”, but it is “{cell}”.',
    pl: 'Plik {file} nie jest plikiem Eurostat TSV: pierwsza komórka powinna mieć postać „wymiar,wymiar\\czas”, a jest „{cell}”.',
  },
})
