import { defineFaults } from './define'

/** What can be wrong with what a person says about single columns. */
export const importColumnFaults = defineFaults({
  'import.nothing-left': {
    cs: 'Ze souboru {file} by nic nezbylo: všechny jeho sloupce se mají vynechat. Alespoň jeden sloupec ponechte, nahraďte pseudonymem, nebo z něj odvoďte pohlaví, rok narození či věkovou skupinu.',
    en: 'Nothing would be left of the file {file}: all its columns are to be left out. Keep at least one column, replace it by a pseudonym, or derive sex, year of birth or age band from it.',
    pl: 'Z pliku {file} nic by nie zostało: wszystkie jego kolumny mają być pominięte. Zachowaj co najmniej jedną kolumnę, zastąp ją pseudonimem albo wyprowadź z niej płeć, rok urodzenia lub grupę wieku.',
  },
  'import.unknown-zone': {
    cs: 'Časové pásmo „{zone}“ zadané pro sloupec „{column}“ neznáme. Použijte název jako Europe/Prague, UTC nebo pevný posun jako +01:00.',
    en: 'The time zone “{zone}” given for the column “{column}” is not known. Use a name such as Europe/Prague, UTC, or a fixed offset such as +01:00.',
    pl: 'Nie znamy strefy czasowej „{zone}” podanej dla kolumny „{column}”. Użyj nazwy takiej jak Europe/Warsaw, UTC albo stałego przesunięcia, na przykład +01:00.',
  },
})
