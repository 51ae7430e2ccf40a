import { defineFaults } from './define'

export const importWorkbookFaults = defineFaults({
  'import.workbook-damaged': {
    cs: 'Sešit {file} je poškozený a nedá se přečíst ({detail}). Otevřete ho v tabulkovém programu, uložte znovu a načtěte tu novou kopii.',
    en: 'The workbook {file} is damaged and cannot be read ({detail}). Open it in a spreadsheet program, save it again and load the new copy.',
    pl: 'Skoroszyt {file} jest uszkodzony i nie da się go odczytać ({detail}). Otwórz go w arkuszu kalkulacyjnym, zapisz ponownie i wczytaj nową kopię.',
  },
  'import.workbook-protected': {
    cs: 'Sešit {file} je chráněný heslem a bez něj se nedá přečíst. Otevřete ho v tabulkovém programu, uložte bez hesla a načtěte tu kopii.',
    en: 'The workbook {file} is protected by a password and cannot be read without it. Open it in a spreadsheet program, save it without a password and load that copy.',
    pl: 'Skoroszyt {file} jest chroniony hasłem i bez niego nie da się go odczytać. Otwórz go w arkuszu kalkulacyjnym, zapisz bez hasła i wczytaj tę kopię.',
  },
  'import.workbook-unsupported': {
    cs: 'Soubor {file} je ve formátu {kind}, který neumíme číst. Uložte ho v tabulkovém programu jako XLSX nebo ODS a načtěte tu kopii.',
    en: 'The file {file} is in the format {kind}, which cannot be read here. Save it as XLSX or ODS in a spreadsheet program and load that copy.',
    pl: 'Plik {file} jest w formacie {kind}, którego nie potrafimy odczytać. Zapisz go w arkuszu kalkulacyjnym jako XLSX lub ODS i wczytaj tę kopię.',
  },
  'import.workbook-empty': {
    cs: 'V sešitu {file} není žádná vyplněná buňka (listů: {sheets, number}). Zkontrolujte, zda jde o správný soubor.',
    en: 'The workbook {file} has no filled cell at all (sheets: {sheets, number}). Check that it is the right file.',
    pl: 'W skoroszycie {file} nie ma ani jednej wypełnionej komórki (arkuszy: {sheets, number}). Sprawdź, czy to właściwy plik.',
  },
  'import.workbook-too-large': {
    cs: 'Sešit {file} obsahuje víc, než se vejde do paměti (list „{sheet}“, řádek {row, number}). Je-li v pořádku, uložte ho po listech jako CSV; jinak jde nejspíš o poškozený soubor.',
    en: 'The workbook {file} holds more than fits in memory (sheet “{sheet}”, row {row, number}). If that is right, save its sheets as CSV; otherwise the file is probably damaged.',
    pl: 'Skoroszyt {file} zawiera więcej, niż mieści się w pamięci (arkusz „{sheet}”, wiersz {row, number}). Jeśli tak ma być, zapisz arkusze jako CSV; w przeciwnym razie plik jest prawdopodobnie uszkodzony.',
  },
  'import.workbook-not-calculated': {
    cs: 'Na listu „{sheet}“ v sešitu {file} jsou vzorce bez uložených výsledků (buněk: {cells, number}, první {cell}). Otevřete sešit v tabulkovém programu, nechte ho přepočítat, uložte a načtěte znovu.',
    en: 'The sheet “{sheet}” of the workbook {file} has formulas whose results are not stored (cells: {cells, number}, first {cell}). Open the workbook in a spreadsheet program, let it calculate, save it and load it again.',
    pl: 'W arkuszu „{sheet}” skoroszytu {file} są formuły bez zapisanych wyników (komórek: {cells, number}, pierwsza {cell}). Otwórz skoroszyt w arkuszu kalkulacyjnym, przelicz go, zapisz i wczytaj ponownie.',
  },
})
