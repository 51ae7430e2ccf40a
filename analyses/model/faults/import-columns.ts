import { defineFaults } from './define'

/** What can be wrong with what a person says about single columns. */
export const importColumnFaults = defineFaults({
  'import.unknown-zone': {
    cs: 'Časové pásmo „{zone}“ zadané pro sloupec „{column}“ neznáme. Použijte název jako Europe/Prague, UTC nebo pevný posun jako +01:00.',
    en: 'The time zone “{zone}” given for the column “{column}” is not known. Use a name such as Europe/Prague, UTC, or a fixed offset such as +01:00.',
    pl: 'Nie znamy strefy czasowej „{zone}” podanej dla kolumny „{column}”. Użyj nazwy takiej jak Europe/Warsaw, UTC albo stałego przesunięcia, na przykład +01:00.',
  },
})
