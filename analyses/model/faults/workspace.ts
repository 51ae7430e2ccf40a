import { defineFaults } from './define'

/** Faults of what a project holds, of checking a run again, and of the command line. */
export const workspaceFaults = defineFaults({
  'project.none': {
    cs: 'Není otevřen žádný projekt. Otevřete projekt nebo založte nový.',
    en: 'No project is open. Open a project or make a new one.',
    pl: 'Żaden projekt nie jest otwarty. Otwórz projekt albo utwórz nowy.',
  },
  'project.no-data-set': {
    cs: 'Projekt nemá datovou sadu „{name}“. Vyberte jinou, nebo soubor nejdřív nahrajte.',
    en: 'The project has no data set "{name}". Choose another one, or import the file first.',
    pl: 'Projekt nie ma zbioru danych „{name}”. Wybierz inny albo najpierw wczytaj plik.',
  },
  'project.no-run': {
    cs: 'Projekt nemá běh „{run}“. Mezitím byl možná odstraněn; spusťte analýzu znovu.',
    en: 'The project has no run "{run}". It may have been removed; run the analysis again.',
    pl: 'Projekt nie ma uruchomienia „{run}”. Mogło zostać usunięte; uruchom analizę ponownie.',
  },
  'project.no-sample': {
    cs: 'Ukázkový kraj v této instalaci chybí. Nainstalujte Workbench znovu.',
    en: 'The sample region is missing from this installation. Install the workbench again.',
    pl: 'W tej instalacji brakuje przykładowego regionu. Zainstaluj program ponownie.',
  },
  'table.no-column': {
    cs: 'Tabulka nemá sloupec „{column}“. Obnovte zobrazení a zkuste to znovu.',
    en: 'The table has no column "{column}". Refresh the view and try again.',
    pl: 'Tabela nie ma kolumny „{column}”. Odśwież widok i spróbuj ponownie.',
  },
  'table.none': {
    cs: 'Tabulka „{table}“ tu není. Vyberte jinou ze seznamu.',
    en: 'There is no table "{table}". Choose another one from the list.',
    pl: 'Nie ma tabeli „{table}”. Wybierz inną z listy.',
  },
  'pack.unknown': {
    cs: 'Analýza „{pack}“ není k dispozici. Příkaz „workbench packs“ vypíše ty, které jsou.',
    en: 'There is no analysis "{pack}". "workbench packs" lists those there are.',
    pl: 'Nie ma analizy „{pack}”. Polecenie „workbench packs” wypisze dostępne.',
  },
  'pack.is-broken': {
    cs: 'Analýzu „{pack}“ nelze načíst: {reason}',
    en: 'The analysis "{pack}" cannot be read: {reason}',
    pl: 'Nie można odczytać analizy „{pack}”: {reason}',
  },
  'verify.not-a-record': {
    cs: 'Soubor není záznam běhu z Workbenche ({detail}). Zvolte soubor, který vznikl příkazem „run --json“ nebo exportem JSON.',
    en: 'The file is not a run record of the workbench ({detail}). Choose a file made by "run --json" or by the JSON export.',
    pl: 'Plik nie jest zapisem uruchomienia ({detail}). Wybierz plik utworzony poleceniem „run --json” albo eksportem JSON.',
  },
  'verify.input-missing': {
    cs: 'Vstup „{need}“ ({file}) se nenašel. Ukažte na něj volbou --input {need}=SOUBOR, nebo uveďte projekt volbou --project.',
    en: 'The input "{need}" ({file}) was not found. Point to it with --input {need}=FILE, or name the project with --project.',
    pl: 'Nie znaleziono danych „{need}” ({file}). Wskaż je opcją --input {need}=PLIK albo podaj projekt opcją --project.',
  },
  'verify.input-changed': {
    cs: 'Vstup „{need}“ ({file}) není tentýž soubor, ze kterého běh vznikl: jeho otisk SHA-256 se liší. Najděte původní soubor.',
    en: 'The input "{need}" ({file}) is not the file the run was made from: its SHA-256 differs. Find the original file.',
    pl: 'Dane „{need}” ({file}) to nie ten plik, z którego powstało uruchomienie: skrót SHA-256 jest inny. Znajdź pierwotny plik.',
  },
  'verify.other-version': {
    cs: 'Běh vznikl v analýze {pack} {recorded}, zde je verze {here}. Čísla se mohla změnit s verzí.',
    en: 'The run was made by {pack} {recorded}; here is version {here}. Numbers may have changed with the version.',
    pl: 'Uruchomienie powstało w analizie {pack} {recorded}; tutaj jest wersja {here}. Liczby mogły się zmienić wraz z wersją.',
  },
  'recipe.not-a-recipe': {
    cs: 'Soubor {file} není recept importu: {detail}. Vyberte soubor, který vznikl uložením receptu.',
    en: 'The file {file} is not an import recipe: {detail}. Choose a file that was made by saving a recipe.',
    pl: 'Plik {file} nie jest przepisem importu: {detail}. Wybierz plik powstały przez zapisanie przepisu.',
  },
  'data.fixed-types': {
    cs: 'Typy sloupců v datech {dataSet} určuje formát souboru; zde je měnit nelze.',
    en: 'The types of the columns of {dataSet} are set by the format of the file; they cannot be changed here.',
    pl: 'Typy kolumn w danych {dataSet} wyznacza format pliku; nie można ich tu zmienić.',
  },
  'data.others-made-from': {
    cs: 'Z datové sady „{name}“ {count, plural, one {vznikla další: {others}} few {vznikly další: {others}} other {vznikly další: {others}}}. Odeberte i {count, plural, one {ji} other {je}}, nebo sadu „{name}“ ponechte.',
    en: 'From the data set "{name}", {count, plural, one {another was made: {others}} other {others were made: {others}}}. Remove {count, plural, one {it} other {them}} too, or keep "{name}".',
    pl: 'Ze zbioru danych „{name}” {count, plural, one {powstał inny: {others}} few {powstały inne: {others}} other {powstały inne: {others}}}. Usuń także {count, plural, one {go} other {je}} albo zachowaj „{name}”.',
  },
  'data.is-made': {
    cs: 'Datová sada „{name}“ vznikla převodem sady „{from}“ a nemá vlastní soubor. Proveďte změnu v sadě „{from}“; převod se přizpůsobí sám.',
    en: 'The data set "{name}" was made by converting "{from}" and has no file of its own. Make the change in "{from}"; the conversion follows by itself.',
    pl: 'Zbiór danych „{name}” powstał z przeliczenia zbioru „{from}” i nie ma własnego pliku. Zmień zbiór „{from}”; przeliczenie dostosuje się samo.',
  },
  'data.no-column': {
    cs: 'V datech {dataSet} není sloupec „{column}“.',
    en: 'The data {dataSet} have no column “{column}”.',
    pl: 'W danych {dataSet} nie ma kolumny „{column}”.',
  },
  'cli.unreadable': {
    cs: 'Soubor {file} nelze přečíst ({detail}). Zkontrolujte cestu a oprávnění.',
    en: 'The file {file} cannot be read ({detail}). Check the path and the permissions.',
    pl: 'Nie można odczytać pliku {file} ({detail}). Sprawdź ścieżkę i uprawnienia.',
  },
  'cli.bad-options': {
    cs: 'Soubor s volbami importu {file} neplatí: {detail}. Opravte ho a spusťte příkaz znovu.',
    en: 'The import options in {file} are not valid: {detail}. Correct the file and run the command again.',
    pl: 'Opcje importu w pliku {file} są nieprawidłowe: {detail}. Popraw plik i uruchom polecenie ponownie.',
  },
})
