import { defineFaults } from './define'

/** Faults of text files in sections: InfluxDB annotated CSV, Pabulib. */
export const importDelimitedFaults = defineFaults({
  'import.no-influx-header': {
    cs: 'Soubor {file} má anotace InfluxDB, ale žádný řádek s názvy sloupců. Exportujte ho znovu, nebo ho načtěte jako obyčejné CSV.',
    en: 'The file {file} has annotations of InfluxDB but no line with names of columns. Export it again, or load it as plain CSV.',
    pl: 'Plik {file} ma adnotacje InfluxDB, ale żadnego wiersza z nazwami kolumn. Wyeksportuj go ponownie albo wczytaj jako zwykły CSV.',
  },
  'import.too-many-influx-tables': {
    cs: 'Soubor {file} má více než {limit, number} tabulek s různými sloupci. Rozdělte dotaz, aby odpověď měla méně druhů tabulek.',
    en: 'The file {file} holds more than {limit, number} tables with different columns. Split the query so that its answer has fewer kinds of tables.',
    pl: 'Plik {file} zawiera ponad {limit, number} tabel o różnych kolumnach. Podziel zapytanie, aby odpowiedź miała mniej rodzajów tabel.',
  },
  'import.not-fixed-width': {
    cs: 'V souboru {file} nestojí hodnoty ve sloupcích pod sebou, takže podle polohy se číst nedá. Nechte formát odhadnout, nebo zvolte oddělovač.',
    en: 'In the file {file} the values do not stand in columns under one another, so it cannot be read by position. Let the format be guessed, or choose a delimiter.',
    pl: 'W pliku {file} wartości nie stoją w kolumnach jedna pod drugą, więc nie można go odczytać według położenia. Pozwól odgadnąć format albo wybierz separator.',
  },
  'import.no-pabulib-votes': {
    cs: 'Soubor {file} není úplný soubor Pabulib: chybí v něm oddíl {section}. Stáhněte ho znovu.',
    en: 'The file {file} is no complete Pabulib file: its section {section} is missing. Download it again.',
    pl: 'Plik {file} nie jest kompletnym plikiem Pabulib: brakuje w nim sekcji {section}. Pobierz go ponownie.',
  },
})
