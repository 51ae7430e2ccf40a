import { defineMessages } from '../define'

/** What has left the project, and what an auditor asks of it. */
export const ledgerMessages = defineMessages({
  'ledger.none': {
    cs: 'Z projektu zatím nic neodešlo',
    en: 'Nothing has left the project yet',
    pl: 'Z projektu nic jeszcze nie wyszło',
  },
  'ledger.noneText': {
    cs: 'Každý uložený soubor se sem zapíše, aby další neprozradil, co první skryl.',
    en: 'Every saved file is written down here, so that the next one cannot give away what the first one hid.',
    pl: 'Każdy zapisany plik zostanie tu odnotowany, aby następny nie ujawnił tego, co pierwszy ukrył.',
  },
  'ledger.help': {
    cs: 'Soubory, které z projektu odešly, a změny pravidel, nejnovější nahoře. Každý další export se zkouší i proti těmto souborům. Skryje proto víc, když by spolu s některým z nich někoho prozradil, nebo když se mezitím zpřísnila pravidla.',
    en: 'Files that have left the project and changes of the rules, newest first. Every further export is tested against these files too. It hides more where it would give somebody away together with one of them, or where the rules have become stricter.',
    pl: 'Pliki, które opuściły projekt, i zmiany reguł, najnowsze na górze. Każdy kolejny eksport jest sprawdzany także względem tych plików. Ukrywa więc więcej, gdy razem z którymś z nich kogoś by ujawnił albo gdy reguły stały się surowsze.',
  },
  'ledger.save': { cs: 'Uložit přehled…', en: 'Save the register…', pl: 'Zapisz rejestr…' },
  'ledger.saved': {
    cs: 'Přehled toho, co odešlo, je uložený: {path}.',
    en: 'The register of what has left is saved: {path}.',
    pl: 'Rejestr tego, co wyszło, zapisano: {path}.',
  },
  'ledger.fileName': { cs: 'Co odešlo z projektu', en: 'What has left', pl: 'Co wyszło z projektu' },
  'ledger.ownRules': {
    cs: 'podle pravidel daných jen pro tento export',
    en: 'by rules given for this export alone',
    pl: 'według reguł podanych tylko dla tego eksportu',
  },
  'ledger.hiddenFirst': {
    cs: 'Skryto zde poprvé; žádný další export to už nesmí ukázat',
    en: 'Hidden here first; no later export may show it',
    pl: 'Ukryte tu po raz pierwszy; żaden kolejny eksport nie może tego pokazać',
  },
  'ledger.what': { cs: 'Co je skryté', en: 'What is hidden', pl: 'Co jest ukryte' },
  'ledger.part-count': { cs: 'počet', en: 'count', pl: 'liczebność' },
  'ledger.part-share': { cs: 'podíl', en: 'share', pl: 'udział' },
  'ledger.part-sum': { cs: 'součet nebo průměr', en: 'sum or mean', pl: 'suma lub średnia' },
  'ledger.hidden': {
    cs: '{hidden, plural, one {skryta # hodnota} few {skryty # hodnoty} other {skryto # hodnot}} z {cells}',
    en: '{hidden, plural, one {# value hidden} other {# values hidden}} of {cells}',
    pl: '{hidden, plural, one {ukryto # wartość} few {ukryto # wartości} other {ukryto # wartości}} z {cells}',
  },
  'ledger.nobody': {
    cs: 'nic o osobách ani firmách',
    en: 'nothing about persons or firms',
    pl: 'nic o osobach ani firmach',
  },
  'ledger.moreFiles': {
    cs: 'a {count, plural, one {# další soubor} few {# další soubory} other {# dalších souborů}}',
    en: 'and {count, plural, one {# more file} other {# more files}}',
    pl: 'i {count, plural, one {# kolejny plik} few {# kolejne pliki} other {# kolejnych plików}}',
  },
  'ledger.nothingNew': {
    cs: 'Soubor říká jen to, co už odešlo dříve.',
    en: 'The file says only what had left before.',
    pl: 'Plik zawiera tylko to, co wyszło już wcześniej.',
  },
  'ledger.rules': {
    cs: 'Změna pravidel ochrany',
    en: 'Rules of protection changed',
    pl: 'Zmiana reguł ochrony',
  },
  'ledger.more': { cs: 'Ukázat dalších {count}', en: 'Show {count} more', pl: 'Pokaż kolejne {count}' },
})
