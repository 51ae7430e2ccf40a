import type { Localised } from '../../analyses/model/locale'

const define = <const T extends Readonly<Record<string, Localised>>>(labels: T): T => labels

export const dialogLabels = define({
  openProject: { cs: 'Otevřít projekt', en: 'Open project', pl: 'Otwórz projekt' },
  newProject: { cs: 'Nový projekt', en: 'New project', pl: 'Nowy projekt' },
  openSource: { cs: 'Vybrat data k importu', en: 'Choose data to import', pl: 'Wybierz dane do importu' },
  openFolder: {
    cs: 'Vybrat složku k importu',
    en: 'Choose a folder to import',
    pl: 'Wybierz folder do importu',
  },
  saveFolder: {
    cs: 'Vybrat složku pro zprávy',
    en: 'Choose a folder for the reports',
    pl: 'Wybierz folder na raporty',
  },
  openRecipe: { cs: 'Vybrat recept', en: 'Choose a recipe', pl: 'Wybierz przepis' },
  recipes: { cs: 'Recepty importu', en: 'Import recipes', pl: 'Przepisy importu' },
  saveExport: { cs: 'Uložit export', en: 'Save export', pl: 'Zapisz eksport' },
  projects: { cs: 'Projekty Workbenche', en: 'Workbench projects', pl: 'Projekty programu' },
  tables: {
    cs: 'Tabulky, mapy a databáze',
    en: 'Tables, maps and databases',
    pl: 'Tabele, mapy i bazy danych',
  },
  allFiles: { cs: 'Všechny soubory', en: 'All files', pl: 'Wszystkie pliki' },
  newName: { cs: 'Nový projekt.duckdb', en: 'New project.duckdb', pl: 'Nowy projekt.duckdb' },
  windowStopped: {
    cs: 'Okno se opakovaně zastavilo.',
    en: 'The window has stopped repeatedly.',
    pl: 'Okno wielokrotnie przestało działać.',
  },
  windowSlow: {
    cs: 'Okno už delší dobu neodpovídá.',
    en: 'The window has not answered for some time.',
    pl: 'Okno od dłuższego czasu nie odpowiada.',
  },
  savedIsSafe: {
    cs: 'Co bylo uloženo v projektu, je v pořádku.',
    en: 'What was saved in the project is intact.',
    pl: 'To, co zapisano w projekcie, jest bezpieczne.',
  },
  reload: { cs: 'Načíst okno znovu', en: 'Load the window again', pl: 'Wczytaj okno ponownie' },
  wait: { cs: 'Počkat', en: 'Wait', pl: 'Poczekaj' },
  quit: { cs: 'Ukončit', en: 'Quit', pl: 'Zakończ' },
})
