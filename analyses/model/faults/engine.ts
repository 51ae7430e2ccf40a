import { defineFaults } from './define'

export const engineFaults = defineFaults({
  'engine.cancelled': {
    cs: 'Práce byla zrušena. Nic se nezměnilo.',
    en: 'The work was cancelled. Nothing was changed.',
    pl: 'Praca została anulowana. Nic się nie zmieniło.',
  },
  'engine.bug': {
    cs: 'Ve Workbenchi nastala chyba, kterou jsme nečekali ({detail}). Uložená data jsou v pořádku. Pošlete nám prosím tento text.',
    en: 'Something failed in the workbench that we did not expect ({detail}). Saved data are intact. Please send us this text.',
    pl: 'W programie wystąpił błąd, którego nie przewidzieliśmy ({detail}). Zapisane dane są bezpieczne. Prosimy o przesłanie nam tego tekstu.',
  },
  'engine.sql': {
    cs: 'Dotaz nelze provést: {detail}',
    en: 'The query cannot be run: {detail}',
    pl: 'Nie można wykonać zapytania: {detail}',
  },
  'engine.out-of-memory': {
    cs: 'Na tuto práci nestačí paměť. Nic se nezměnilo. Omezte výběr (méně období, území nebo sloupců) a zkuste to znovu.',
    en: 'There is not enough memory for this work. Nothing was changed. Narrow the selection (fewer periods, territories or columns) and try again.',
    pl: 'Brakuje pamięci do wykonania tej pracy. Nic się nie zmieniło. Zawęź wybór (mniej okresów, obszarów lub kolumn) i spróbuj ponownie.',
  },
  'engine.disk-full': {
    cs: 'Na disku došlo místo. Neuložilo se nic z této práce, dříve uložená data jsou v pořádku. Uvolněte místo na disku a zkuste to znovu.',
    en: 'The disk is full. Nothing of this work was saved, data saved earlier are intact. Free some space on the disk and try again.',
    pl: 'Na dysku zabrakło miejsca. Nic z tej pracy nie zostało zapisane, wcześniej zapisane dane są bezpieczne. Zwolnij miejsce na dysku i spróbuj ponownie.',
  },
  'engine.disk-failed': {
    cs: 'Disk nevykonal čtení nebo zápis ({detail}). Neuložilo se nic z této práce. Ověřte, že je disk připojen a v pořádku, a otevřete projekt znovu.',
    en: 'The disk failed to read or write ({detail}). Nothing of this work was saved. Check that the disk is connected and healthy, then open the project again.',
    pl: 'Dysk nie wykonał odczytu lub zapisu ({detail}). Nic z tej pracy nie zostało zapisane. Sprawdź, czy dysk jest podłączony i sprawny, a potem otwórz projekt ponownie.',
  },
  'engine.read-only': {
    cs: 'Projekt je otevřen jen pro čtení, takže do něj nelze zapisovat. Uložte si jeho kopii do složky, kam smíte zapisovat, a pracujte s ní.',
    en: 'The project is open for reading only, so nothing can be written to it. Save a copy in a folder where you may write and work with the copy.',
    pl: 'Projekt jest otwarty tylko do odczytu, więc nie można w nim nic zapisać. Zapisz jego kopię w folderze, w którym masz prawo zapisu, i pracuj na kopii.',
  },
  'engine.corrupt': {
    cs: 'Soubor projektu je poškozen ({detail}). Nic jsme v něm nezměnili. Obnovte předchozí dobrý stav, nebo otevřete svou zálohu.',
    en: 'The project file is damaged ({detail}). We changed nothing in it. Restore the previous good state, or open your backup.',
    pl: 'Plik projektu jest uszkodzony ({detail}). Niczego w nim nie zmieniliśmy. Przywróć poprzedni dobry stan albo otwórz swoją kopię zapasową.',
  },
  'engine.extension-missing': {
    cs: 'Dotaz potřebuje rozšíření databáze „{extension}“, které Workbench neobsahuje a ze sítě nikdy nestahuje. Přepište dotaz bez něj.',
    en: 'The query needs the database extension “{extension}”, which the workbench does not contain and never downloads. Rewrite the query without it.',
    pl: 'Zapytanie wymaga rozszerzenia bazy danych „{extension}”, którego Workbench nie zawiera i nigdy nie pobiera z sieci. Przepisz zapytanie bez niego.',
  },
  'engine.access-denied': {
    cs: 'Dotaz chtěl pracovat se soubory nebo nastavením mimo projekt, což není dovoleno. Data nejprve importujte a dotaz pište jen nad tabulkami projektu.',
    en: 'The query tried to reach files or settings outside the project, which is not allowed. Import the data first and query only tables of the project.',
    pl: 'Zapytanie próbowało sięgnąć do plików lub ustawień poza projektem, co jest niedozwolone. Najpierw zaimportuj dane i pisz zapytania tylko do tabel projektu.',
  },
  'engine.thread-died': {
    cs: 'Databázové jádro se nečekaně zastavilo ({detail}). Neuložila se jen právě prováděná práce; jádro se spouští znovu. Zkuste práci zopakovat.',
    en: 'The database engine stopped unexpectedly ({detail}). Only the work in progress was not saved; the engine is being started again. Try the work once more.',
    pl: 'Silnik bazy danych niespodziewanie się zatrzymał ({detail}). Nie zapisano tylko bieżącej pracy; silnik uruchamia się ponownie. Spróbuj wykonać pracę jeszcze raz.',
  },
})
