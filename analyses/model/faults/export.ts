import { defineFaults } from './define'

export const exportFaults = defineFaults({
  'export.too-many-rows': {
    cs: 'Tabulka „{table}“ má {rows, number} řádků a list sešitu pojme nejvýše {limit, number}. Uložte ji jako CSV nebo Arrow.',
    en: 'The table "{table}" has {rows, number} rows and a sheet of a workbook holds at most {limit, number}. Save it as CSV or Arrow.',
    pl: 'Tabela „{table}” ma {rows, number} wierszy, a arkusz skoroszytu mieści najwyżej {limit, number}. Zapisz ją jako CSV lub Arrow.',
  },
  'export.no-printer': {
    cs: 'PDF umí vytvořit jen okno aplikace a to tu není k dispozici. Vyvezte zprávu jako HTML a vytiskněte ji z prohlížeče, nebo PDF vyvezte z okna Workbench.',
    en: 'Only the application window can make a PDF, and it cannot be had here. Export the report as HTML and print it from a browser, or export the PDF from the workbench window.',
    pl: 'Plik PDF może utworzyć tylko okno aplikacji, a tutaj nie jest ono dostępne. Wyeksportuj raport jako HTML i wydrukuj go z przeglądarki albo wyeksportuj PDF z okna programu.',
  },
  'export.pdf-invalid': {
    cs: 'Tiskárna nevrátila použitelné PDF ({detail}), soubor {file} proto nevznikl. Zkuste to znovu, nebo zprávu vyvezte jako HTML.',
    en: 'The printer did not return a usable PDF ({detail}), so {file} was not written. Try again, or export the report as HTML.',
    pl: 'Drukarka nie zwróciła poprawnego pliku PDF ({detail}), dlatego plik {file} nie powstał. Spróbuj ponownie albo wyeksportuj raport jako HTML.',
  },
  'export.part-missing': {
    cs: 'V tomto výsledku není část „{part}“. Na výběr {count, plural, =0 {není nic} other {je: {known}}}.',
    en: 'This result has no part called “{part}”. {count, plural, =0 {There is nothing to choose from.} other {Choose one of: {known}.}}',
    pl: 'W tym wyniku nie ma części „{part}”. {count, plural, =0 {Nie ma nic do wyboru.} other {Do wyboru: {known}.}}',
  },
  'export.chart-forbidden': {
    cs: 'Graf „{chart}“ používá na místě {place} něco, co grafy balíčků nesmějí (odkaz, obrázek, vlastní data nebo výraz). Graf se nevykreslil, jeho čísla jsou v tabulce. Opravte soubor grafu v balíčku.',
    en: 'Chart “{chart}” uses something at {place} that charts of packs may not use (a link, a picture, data of its own, or an expression). It was not drawn; its numbers are in the table. Correct the chart file of the pack.',
    pl: 'Wykres „{chart}” używa w miejscu {place} czegoś, czego wykresy pakietów nie mogą używać (odnośnika, obrazu, własnych danych albo wyrażenia). Nie został narysowany; jego liczby są w tabeli. Popraw plik wykresu w pakiecie.',
  },
  'export.chart-failed': {
    cs: 'Graf „{chart}“ se nepodařilo vykreslit ({detail}). Jeho čísla jsou v tabulce. Opravte soubor grafu v balíčku.',
    en: 'Chart “{chart}” could not be drawn ({detail}). Its numbers are in the table. Correct the chart file of the pack.',
    pl: 'Nie udało się narysować wykresu „{chart}” ({detail}). Jego liczby są w tabeli. Popraw plik wykresu w pakiecie.',
  },
  'export.font-missing': {
    cs: 'Chybí soubor písma {file}, bez kterého nelze kreslit grafy. Nainstalujte Workbench znovu.',
    en: 'The font file {file} is missing and charts cannot be drawn without it. Install the workbench again.',
    pl: 'Brakuje pliku kroju pisma {file}, bez którego nie można rysować wykresów. Zainstaluj program ponownie.',
  },
  'export.folder-missing': {
    cs: 'Složka {folder} neexistuje, soubor {file} proto nevznikl. Vyberte jinou složku, nebo ji vytvořte.',
    en: 'Folder {folder} does not exist, so {file} was not written. Choose another folder or create it.',
    pl: 'Folder {folder} nie istnieje, dlatego plik {file} nie powstał. Wybierz inny folder albo go utwórz.',
  },
  'export.name-too-long': {
    cs: 'Jméno souboru {file} je na tento disk příliš dlouhé, soubor proto nevznikl. Zvolte kratší jméno.',
    en: 'The file name {file} is too long for this disk, so the file was not written. Choose a shorter name.',
    pl: 'Nazwa pliku {file} jest za długa na tym dysku, dlatego plik nie powstał. Wybierz krótszą nazwę.',
  },
  'export.not-a-file': {
    cs: 'Na místě {file} je složka nebo zařízení, ne soubor. Zvolte jiné jméno souboru.',
    en: 'At {file} there is a folder or a device, not a file. Choose another file name.',
    pl: 'W miejscu {file} znajduje się folder albo urządzenie, a nie plik. Wybierz inną nazwę pliku.',
  },
  'export.not-writable': {
    cs: 'Do souboru {file} nelze zapsat: není k tomu oprávnění, nebo ho má otevřený jiný program. Původní obsah zůstal beze změny. Zavřete ten program, nebo vyberte jinou složku.',
    en: 'File {file} cannot be written: permission is missing or another program has it open. Its old content is unchanged. Close that program or choose another folder.',
    pl: 'Nie można zapisać pliku {file}: brakuje uprawnień albo plik jest otwarty w innym programie. Jego dotychczasowa treść pozostała bez zmian. Zamknij ten program albo wybierz inny folder.',
  },
  'export.disk-full': {
    cs: 'Na disku není dost místa pro soubor {file}. Původní obsah zůstal beze změny. Uvolněte místo, nebo vyberte jiný disk.',
    en: 'The disk has no room for {file}. Its old content is unchanged. Free some space or choose another disk.',
    pl: 'Na dysku brakuje miejsca na plik {file}. Jego dotychczasowa treść pozostała bez zmian. Zwolnij miejsce albo wybierz inny dysk.',
  },
  'export.write-failed': {
    cs: 'Soubor {file} se nepodařilo zapsat ({detail}). Původní obsah zůstal beze změny. Zkuste jinou složku.',
    en: 'File {file} could not be written ({detail}). Its old content is unchanged. Try another folder.',
    pl: 'Nie udało się zapisać pliku {file} ({detail}). Jego dotychczasowa treść pozostała bez zmian. Spróbuj innego folderu.',
  },
})
