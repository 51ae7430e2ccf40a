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
  'disclosure.rounding-not-offered': {
    cs: 'Export neodchází: pravidla chtějí počty zaokrouhlovat, ale zprávy se zatím chrání jen skrýváním. Podíly a průměry vypočítané z přesných počtů by zaokrouhlení prozradily. V pravidlech zvolte skrývání (treatment=suppress); samotnou tabulku počtů zaokrouhlí analýza disclosure-check.',
    en: 'The export does not leave: the rules ask for rounded counts, but reports are protected only by hiding so far. Shares and means worked out of the exact counts would undo the rounding. Choose hiding in the rules (treatment=suppress); a table of counts alone is rounded by the analysis disclosure-check.',
    pl: 'Eksport nie wychodzi: reguły żądają zaokrąglania liczebności, ale raporty są na razie chronione tylko przez ukrywanie. Udziały i średnie obliczone z dokładnych liczebności zdradziłyby zaokrąglenie. Wybierz w regułach ukrywanie (treatment=suppress); samą tabelę liczebności zaokrągli analiza disclosure-check.',
  },
  'disclosure.leak': {
    cs: 'Export neodchází: skrytá hodnota zůstala v „{where}“, sloupec „{column}“. Je to chyba programu nebo prohlášení balíčku; vynechte tuto část z výstupu a chybu prosím oznamte.',
    en: 'The export does not leave: a hidden value is still in "{where}", column "{column}". This is a defect of the program or of the pack\'s declaration; leave this part out of the export and please report it.',
    pl: 'Eksport nie wychodzi: ukryta wartość została w „{where}”, kolumna „{column}”. To błąd programu albo deklaracji pakietu; pomiń tę część w eksporcie i prosimy o zgłoszenie błędu.',
  },
})
