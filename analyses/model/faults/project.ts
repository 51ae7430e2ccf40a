import { defineFaults } from './define'

/** The project file itself: opening it, who holds it, damage, safety copies. */
export const projectFaults = defineFaults({
  'project.key-sealed': {
    cs: 'Klíč k pseudonymům tohoto projektu je uložen v systémovém úložišti klíčů, ke kterému má přístup jen okno aplikace pod účtem, který ho vytvořil. Načtěte soubor v okně.',
    en: 'The key to the pseudonyms of this project lies in the system’s key store, which only the window of the app can reach, under the account that made it. Import the file in the window.',
    pl: 'Klucz do pseudonimów tego projektu leży w systemowym magazynie kluczy, do którego dostęp ma tylko okno aplikacji na koncie, które go utworzyło. Zaimportuj plik w oknie.',
  },
  'project.key-unreadable': {
    cs: 'Klíč k pseudonymům tohoto projektu nelze přečíst ({detail}). Obnovte ho ze zálohy; s jiným klíčem by tatáž osoba dostala jiný pseudonym.',
    en: 'The key to the pseudonyms of this project cannot be read ({detail}). Restore it from a backup; under another key the same person would get another pseudonym.',
    pl: 'Nie można odczytać klucza do pseudonimów tego projektu ({detail}). Przywróć go z kopii zapasowej; przy innym kluczu ta sama osoba otrzymałaby inny pseudonim.',
  },
  'project.key-unwritable': {
    cs: 'Klíč k pseudonymům nelze uložit ({detail}). Bez něj pseudonymy nevytváříme. Ověřte, že do složky s nastavením smíte zapisovat a že je na disku místo.',
    en: 'The key to the pseudonyms cannot be stored ({detail}). Without it no pseudonyms are made. Check that you may write to the settings folder and that the disk has free space.',
    pl: 'Nie można zapisać klucza do pseudonimów ({detail}). Bez niego nie tworzymy pseudonimów. Sprawdź, czy masz prawo zapisu w folderze ustawień i czy na dysku jest miejsce.',
  },
  'project.missing': {
    cs: 'Projekt {file} neexistuje. Ověřte, zda nebyl přesunut nebo přejmenován.',
    en: 'The project {file} does not exist. Check whether it was moved or renamed.',
    pl: 'Projekt {file} nie istnieje. Sprawdź, czy nie został przeniesiony lub ma inną nazwę.',
  },
  'project.unreadable': {
    cs: 'Soubor {file} nelze přečíst ({detail}). Ověřte, že k němu máte přístup a že disk je připojen.',
    en: 'The file {file} cannot be read ({detail}). Check that you have access to it and that the disk is connected.',
    pl: 'Nie można odczytać pliku {file} ({detail}). Sprawdź, czy masz do niego dostęp i czy dysk jest podłączony.',
  },
  'project.unwritable': {
    cs: 'Projekt {file} nelze vytvořit ({detail}). Vyberte složku, do které smíte zapisovat a na jejímž disku je místo.',
    en: 'The project {file} cannot be made ({detail}). Choose a folder where you may write, on a disk with free space.',
    pl: 'Nie można utworzyć projektu {file} ({detail}). Wybierz folder, w którym masz prawo zapisu, na dysku z wolnym miejscem.',
  },
  'project.empty': {
    cs: 'Soubor {file} je prázdný, žádný projekt v něm není. Otevřete jiný soubor, nebo tento smažte a založte projekt znovu.',
    en: 'The file {file} is empty, there is no project in it. Open another file, or delete this one and make the project anew.',
    pl: 'Plik {file} jest pusty, nie ma w nim żadnego projektu. Otwórz inny plik albo usuń ten i utwórz projekt od nowa.',
  },
  'project.not-a-project': {
    cs: 'Soubor {file} není databáze DuckDB, takže v něm projekt být nemůže. Nezměnili jsme ho. Chcete-li z něj načíst data, použijte import.',
    en: 'The file {file} is not a DuckDB database, so it cannot hold a project. We did not change it. To read data from it, use the import.',
    pl: 'Plik {file} nie jest bazą danych DuckDB, więc nie może zawierać projektu. Nie zmieniliśmy go. Aby wczytać z niego dane, użyj importu.',
  },
  'project.damaged': {
    cs: 'Projekt {file} je poškozen: {reason, select, short {soubor je kratší, než má být} header {hlavička souboru nesouhlasí s kontrolním součtem} log {žurnál změn nelze přečíst} counts {tabulky nemají zaznamenaný počet řádků} other {data nesouhlasí s kontrolním součtem}}. Nic jsme v něm nezměnili. Vraťte se k předchozímu dobrému stavu, nebo otevřete svou zálohu.',
    en: 'The project {file} is damaged: {reason, select, short {the file is shorter than it should be} header {the header of the file does not match its checksum} log {the log of changes cannot be read} counts {tables do not have the recorded number of rows} other {the data do not match their checksum}}. We changed nothing in it. Go back to the previous good state, or open your backup.',
    pl: 'Projekt {file} jest uszkodzony: {reason, select, short {plik jest krótszy, niż powinien być} header {nagłówek pliku nie zgadza się z sumą kontrolną} log {nie można odczytać dziennika zmian} counts {tabele nie mają zapisanej liczby wierszy} other {dane nie zgadzają się z sumą kontrolną}}. Niczego w nim nie zmieniliśmy. Wróć do poprzedniego dobrego stanu albo otwórz swoją kopię zapasową.',
  },
  'project.tables-gone': {
    cs: 'Z projektu {file} zmizely tabulky, které v něm byly ({tables}). Nic jsme v něm nezměnili. Vraťte se k předchozímu dobrému stavu, nebo otevřete svou zálohu.',
    en: 'Tables that were in the project {file} are gone ({tables}). We changed nothing in it. Go back to the previous good state, or open your backup.',
    pl: 'Z projektu {file} zniknęły tabele, które w nim były ({tables}). Niczego w nim nie zmieniliśmy. Wróć do poprzedniego dobrego stanu albo otwórz swoją kopię zapasową.',
  },
  'project.newer': {
    cs: 'Projekt vytvořila novější verze Workbenche (formát {format}, tato verze zná nejvýše {known}). Nezměnili jsme ho. Nainstalujte novější verzi.',
    en: 'The project was made by a newer workbench (format {format}, this version knows up to {known}). We did not change it. Install the newer version.',
    pl: 'Projekt utworzyła nowsza wersja Workbencha (format {format}, ta wersja zna najwyżej {known}). Nie zmieniliśmy go. Zainstaluj nowszą wersję.',
  },
  'project.newer-storage': {
    cs: 'Soubor {file} zapsala novější verze DuckDB (verze úložiště {format}, tato verze čte nejvýše {known}). Nezměnili jsme ho. Uložte jej v DuckDB s volbou STORAGE_VERSION „v1.4.0“, nebo nainstalujte novější Workbench.',
    en: 'The file {file} was written by a newer DuckDB (storage version {format}, this version reads up to {known}). We did not change it. Save it in DuckDB with STORAGE_VERSION “v1.4.0”, or install a newer workbench.',
    pl: 'Plik {file} zapisała nowsza wersja DuckDB (wersja formatu {format}, ta wersja czyta najwyżej {known}). Nie zmieniliśmy go. Zapisz go w DuckDB z opcją STORAGE_VERSION „v1.4.0” albo zainstaluj nowszy Workbench.',
  },
  'project.locked': {
    cs: 'Projekt {file} má právě otevřený {app} (proces {pid} na počítači {host}, od {since}). Zavřete ho tam a zkuste to znovu. Pokud tam už nic neběží, smažte soubor {lock}.',
    en: 'The project {file} is open in {app} (process {pid} on {host}, since {since}). Close it there and try again. If nothing runs there any more, delete the file {lock}.',
    pl: 'Projekt {file} jest właśnie otwarty w programie {app} (proces {pid} na komputerze {host}, od {since}). Zamknij go tam i spróbuj ponownie. Jeśli nic już tam nie działa, usuń plik {lock}.',
  },
  'project.read-only': {
    cs: 'Projekt {file} je jen pro čtení, nelze do něj zapisovat. Zkopírujte ho do složky, kam smíte zapisovat, a otevřete kopii.',
    en: 'The project {file} is for reading only and cannot be written to. Copy it to a folder where you may write and open the copy.',
    pl: 'Projekt {file} jest tylko do odczytu i nie można w nim zapisywać. Skopiuj go do folderu, w którym masz prawo zapisu, i otwórz kopię.',
  },
  'project.opened-read-only': {
    cs: 'Do souboru {file} nebo jeho složky nelze zapisovat, projekt je proto otevřen jen pro čtení.',
    en: 'The file {file} or its folder cannot be written to, so the project is open for reading only.',
    pl: 'Nie można zapisywać w pliku {file} lub w jego folderze, dlatego projekt jest otwarty tylko do odczytu.',
  },
  'project.recovered': {
    cs: 'Minule se projekt {file} nezavřel řádně. Zkontrolovali jsme ho celý a vše uložené je v pořádku.',
    en: 'Last time the project {file} was not closed properly. We checked all of it and everything saved is in order.',
    pl: 'Ostatnim razem projekt {file} nie został prawidłowo zamknięty. Sprawdziliśmy go w całości i wszystko, co zapisano, jest w porządku.',
  },
  'project.changed-outside': {
    cs: 'Soubor {file} změnil od posledního zavření jiný program. Zkontrolovali jsme ho celý a je v pořádku.',
    en: 'Another program has changed the file {file} since it was last closed. We checked all of it and it is in order.',
    pl: 'Od ostatniego zamknięcia plik {file} zmienił inny program. Sprawdziliśmy go w całości i jest w porządku.',
  },
  'project.no-room-for-copy': {
    cs: 'Na disku není místo pro bezpečnostní kopii projektu {file}. Pracovat můžete, ale předchozí stav nepůjde vrátit. Uvolněte místo na disku.',
    en: 'There is no room on the disk for the safety copy of the project {file}. You can work, but the previous state cannot be had back. Free some space on the disk.',
    pl: 'Na dysku nie ma miejsca na kopię bezpieczeństwa projektu {file}. Możesz pracować, ale poprzedniego stanu nie będzie można przywrócić. Zwolnij miejsce na dysku.',
  },
  'project.no-previous': {
    cs: 'K projektu {file} není uložen žádný předchozí stav, ke kterému by se šlo vrátit. Použijte svou zálohu.',
    en: 'There is no previous state of the project {file} to go back to. Use your own backup.',
    pl: 'Nie ma zapisanego poprzedniego stanu projektu {file}, do którego można by wrócić. Użyj własnej kopii zapasowej.',
  },
})
