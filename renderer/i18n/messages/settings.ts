import { defineMessages } from '../define'

export const settingsMessages = defineMessages({
  'settings.title': { cs: 'Nastavení', en: 'Settings', pl: 'Ustawienia' },
  'settings.language': { cs: 'Jazyk', en: 'Language', pl: 'Język' },
  'settings.theme': { cs: 'Barvy', en: 'Colours', pl: 'Kolory' },
  'settings.density': { cs: 'Výška řádků', en: 'Row height', pl: 'Wysokość wierszy' },
  'settings.densityHelp': {
    cs: 'Platí pro tabulky a ovládací prvky.',
    en: 'For tables and controls.',
    pl: 'Dotyczy tabel i elementów sterujących.',
  },
  'settings.where': {
    cs: 'Nastavení patří k tomuto počítači, ne k projektu.',
    en: 'Settings belong to this computer, not to the project.',
    pl: 'Ustawienia należą do tego komputera, a nie do projektu.',
  },
  'theme.system': { cs: 'podle systému', en: 'as the system', pl: 'jak w systemie' },
  'theme.light': { cs: 'světlé', en: 'light', pl: 'jasne' },
  'theme.dark': { cs: 'tmavé', en: 'dark', pl: 'ciemne' },
  'theme.contrast': { cs: 'vysoký kontrast', en: 'high contrast', pl: 'wysoki kontrast' },
  'density.compact': { cs: 'úsporná', en: 'compact', pl: 'zwarta' },
  'density.comfortable': { cs: 'pohodlná', en: 'comfortable', pl: 'wygodna' },
})
