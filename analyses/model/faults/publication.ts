import { defineFaults } from './define'

/** Reports, templates, batches and the record of what has been exported. */
export const publicationFaults = defineFaults({
  'project.no-report': {
    cs: 'Projekt nemá zprávu „{report}“. Mezitím byla možná odstraněna; vyberte jinou, nebo ji založte znovu.',
    en: 'The project has no report "{report}". It may have been removed; choose another or make it anew.',
    pl: 'Projekt nie ma raportu „{report}”. Mógł zostać usunięty; wybierz inny albo utwórz go od nowa.',
  },
  'publish.ledger-unwritable': {
    cs: 'Zpráva obsahuje údaje o osobách nebo firmách a projekt {file} je jen pro čtení, takže by se nezapsalo, co z něj už vyšlo. Příští zpráva by pak mohla skryté hodnoty prozradit. Otevřete kopii projektu ve složce, kam smíte zapisovat, a exportujte z ní.',
    en: 'The report is about persons or firms and the project {file} is read-only, so what leaves it could not be written down. The next report might then give hidden values away. Open a copy of the project in a folder where you may write and export from there.',
    pl: 'Raport dotyczy osób lub firm, a projekt {file} jest tylko do odczytu, więc nie dałoby się zapisać, co już z niego wyszło. Następny raport mógłby wtedy zdradzić ukryte wartości. Otwórz kopię projektu w folderze, w którym masz prawo zapisu, i eksportuj z niej.',
  },
  'publish.not-protected': {
    cs: 'Soubor o sobě říká, že je chráněným záznamem, ale jeho obsah tomu neodpovídá: {detail}. Exportujte běh z projektu znovu.',
    en: 'The file says it is a protected record, but what it holds does not agree: {detail}. Export the run from the project again.',
    pl: 'Plik podaje, że jest chronionym zapisem, ale jego treść się z tym nie zgadza: {detail}. Wyeksportuj uruchomienie z projektu jeszcze raz.',
  },
  'report.unknown-template': {
    cs: 'Šablonu zprávy „{template}“ neznáme. Na výběr {count, plural, =0 {není žádná} other {jsou: {known}}}.',
    en: 'There is no report template "{template}". {count, plural, =0 {There is none to choose from.} other {Choose one of: {known}.}}',
    pl: 'Nie znamy szablonu raportu „{template}”. {count, plural, =0 {Nie ma nic do wyboru.} other {Do wyboru: {known}.}}',
  },
  'report.broken-template': {
    cs: 'Šablonu zprávy {file} nelze použít: {detail}. Opravte ji, ostatní šablony fungují dál.',
    en: 'The report template {file} cannot be used: {detail}. Correct it; the other templates still work.',
    pl: 'Nie można użyć szablonu raportu {file}: {detail}. Popraw go; pozostałe szablony działają.',
  },
  'report.not-a-composition': {
    cs: 'Soubor {file} není zpráva Workbenche ({detail}). Zadejte soubor, který zapsal příkaz compose.',
    en: 'The file {file} is not a report of the workbench ({detail}). Give a file that the command compose wrote.',
    pl: 'Plik {file} nie jest raportem programu Workbench ({detail}). Podaj plik zapisany poleceniem compose.',
  },
  'report.alone': {
    cs: 'Hotová zpráva nebo její předpis se exportuje samostatně. Zadejte buď jeden takový soubor, nebo jen soubory běhů.',
    en: 'A report or its composition is exported on its own. Give either one such file, or files of runs only.',
    pl: 'Gotowy raport lub jego układ eksportuje się osobno. Podaj albo jeden taki plik, albo same pliki uruchomień.',
  },
  'report.waits': {
    cs: 'Zpráva čeká na {count, plural, one {analýzu} other {analýzy}}: {packs}. Nejprve je spusťte (v okně tlačítkem, na příkazové řádce příkazem compose s volbou --run).',
    en: 'The report waits for {count, plural, one {an analysis} other {analyses}}: {packs}. Run {count, plural, one {it} other {them}} first (by the button in the window, or by compose with --run on the command line).',
    pl: 'Raport czeka na {count, plural, one {analizę} other {analizy}}: {packs}. Najpierw je uruchom (przyciskiem w oknie albo poleceniem compose z opcją --run).',
  },
  'report.no-data': {
    cs: 'Pro analýzu „{pack}“ není v projektu vhodná datová sada (potřebuje: {needs}). Nahrajte ji, nebo tuto část zprávy odstraňte.',
    en: 'The project has no data set that fits the analysis "{pack}" (it needs: {needs}). Import one, or remove this part of the report.',
    pl: 'W projekcie nie ma zestawu danych odpowiedniego dla analizy „{pack}” (potrzebuje: {needs}). Zaimportuj go albo usuń tę część raportu.',
  },
  'report.wrong-pack': {
    cs: 'Místo „{slot}“ ve zprávě patří analýze „{pack}“, běh {run} je však z analýzy „{other}“. Vyberte běh správné analýzy.',
    en: 'The place "{slot}" of the report belongs to the analysis "{pack}", but the run {run} is of "{other}". Choose a run of the right analysis.',
    pl: 'Miejsce „{slot}” w raporcie należy do analizy „{pack}”, a uruchomienie {run} pochodzi z analizy „{other}”. Wybierz uruchomienie właściwej analizy.',
  },
  'report.not-for-batch': {
    cs: 'Zpráva není stavěná pro jednotlivá území: žádná její analýza nemá v nastavení „$territory“. Zvolte šablonu s profilem území.',
    en: 'The report is not made for single territories: no analysis of it has "$territory" among its settings. Choose a template that profiles a territory.',
    pl: 'Raport nie jest przeznaczony dla pojedynczych obszarów: żadna jego analiza nie ma w ustawieniach „$territory”. Wybierz szablon z profilem obszaru.',
  },
  'report.no-territories': {
    cs: 'Ve sloupci „{column}“ datové sady „{dataSet}“ není žádné z požadovaných území. Zkontrolujte sloupec a kódy.',
    en: 'The column "{column}" of the data set "{dataSet}" has none of the territories asked for. Check the column and the codes.',
    pl: 'W kolumnie „{column}” zestawu danych „{dataSet}” nie ma żadnego z podanych obszarów. Sprawdź kolumnę i kody.',
  },
  'report.no-such-column': {
    cs: 'Datová sada „{dataSet}“ nemá sloupec „{column}“. Má: {known}.',
    en: 'The data set "{dataSet}" has no column "{column}". It has: {known}.',
    pl: 'Zestaw danych „{dataSet}” nie ma kolumny „{column}”. Ma: {known}.',
  },
  'report.bad-rules': {
    cs: 'Pravidla ochrany nelze použít ({detail}). Zkontrolujte jejich názvy a hodnoty; vypíše je příkaz rules.',
    en: 'The rules of disclosure cannot be used ({detail}). Check their names and values; the command rules lists them.',
    pl: 'Nie można użyć reguł ochrony ({detail}). Sprawdź ich nazwy i wartości; wypisuje je polecenie rules.',
  },
})
