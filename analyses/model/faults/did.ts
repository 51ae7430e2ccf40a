import { defineFaults } from './define'

/** Why a comparison of changes (difference-in-differences, event study) cannot be made with the data. */
export const didFaults = defineFaults({
  'did.too-few-units': {
    cs: 'Ke srovnání {units, plural, =0 {nezbyla žádná jednotka} one {zbyla jen # jednotka} few {zbyly jen # jednotky} other {zbylo jen # jednotek}}; potřeba jsou aspoň tři. Podívejte se do přehledu vyřazených řádků, co chybí, nebo povolte neúplné řady (gaps = pairs).',
    en: '{units, plural, =0 {No units are} one {Only # unit is} other {Only # units are}} left to compare; at least three are needed. See the sample flow for what is missing, or allow incomplete series (gaps = pairs).',
    pl: 'Do porównania {units, plural, =0 {nie została żadna jednostka} one {została tylko # jednostka} few {zostały tylko # jednostki} other {zostało tylko # jednostek}}; potrzeba co najmniej trzech. Sprawdź w zestawieniu odrzuconych wierszy, czego brakuje, albo dopuść niepełne szeregi (gaps = pairs).',
  },
  'did.period-unreadable': {
    cs: 'Období „{period}“ nelze přečíst. Použijte rok (2023), pololetí (2023-S1), čtvrtletí (2023-Q2), měsíc (2023-06), týden (2023-W05) nebo den (2023-06-15).',
    en: 'The period "{period}" cannot be read. Use a year (2023), half-year (2023-S1), quarter (2023-Q2), month (2023-06), week (2023-W05) or day (2023-06-15).',
    pl: 'Nie można odczytać okresu „{period}”. Użyj roku (2023), półrocza (2023-S1), kwartału (2023-Q2), miesiąca (2023-06), tygodnia (2023-W05) albo dnia (2023-06-15).',
  },
  'did.periods-mixed': {
    cs: 'Období jsou různého druhu, například {found}. Nechte v datech jen jeden druh, třeba jen roky.',
    en: 'The periods are of different kinds, for example {found}. Keep one kind in the data, such as years only.',
    pl: 'Okresy są różnego rodzaju, na przykład {found}. Zostaw w danych jeden rodzaj, na przykład same lata.',
  },
  'did.one-period': {
    cs: 'Data mají jen jedno období. Ke srovnání změn jsou potřeba aspoň dvě: před zavedením a po něm.',
    en: 'The data have one period only. Comparing changes needs at least two: before the start and after it.',
    pl: 'Dane mają tylko jeden okres. Do porównania zmian potrzeba co najmniej dwóch: przed wprowadzeniem i po nim.',
  },
  'did.duplicate-row': {
    cs: 'Jednotka „{unit}“ má v období „{period}“ více řádků. Nechte jeden, nebo přiřaďte sloupec, kterým se liší.',
    en: 'The unit "{unit}" has several rows in the period "{period}". Keep one, or bind the column in which they differ.',
    pl: 'Jednostka „{unit}” ma w okresie „{period}” kilka wierszy. Zostaw jeden albo przypisz kolumnę, którą się różnią.',
  },
  'did.first-treated-unreadable': {
    cs: 'Hodnotu „{value}“ ve sloupci s prvním obdobím opatření nelze přečíst jako období téhož druhu, jako je „{period}“. Nikdy nezapojené jednotky mají 0 nebo prázdnou buňku.',
    en: 'The value "{value}" in the column of the first treated period cannot be read as a period of the same kind as "{period}". Units never treated have 0 or an empty cell.',
    pl: 'Wartości „{value}” w kolumnie pierwszego okresu interwencji nie można odczytać jako okresu tego samego rodzaju co „{period}”. Jednostki nigdy nieobjęte mają 0 albo pustą komórkę.',
  },
  'did.first-treated-moves': {
    cs: 'Jednotka „{unit}“ má v různých řádcích různé první období opatření. Opatření, které se vypíná a znovu zapíná, tato analýza neumí; opravte data, nebo jednotku vyřaďte.',
    en: 'The unit "{unit}" has different first treated periods in different rows. This analysis cannot handle a measure that is switched off and on; correct the data or leave the unit out.',
    pl: 'Jednostka „{unit}” ma w różnych wierszach różne pierwsze okresy interwencji. Ta analiza nie obsługuje interwencji wyłączanej i włączanej ponownie; popraw dane albo pomiń jednostkę.',
  },
  'did.no-complete-unit': {
    cs: 'Žádná jednotka nemá údaj za všechna období ({periods}). Doplňte data, vynechte období s mezerami, nebo povolte neúplné řady (gaps = pairs).',
    en: 'No unit has a value in all {periods} periods. Complete the data, leave out periods with gaps, or allow incomplete series (gaps = pairs).',
    pl: 'Żadna jednostka nie ma wartości we wszystkich okresach ({periods}). Uzupełnij dane, pomiń okresy z lukami albo dopuść niepełne szeregi (gaps = pairs).',
  },
  'did.cluster-moves': {
    cs: 'Jednotka „{unit}“ nemá skupinu pro chyby (cluster), nebo se její skupina v čase mění. Každá jednotka musí patřit po celou dobu do jedné skupiny.',
    en: 'The unit "{unit}" has no cluster, or its cluster changes in time. Every unit must belong to one cluster throughout.',
    pl: 'Jednostka „{unit}” nie ma grupy dla błędów (cluster) albo jej grupa zmienia się w czasie. Każda jednostka musi przez cały czas należeć do jednej grupy.',
  },
  'did.no-treated': {
    cs: 'Mezi {units, plural, one {# jednotkou} other {# jednotkami}} není žádná, u které by opatření začalo během sledovaných období. Zkontrolujte sloupec s prvním obdobím opatření.',
    en: 'Among {units, plural, one {# unit} other {# units}} there is none whose treatment begins within the periods of the data. Check the column of the first treated period.',
    pl: 'Wśród {units, plural, one {# jednostki} other {# jednostek}} nie ma żadnej, w której interwencja zaczyna się w badanych okresach. Sprawdź kolumnę pierwszego okresu interwencji.',
  },
  'did.no-never-treated': {
    cs: 'Nezbyla žádná jednotka bez opatření, se kterou by šlo srovnávat. Zvolte srovnání s dosud nezapojenými (control = not-yet-treated), nebo doplňte jednotky bez opatření.',
    en: 'No unit without the treatment is left to compare with. Choose the comparison with those not yet treated (control = not-yet-treated), or add units without the treatment.',
    pl: 'Nie została żadna jednostka bez interwencji, z którą można by porównywać. Wybierz porównanie z jeszcze nieobjętymi (control = not-yet-treated) albo dodaj jednostki bez interwencji.',
  },
  'did.no-controls': {
    cs: 'Všechny jednotky začaly současně ({group}); není s čím srovnávat. Doplňte jednotky bez opatření, nebo použijte přerušenou časovou řadu.',
    en: 'All units began at the same time ({group}); there is nothing to compare with. Add units without the treatment, or use an interrupted time series.',
    pl: 'Wszystkie jednostki zaczęły jednocześnie ({group}); nie ma z czym porównywać. Dodaj jednostki bez interwencji albo użyj przerwanego szeregu czasowego.',
  },
  'did.no-before': {
    cs: 'Žádná skupina ({groups}) nemá období před zavedením i po něm, se kterým by šlo srovnávat. Doplňte starší období, nebo zmenšete počet období možné předčasné reakce (anticipation).',
    en: 'No group ({groups}) has both a period before its treatment and one after it that can be compared. Add earlier periods, or lower the number of periods of early reaction (anticipation).',
    pl: 'Żadna grupa ({groups}) nie ma zarówno okresu przed interwencją, jak i okresu po niej, które można porównać. Dodaj wcześniejsze okresy albo zmniejsz liczbę okresów wcześniejszej reakcji (anticipation).',
  },
  'did.no-after': {
    cs: 'Po vynechání srovnávacího času {reference} nezbylo žádné období po zavedení. Zkontrolujte první období opatření a třídy času (bins).',
    en: 'Beside the reference time {reference} there is no period after the treatment. Check the first treated periods and the classes of time (bins).',
    pl: 'Poza czasem odniesienia {reference} nie ma żadnego okresu po interwencji. Sprawdź pierwsze okresy interwencji i klasy czasu (bins).',
  },
  'did.no-estimate': {
    cs: 'Účinek nelze spočítat pro žádnou skupinu a období: {why, select, overlap {zapojené a srovnávací jednotky si v proměnných nejsou podobné} controls {na tolik proměnných je málo srovnávacích jednotek} other {chybí srovnávací jednotky nebo údaje}}. Uberte proměnné, nebo doplňte srovnávací jednotky.',
    en: 'No effect can be computed for any group and period: {why, select, overlap {treated and comparison units are not alike in the covariates} controls {there are too few comparison units for so many covariates} other {comparison units or values are missing}}. Take fewer covariates, or add comparison units.',
    pl: 'Efektu nie można obliczyć dla żadnej grupy i okresu: {why, select, overlap {jednostki objęte i porównawcze nie są podobne pod względem zmiennych} controls {jednostek porównawczych jest za mało jak na tyle zmiennych} other {brakuje jednostek porównawczych lub wartości}}. Zmniejsz liczbę zmiennych albo dodaj jednostki porównawcze.',
  },
  'did.bins-wrong': {
    cs: 'Třídy času (bins) musí být celá čísla oddělená čárkou, například 0,1,3,5; nalezeno: {bins}.',
    en: 'The classes of time (bins) must be whole numbers with commas, such as 0,1,3,5; found: {bins}.',
    pl: 'Klasy czasu (bins) muszą być liczbami całkowitymi oddzielonymi przecinkami, na przykład 0,1,3,5; znaleziono: {bins}.',
  },
})
