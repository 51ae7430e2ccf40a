import type { Localised } from '../../analyses/model/locale'

const define = <const T extends Readonly<Record<string, Localised>>>(labels: T): T => labels

/** Labels of the native menu. The sign & stands before the letter that opens the entry together with Alt. */
export const menuLabels = define({
  file: { cs: '&Soubor', en: '&File', pl: '&Plik' },
  projectNew: { cs: '&Nový projekt…', en: '&New project…', pl: '&Nowy projekt…' },
  projectOpen: { cs: '&Otevřít projekt…', en: '&Open project…', pl: '&Otwórz projekt…' },
  recent: { cs: 'Otevřít ne&dávný', en: 'Open &recent', pl: 'Otwórz o&statni' },
  recentNone: { cs: 'Zatím žádný projekt', en: 'No project yet', pl: 'Nie ma jeszcze projektów' },
  sample: { cs: '&Ukázkový region', en: '&Sample region', pl: '&Region przykładowy' },
  import: { cs: '&Importovat data…', en: '&Import data…', pl: '&Importuj dane…' },
  export: { cs: '&Exportovat zprávu…', en: '&Export report…', pl: '&Eksportuj raport…' },
  projectClose: { cs: '&Zavřít projekt', en: '&Close project', pl: '&Zamknij projekt' },
  settings: { cs: 'Nas&tavení…', en: 'Se&ttings…', pl: 'Us&tawienia…' },
  quit: { cs: 'U&končit', en: '&Quit', pl: 'Za&kończ' },
  edit: { cs: 'Úp&ravy', en: '&Edit', pl: '&Edycja' },
  undo: { cs: '&Zpět', en: '&Undo', pl: '&Cofnij' },
  redo: { cs: 'Z&novu', en: '&Redo', pl: '&Ponów' },
  cut: { cs: 'Vy&jmout', en: 'Cu&t', pl: '&Wytnij' },
  copy: { cs: '&Kopírovat', en: '&Copy', pl: '&Kopiuj' },
  paste: { cs: '&Vložit', en: '&Paste', pl: 'Wk&lej' },
  selectAll: { cs: 'Vybrat vš&e', en: 'Select &all', pl: 'Z&aznacz wszystko' },
  view: { cs: '&Zobrazení', en: '&View', pl: '&Widok' },
  home: { cs: '&Domů', en: '&Home', pl: '&Start' },
  data: { cs: 'D&ata', en: '&Data', pl: '&Dane' },
  analyses: { cs: 'A&nalýzy', en: '&Analyses', pl: '&Analizy' },
  reports: { cs: '&Zprávy', en: '&Reports', pl: '&Raporty' },
  zoomIn: { cs: 'Z&většit', en: 'Zoom &in', pl: 'Po&większ' },
  zoomOut: { cs: 'Z&menšit', en: 'Zoom &out', pl: 'Po&mniejsz' },
  zoomReset: { cs: '&Skutečná velikost', en: 'Actual si&ze', pl: 'Rzeczywisty ro&zmiar' },
  theme: { cs: 'Vzh&led', en: '&Theme', pl: 'Wy&gląd' },
  themeSystem: { cs: 'Podle &systému', en: 'Follow the &system', pl: 'Zgodnie z &systemem' },
  themeLight: { cs: 'S&větlý', en: '&Light', pl: '&Jasny' },
  themeDark: { cs: '&Tmavý', en: '&Dark', pl: '&Ciemny' },
  themeContrast: { cs: 'Vysoký &kontrast', en: 'High &contrast', pl: 'Wysoki &kontrast' },
  language: { cs: '&Jazyk', en: '&Language', pl: '&Język' },
  fullScreen: { cs: '&Celá obrazovka', en: '&Full screen', pl: '&Pełny ekran' },
  developerTools: { cs: 'Nástroje pro vývojáře', en: 'Developer tools', pl: 'Narzędzia programisty' },
  help: { cs: '&Nápověda', en: '&Help', pl: 'Pomo&c' },
  shortcuts: { cs: '&Klávesové zkratky', en: '&Keyboard shortcuts', pl: '&Skróty klawiszowe' },
  about: {
    cs: '&O programu Regional Workbench',
    en: '&About Regional Workbench',
    pl: '&O programie Regional Workbench',
  },
  hide: { cs: 'Skrýt', en: 'Hide', pl: 'Ukryj' },
  hideOthers: { cs: 'Skrýt ostatní', en: 'Hide others', pl: 'Ukryj pozostałe' },
  window: { cs: '&Okno', en: '&Window', pl: '&Okno' },
  minimise: { cs: '&Minimalizovat', en: '&Minimise', pl: '&Minimalizuj' },
})
export type MenuLabel = keyof typeof menuLabels

/** Each language in its own words, so that a person lost in a foreign menu finds it. */
export const languageNames: Localised = { cs: 'Čeština', en: 'English', pl: 'Polski' }
