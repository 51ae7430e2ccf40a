import { defineMessages } from '../define'

/** Results, the list of reports, charts and exports. */
export const resultMessages = defineMessages({
  'result.title': { cs: 'Výsledek', en: 'Result', pl: 'Wynik' },
  'result.all': { cs: 'Všechny zprávy', en: 'All reports', pl: 'Wszystkie raporty' },
  'result.contents': { cs: 'Obsah zprávy', en: 'Contents', pl: 'Spis treści' },
  'result.export': { cs: 'Uložit zprávu', en: 'Save the report', pl: 'Zapisz raport' },
  'result.findings': { cs: 'Zjištění', en: 'Findings', pl: 'Ustalenia' },
  'result.wholeTable': {
    cs: '{count, plural, one {Celá tabulka ({formatted} řádek)} few {Celá tabulka ({formatted} řádky)} other {Celá tabulka ({formatted} řádků)}}',
    en: '{count, plural, one {Whole table ({formatted} row)} other {Whole table ({formatted} rows)}}',
    pl: '{count, plural, one {Cała tabela ({formatted} wiersz)} few {Cała tabela ({formatted} wiersze)} other {Cała tabela ({formatted} wierszy)}}',
  },
  'result.shortTable': {
    cs: 'Tabulka jako ve zprávě',
    en: 'Table as in the report',
    pl: 'Tabela jak w raporcie',
  },
  'chart.show': { cs: 'Zobrazit jako', en: 'Show as', pl: 'Pokaż jako' },
  'chart.chart': { cs: 'Graf', en: 'Chart', pl: 'Wykres' },
  'chart.table': { cs: 'Tabulka', en: 'Table', pl: 'Tabela' },
  'chart.failed': {
    cs: 'Graf nelze nakreslit ({detail}). Čísla jsou v tabulce.',
    en: 'The chart cannot be drawn ({detail}). Its numbers are in the table.',
    pl: 'Nie można narysować wykresu ({detail}). Liczby są w tabeli.',
  },
  'reports.subtitle': {
    cs: 'Zprávy sestavené z výsledků a výsledky samotné, nejnovější nahoře.',
    en: 'Reports put together of results, and the results themselves, newest first.',
    pl: 'Raporty złożone z wyników oraz same wyniki, najnowsze na górze.',
  },
  'reports.none': {
    cs: 'Zatím žádný výsledek ani zpráva',
    en: 'No result and no report yet',
    pl: 'Nie ma jeszcze wyników ani raportów',
  },
  'reports.noneText': {
    cs: 'Každá spuštěná analýza zde nechá výsledek se zjištěními, grafy a doklady o datech. Z výsledků sestavíte zprávu; nová zpráva ze šablony analýzy spustí sama.',
    en: 'Every analysis you run leaves its result here, with findings, charts and evidence. Reports are put together of results; a new report of a template runs its analyses by itself.',
    pl: 'Każda wykonana analiza pozostawia tu wynik z ustaleniami, wykresami i źródłami danych. Z wyników powstaje raport; nowy raport z szablonu sam uruchomi potrzebne analizy.',
  },
  'reports.choose': { cs: 'Vybrat analýzu', en: 'Choose an analysis', pl: 'Wybierz analizę' },
  'reports.faults': {
    cs: '{count, plural, one {# upozornění} other {# upozornění}}',
    en: '{count, plural, one {# warning} other {# warnings}}',
    pl: '{count, plural, one {# ostrzeżenie} few {# ostrzeżenia} other {# ostrzeżeń}}',
  },
  'reports.remove': {
    cs: 'Smazat výsledek {title} ({when})',
    en: 'Delete the result {title} ({when})',
    pl: 'Usuń wynik {title} ({when})',
  },
  'reports.removeTitle': { cs: 'Smazat zprávu?', en: 'Delete the report?', pl: 'Usunąć raport?' },
  'reports.removeRunTitle': { cs: 'Smazat výsledek?', en: 'Delete the result?', pl: 'Usunąć wynik?' },
  'reports.removeText': {
    cs: 'Výsledek i jeho tabulky zmizí z projektu. Zprávy, které z něj čerpají, na něj začnou znovu čekat. Uložené soubory a data zůstanou.',
    en: 'The result and its tables leave the project. Reports that draw on it will wait for it again. Saved files and the data stay.',
    pl: 'Wynik i jego tabele znikną z projektu. Raporty, które z niego korzystają, znów będą na niego czekać. Zapisane pliki i dane pozostaną.',
  },
  'reports.removeConfirm': { cs: 'Smazat zprávu', en: 'Delete the report', pl: 'Usuń raport' },
  'reports.removeRunConfirm': { cs: 'Smazat výsledek', en: 'Delete the result', pl: 'Usuń wynik' },
  'reports.removed': {
    cs: 'Zpráva byla smazána: {title}.',
    en: 'The report was deleted: {title}.',
    pl: 'Raport usunięto: {title}.',
  },
  'reports.runRemoved': {
    cs: 'Výsledek byl smazán: {title}.',
    en: 'The result was deleted: {title}.',
    pl: 'Wynik usunięto: {title}.',
  },
  'export.title': { cs: 'Uložit do souboru', en: 'Save to a file', pl: 'Zapisz do pliku' },
  'export.format': { cs: 'Co uložit', en: 'What to save', pl: 'Co zapisać' },
  'export.html': {
    cs: 'celá zpráva, kterou otevře každý prohlížeč i bez připojení',
    en: 'the whole report, for any browser, offline',
    pl: 'cały raport, dla każdej przeglądarki, bez połączenia',
  },
  'export.docx': {
    cs: 'celá zpráva k dalším úpravám v textovém editoru',
    en: 'the whole report, to edit in a word processor',
    pl: 'cały raport do edycji w edytorze tekstu',
  },
  'export.xlsx': {
    cs: 'všechny tabulky jako listy sešitu',
    en: 'all tables as sheets of a workbook',
    pl: 'wszystkie tabele jako arkusze skoroszytu',
  },
  'export.pdf': {
    cs: 'celá zpráva k tisku a archivaci',
    en: 'the whole report, to print and to file',
    pl: 'cały raport do druku i archiwum',
  },
  'export.svg': {
    cs: 'jeden graf jako vektorový obrázek',
    en: 'one chart as a vector picture',
    pl: 'jeden wykres jako grafika wektorowa',
  },
  'export.png': {
    cs: 'jeden graf jako obrázek',
    en: 'one chart as a picture',
    pl: 'jeden wykres jako obraz',
  },
  'export.csv': {
    cs: 'jedna tabulka pro tabulkový procesor',
    en: 'one table, for spreadsheets',
    pl: 'jedna tabela dla arkusza kalkulacyjnego',
  },
  'export.arrow': {
    cs: 'jedna tabulka pro R a Python, bez ztráty přesnosti',
    en: 'one table for R and Python, at full precision',
    pl: 'jedna tabela dla R i Pythona, z pełną dokładnością',
  },
  'export.json': {
    cs: 'záznam výpočtu, podle kterého lze čísla ověřit',
    en: 'the record of the analyses, to verify the numbers by',
    pl: 'zapis obliczeń do sprawdzenia liczb',
  },
  'export.chart': { cs: 'Který graf', en: 'Which chart', pl: 'Który wykres' },
  'export.table': { cs: 'Která tabulka', en: 'Which table', pl: 'Która tabela' },
  'export.save': { cs: 'Uložit jako {format}…', en: 'Save as {format}…', pl: 'Zapisz jako {format}…' },
  'export.saveAgain': {
    cs: 'Uložit {format} znovu…',
    en: 'Save {format} again…',
    pl: 'Zapisz {format} ponownie…',
  },
  'export.open': { cs: 'Otevřít', en: 'Open', pl: 'Otwórz' },
  'export.noProgram': {
    cs: 'Počítač nemá program, který tento soubor otevře. Soubor je uložený; najdete ho ve složce.',
    en: 'No program of this computer opens the file. It is saved; you find it in its folder.',
    pl: 'Na tym komputerze żaden program nie otworzył pliku. Plik jest zapisany; znajdziesz go w folderze.',
  },
  'export.job': { cs: 'Ukládá se {format}', en: 'Saving {format}', pl: 'Zapisywanie {format}' },
  'export.done': {
    cs: 'Uloženo: {path} ({size}).',
    en: 'Saved: {path} ({size}).',
    pl: 'Zapisano: {path} ({size}).',
  },
})
