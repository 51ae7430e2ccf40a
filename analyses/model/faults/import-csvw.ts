import { defineFaults } from './define'

export const importCsvwFaults = defineFaults({
  'import.csvw-no-tables': {
    cs: 'Metadata {file} popisují tabulky, ale žádná z nich v této složce není nebo ji nelze přečíst. Uložte soubory CSV vedle metadat a načtěte je znovu.',
    en: 'The metadata {file} describe tables, but none of them is in this folder or can be read. Put the CSV files beside the metadata and load them again.',
    pl: 'Metadane {file} opisują tabele, ale żadnej z nich nie ma w tym folderze albo nie można jej odczytać. Umieść pliki CSV obok metadanych i wczytaj je ponownie.',
  },
  'import.csvw-no-metadata': {
    cs: 'Vedle souboru {file} nejsou metadata CSVW, která by ho popisovala. Načtěte ho jako obyčejné CSV, nebo k němu přidejte soubor {file}-metadata.json.',
    en: 'There are no CSVW metadata beside the file {file} that describe it. Load it as plain CSV, or add a file {file}-metadata.json to it.',
    pl: 'Obok pliku {file} nie ma metadanych CSVW, które by go opisywały. Wczytaj go jako zwykły plik CSV albo dodaj do niego plik {file}-metadata.json.',
  },
})
