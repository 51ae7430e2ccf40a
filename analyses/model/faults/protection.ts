import { defineFaults } from './define'

/** Why an export does not leave. */
export const protectionFaults = defineFaults({
  'disclosure.undeclared': {
    cs: 'Tabulka „{table}“ balíčku „{pack}“ je o osobách nebo firmách, ale nikde není uvedeno, kolik jich za čísly stojí. Nejde-li o osoby ani firmy, uveďte to na kartě datové sady („O kom jsou řádky“); jinak doplňte do balíčku blok disclosure.',
    en: 'The table "{table}" of the pack "{pack}" is about persons or firms, but nothing says how many are behind its numbers. If it is not about persons or firms, say so on the card of the data set ("Who the rows are about"); otherwise add a disclosure block to the pack.',
    pl: 'Tabela „{table}” pakietu „{pack}” dotyczy osób lub firm, ale nigdzie nie podano, ile ich stoi za liczbami. Jeśli nie dotyczy osób ani firm, zaznacz to na karcie zbioru danych („O kim są wiersze”); w przeciwnym razie dodaj do pakietu blok disclosure.',
  },
  'disclosure.audit-failed': {
    cs: 'Export neodchází: v tabulce „{table}“ by čtenář dopočítal skryté hodnoty (počet: {cells, number}), ať se skryje cokoli dalšího. Slučte kategorie nebo území do větších, nebo tabulku z výstupu vynechte.',
    en: 'The export does not leave: in the table "{table}" a reader could work out hidden values ({cells, number} of them), whatever else is hidden. Merge categories or territories into larger ones, or leave the table out.',
    pl: 'Eksport nie wychodzi: w tabeli „{table}” czytelnik mógłby wyliczyć ukryte wartości (liczba: {cells, number}), cokolwiek jeszcze zostałoby ukryte. Połącz kategorie albo obszary w większe lub pomiń tę tabelę.',
  },
  'disclosure.treatment-mixed': {
    cs: 'Export neodchází: ze stejných dat už {day} odešel export „{title}“ ({file}), v němž byly počty {base, select, 0 {přesné nebo skryté} other {zaokrouhlené na násobky {base}}}. Kdo má oba, určí přesné počty. Chraňte tento export stejně jako tehdy (v pravidlech treatment={before}).',
    en: 'The export does not leave: the export "{title}" ({file}) of {day} was made of the same data, and its counts were {base, select, 0 {exact or hidden} other {rounded to multiples of {base}}}. Who has both can tell the exact counts. Protect this export in the same way as that one (in the rules treatment={before}).',
    pl: 'Eksport nie wychodzi: z tych samych danych {day} powstał już eksport „{title}” ({file}), w którym liczebności były {base, select, 0 {dokładne lub ukryte} other {zaokrąglone do wielokrotności {base}}}. Kto ma oba, ustali dokładne liczebności. Chroń ten eksport tak samo jak tamten (w regułach treatment={before}).',
  },
  'disclosure.rounding-narrow': {
    cs: 'Export neodchází: ze zaokrouhlených počtů a součtů by čtenář zúžil skutečný počet na méně než {base} hodnot (počet takových čísel: {cells, number}). Zvolte v pravidlech skrývání (treatment=suppress), nebo slučte kategorie do větších.',
    en: 'The export does not leave: from the rounded counts and their sums a reader could narrow true counts down to fewer than {base} values ({cells, number} of them). Choose hiding in the rules (treatment=suppress), or merge categories into larger ones.',
    pl: 'Eksport nie wychodzi: z zaokrąglonych liczebności i ich sum czytelnik zawęziłby prawdziwą liczebność do mniej niż {base} wartości (takich liczb: {cells, number}). Wybierz w regułach ukrywanie (treatment=suppress) albo połącz kategorie w większe.',
  },
  'disclosure.leak': {
    cs: 'Export neodchází: skrytá hodnota zůstala v „{where}“, sloupec „{column}“. Je to chyba programu nebo prohlášení balíčku; vynechte tuto část z výstupu a chybu prosím oznamte.',
    en: 'The export does not leave: a hidden value is still in "{where}", column "{column}". This is a defect of the program or of the pack\'s declaration; leave this part out of the export and please report it.',
    pl: 'Eksport nie wychodzi: ukryta wartość została w „{where}”, kolumna „{column}”. To błąd programu albo deklaracji pakietu; pomiń tę część w eksporcie i prosimy o zgłoszenie błędu.',
  },
})
