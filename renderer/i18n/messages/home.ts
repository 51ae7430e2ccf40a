import { defineMessages } from '../define'

export const homeMessages = defineMessages({
  'home.title': { cs: 'Vaše projekty', en: 'Your projects', pl: 'Twoje projekty' },
  'home.subtitle': {
    cs: 'Projekt je jeden soubor s daty, analýzami a zprávami. Zůstává na vašem počítači.',
    en: 'A project is one file with data, analyses and reports. It stays on your computer.',
    pl: 'Projekt to jeden plik z danymi, analizami i raportami. Pozostaje na Twoim komputerze.',
  },
  'home.ways': { cs: 'Jak začít', en: 'Ways to begin', pl: 'Jak zacząć' },
  'home.new': { cs: 'Nový projekt', en: 'New project', pl: 'Nowy projekt' },
  'home.newText': {
    cs: 'Zvolíte název a složku, potom importujete první soubor.',
    en: 'Choose a name and a folder, then import the first file.',
    pl: 'Wybierz nazwę i folder, a potem zaimportuj pierwszy plik.',
  },
  'home.open': { cs: 'Otevřít projekt', en: 'Open a project', pl: 'Otwórz projekt' },
  'home.openText': {
    cs: 'Soubor .duckdb z tohoto počítače nebo ze sdílené složky.',
    en: 'A .duckdb file on this computer or in a shared folder.',
    pl: 'Plik .duckdb na tym komputerze lub w folderze współdzielonym.',
  },
  'home.sample': { cs: 'Ukázkový kraj', en: 'Sample region', pl: 'Region przykładowy' },
  'home.sampleText': {
    cs: 'Smyšlený kraj se 180 obcemi k vyzkoušení všeho, co aplikace umí.',
    en: 'A fictional region of 180 municipalities to try everything on.',
    pl: 'Fikcyjny region ze 180 gminami, na którym można wszystko wypróbować.',
  },
  'home.recent': { cs: 'Naposledy otevřené', en: 'Recently opened', pl: 'Ostatnio otwierane' },
  'home.noRecent': {
    cs: 'Zatím jste žádný projekt neotevřeli.',
    en: 'You have not opened any project yet.',
    pl: 'Nie otwarto jeszcze żadnego projektu.',
  },
  'home.missing': { cs: 'soubor zde není', en: 'the file is not there', pl: 'pliku tu nie ma' },
  'home.forget': {
    cs: 'Odebrat {name} ze seznamu',
    en: 'Remove {name} from the list',
    pl: 'Usuń {name} z listy',
  },
  'home.dropHint': {
    cs: 'Soubor můžete také pustit kamkoli do okna.',
    en: 'You can also drop a file anywhere on the window.',
    pl: 'Plik można też upuścić w dowolnym miejscu okna.',
  },
  'home.opening': { cs: 'Otevírá se {path}…', en: 'Opening {path}…', pl: 'Otwieranie {path}…' },
  'home.restore': {
    cs: 'Obnovit předchozí dobrý stav',
    en: 'Restore the previous good state',
    pl: 'Przywróć poprzedni dobry stan',
  },
  'home.openProject': { cs: 'Otevřen: {name}', en: 'Open: {name}', pl: 'Otwarty: {name}' },
  'home.projectFacts': {
    cs: '{dataSets, plural, =0 {Zatím žádná data} one {# datová sada} few {# datové sady} other {# datových sad}}, {runs, plural, =0 {zatím žádná zpráva} one {# zpráva} few {# zprávy} other {# zpráv}}',
    en: '{dataSets, plural, =0 {No data yet} one {# data set} other {# data sets}}, {runs, plural, =0 {no report yet} one {# report} other {# reports}}',
    pl: '{dataSets, plural, =0 {Nie ma jeszcze danych} one {# zbiór danych} few {# zbiory danych} other {# zbiorów danych}}, {runs, plural, =0 {nie ma jeszcze raportów} one {# raport} few {# raporty} other {# raportów}}',
  },
  'home.goOn': { cs: 'Pokračovat k datům', en: 'Go on to the data', pl: 'Przejdź do danych' },
  'home.close': { cs: 'Zavřít projekt', en: 'Close the project', pl: 'Zamknij projekt' },
})
