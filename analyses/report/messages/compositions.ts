import type { Localised } from '../../model/locale'

/** What reports say that are put together of several runs, and what is said of protection. */
export const compositionMessages = {
  'findings.withheld': {
    cs: 'Zjištění této analýzy stojí na číslech, která se nezveřejňují, a proto zde nejsou uvedena.',
    en: 'What this analysis found rests on numbers that are kept back, so it is not told here.',
    pl: 'Ustalenia tej analizy opierają się na liczbach, których się nie publikuje, dlatego ich tu nie podano.',
  },
  'literature.title': { cs: 'Literatura', en: 'Literature', pl: 'Literatura' },
  'kept.title': {
    cs: 'Co bylo zadrženo a proč',
    en: 'What was kept back and why',
    pl: 'Czego nie opublikowano i dlaczego',
  },
  'kept.nothing': {
    cs: 'Žádné číslo v této zprávě nestojí na údajích o osobách nebo firmách, které by bylo třeba chránit, a nic nebylo zadrženo.',
    en: 'No number in this report rests on data about persons or firms that would need protection, and nothing was kept back.',
    pl: 'Żadna liczba w tym raporcie nie opiera się na danych o osobach lub firmach, które wymagałyby ochrony, i niczego nie ukryto.',
  },
  'kept.none': {
    cs: 'Čísla o osobách a firmách byla prověřena podle pravidel, která následují. Nic nebylo třeba zadržet.',
    en: 'Numbers about persons and firms were checked by the rules that follow. Nothing had to be kept back.',
    pl: 'Liczby o osobach i firmach sprawdzono według zasad podanych niżej. Niczego nie trzeba było ukrywać.',
  },
  'kept.some': {
    cs: 'Některá čísla o osobách nebo firmách jsou zadržena. Na jejich místě je značka • s důvodem; v souboru nejsou nikde.',
    en: 'Some numbers about persons or firms are kept back. Their place is marked • with the reason; they are nowhere in this file.',
    pl: 'Niektórych liczb o osobach lub firmach nie opublikowano. W ich miejscu stoi znak • z podanym powodem; w pliku nie ma ich nigdzie.',
  },
  'kept.minimum': {
    cs: 'Nezveřejňují se čísla, za kterými {minimum, plural, few {jsou méně než # osoby nebo firmy} other {je méně než # osob nebo firem}}.',
    en: 'Numbers that rest on fewer than {minimum, plural, one {# person or firm} other {# persons or firms}} are not shown.',
    pl: 'Nie publikuje się liczb, za którymi {minimum, plural, few {stoją mniej niż # osoby lub firmy} other {stoi mniej niż # osób lub firm}}.',
  },
  'kept.zeros': {
    cs: 'Nezveřejňuje se ani to, že v kategorii nikdo není.',
    en: 'That nobody is in a category is not shown either.',
    pl: 'Nie publikuje się także tego, że w kategorii nikogo nie ma.',
  },
  'kept.concentration': {
    cs: 'Nezveřejňují se součty, jejichž příliš velkou část tvoří jeden nebo dva přispěvatelé. Meze tohoto pravidla zůstávají uvnitř organizace, protože by pomohly hodnoty dopočítat.',
    en: 'Sums of which one or two contributors make up too much are not shown. The limits of this rule stay with the organisation, because they would help to work values out.',
    pl: 'Nie publikuje się sum, których zbyt dużą część tworzy jeden lub dwa podmioty. Granice tej zasady pozostają w organizacji, ponieważ ułatwiłyby obliczenie wartości.',
  },
  'kept.group': {
    cs: 'Nezveřejňuje se, že všichni ve skupině jsou v jediné kategorii.',
    en: 'It is not shown when everybody in a group is in one category.',
    pl: 'Nie publikuje się tego, że wszyscy w grupie należą do jednej kategorii.',
  },
  'kept.extremes': {
    cs: 'Nezveřejňují se nejnižší a nejvyšší hodnoty jednotlivých osob a firem.',
    en: 'The lowest and highest values of single persons and firms are not shown.',
    pl: 'Nie publikuje się najniższych i najwyższych wartości pojedynczych osób i firm.',
  },
  'kept.round': {
    cs: 'Počty jsou zaokrouhleny na sousední násobky čísla {base, number}; nuly zůstávají. Podíly jsou vypočteny ze zaokrouhlených počtů, průměry jsou uvedeny v hrubších krocích a chybějí tam, kde by osob mohlo být málo.',
    en: 'Counts are rounded to neighbouring multiples of {base, number}; zeros stay. Shares are worked out of the rounded counts, means are given in coarser steps and are missing where there might be few persons.',
    pl: 'Liczebności zaokrąglono do sąsiednich wielokrotności liczby {base, number}; zera pozostają. Udziały obliczono z zaokrąglonych liczebności, średnie podano w grubszych krokach, a tam, gdzie osób mogłoby być mało, ich brakuje.',
  },
  'kept.round-minimum': {
    cs: 'Nezveřejňují se průměry a součty, za kterými by mohlo být {minimum, plural, few {méně než # osoby nebo firmy} other {méně než # osob nebo firem}}, ani čísla vypočtená z přesných počtů.',
    en: 'Means and sums that may rest on fewer than {minimum, plural, one {# person or firm} other {# persons or firms}} are not shown, nor are numbers worked out of the exact counts.',
    pl: 'Nie publikuje się średnich i sum, za którymi {minimum, plural, few {mogą stać mniej niż # osoby lub firmy} other {może stać mniej niż # osób lub firm}}, ani liczb obliczonych z dokładnych liczebności.',
  },
  'kept.round-adds': {
    cs: 'Všechny součty počtů platí i pro zaokrouhlená čísla, v celé zprávě stejně.',
    en: 'All sums of counts hold for the rounded numbers too, alike in the whole report.',
    pl: 'Wszystkie sumy liczebności są zgodne także po zaokrągleniu, jednakowo w całym raporcie.',
  },
  'kept.round-alone': {
    cs: 'Zaokrouhlení, při kterém by platily všechny součty, se nenašlo: některé počty jsou zaokrouhleny samostatně a jejich součty se mohou lišit.',
    en: 'No rounding was found for which all sums hold: some counts are rounded by themselves, and their sums may differ.',
    pl: 'Nie znaleziono zaokrąglenia, przy którym zgadzałyby się wszystkie sumy: niektóre liczebności zaokrąglono osobno i ich sumy mogą się różnić.',
  },
  'kept.round-cells': {
    cs: 'Zaokrouhlené počty',
    en: 'Counts rounded',
    pl: 'Zaokrąglone liczebności',
  },
  'kept.round-reach': {
    cs: 'Největší možná odchylka od přesného počtu',
    en: 'Largest possible distance from the exact count',
    pl: 'Największe możliwe odchylenie od dokładnej liczebności',
  },
  'kept.round-width': {
    cs: 'Kolik hodnot nejméně zůstává možných pro každý počet',
    en: 'Values that remain possible for each count, at least',
    pl: 'Ile co najmniej wartości pozostaje możliwych dla każdej liczebności',
  },
  'kept.round-moved': {
    cs: 'O kolik se počet průměrně posunul',
    en: 'By how much a count moved on average',
    pl: 'O ile średnio przesunęła się liczebność',
  },
  'rounded.note': {
    cs: 'Počty jsou zaokrouhleny na násobky {base, number}, součty souhlasí.',
    en: 'Counts are rounded to multiples of {base, number}; sums agree.',
    pl: 'Liczebności zaokrąglono do wielokrotności {base, number}; sumy się zgadzają.',
  },
  'rounded.alone': {
    cs: 'Počty jsou zaokrouhleny na násobky {base, number}, součty se mohou lišit.',
    en: 'Counts are rounded to multiples of {base, number}; sums may differ.',
    pl: 'Liczebności zaokrąglono do wielokrotności {base, number}; sumy mogą się różnić.',
  },
  'kept.secondary': {
    cs: 'Další čísla jsou skryta tam, kde by šlo skryté číslo dopočítat ze součtů a rozdílů.',
    en: 'Further numbers are hidden where a hidden one could be worked out from sums and differences.',
    pl: 'Dalsze liczby ukryto tam, gdzie ukrytą liczbę można by obliczyć z sum i różnic.',
  },
  'kept.caption': {
    cs: 'Ochrana čísel v této zprávě',
    en: 'Protection of the numbers in this report',
    pl: 'Ochrona liczb w tym raporcie',
  },
  'kept.cells': { cs: 'Prověřená čísla', en: 'Numbers checked', pl: 'Sprawdzone liczby' },
  'kept.primary': { cs: 'Skryto podle pravidel', en: 'Hidden by the rules', pl: 'Ukryte według zasad' },
  'kept.by-secondary': {
    cs: 'Skryto, aby nešla dopočítat jiná',
    en: 'Hidden so that others cannot be worked out',
    pl: 'Ukryte, aby nie dało się obliczyć innych',
  },
  'kept.lost': {
    cs: 'Podíl osob nebo součtů ve skrytých číslech',
    en: 'Share of the persons or sums in hidden numbers',
    pl: 'Udział osób lub sum w ukrytych liczbach',
  },
  'kept.withheld': { cs: 'Vynechaná tvrzení', en: 'Statements left out', pl: 'Pominięte stwierdzenia' },
  'kept.attacked': {
    cs: 'Skrytá čísla, jejichž možné rozmezí bylo spočteno',
    en: 'Hidden numbers whose possible range was worked out',
    pl: 'Ukryte liczby, których możliwy przedział obliczono',
  },
  'kept.protected': {
    cs: 'Z toho s dostatečně širokým rozmezím',
    en: 'Of these, with a range that is wide enough',
    pl: 'W tym z dostatecznie szerokim przedziałem',
  },
  'kept.earlier': {
    cs: 'Zohledněné dřívější exporty',
    en: 'Earlier exports taken into account',
    pl: 'Uwzględnione wcześniejsze eksporty',
  },
  'kept.no-ledger': {
    cs: 'nezjištěno, export nevznikl v projektu',
    en: 'not known, the export was not made in a project',
    pl: 'nie wiadomo, eksport nie powstał w projekcie',
  },
  'summary.title': { cs: 'Shrnutí', en: 'Summary', pl: 'Podsumowanie' },
  'text.empty': {
    cs: 'K doplnění: {hint}',
    en: 'To be written: {hint}',
    pl: 'Do uzupełnienia: {hint}',
  },
  'annex.title': { cs: 'Příloha', en: 'Annex', pl: 'Aneks' },
  'annex.says': {
    cs: 'Přehled končí předchozí stranou. Zde je to, oč se opírá: čísla grafu, metoda, zdroje dat a údaje, podle kterých lze vše spočítat znovu.',
    en: 'The brief ends with the page before. Here is what it rests on: the numbers of the chart, the method, the sources of the data, and what is needed to make it all again.',
    pl: 'Przegląd kończy się na poprzedniej stronie. Tu jest to, na czym się opiera: liczby wykresu, metoda, źródła danych i informacje potrzebne, aby wszystko obliczyć ponownie.',
  },
  'annex.findings': { cs: 'Další zjištění', en: 'Further findings', pl: 'Dalsze ustalenia' },
  'annex.charts': { cs: 'Čísla grafů', en: 'Numbers of the charts', pl: 'Liczby wykresów' },
  'brief.kept-none': {
    cs: 'Nic nebylo zadrženo: žádné z uvedených čísel nestojí na méně než {minimum, plural, few {# osobách nebo firmách} other {# osobách nebo firmách}} ani takové číslo neprozrazuje.',
    en: 'Nothing was kept back: no number shown rests on fewer than {minimum, number} persons or firms or gives such a number away.',
    pl: 'Niczego nie ukryto: żadna z podanych liczb nie opiera się na mniej niż {minimum, number} osobach lub firmach ani takiej liczby nie zdradza.',
  },
  'brief.kept': {
    cs: '{hidden, plural, =0 {Žádné číslo není skryto} one {Skryto je # číslo} few {Skryta jsou # čísla} other {Skryto je # čísel}} z {cells, number}, protože za nimi stojí méně než {minimum, number} osob nebo firem nebo protože by takové číslo prozradila.{withheld, plural, =0 {} one { Vynecháno je # tvrzení.} few { Vynechána jsou # tvrzení.} other { Vynecháno je # tvrzení.}} Pravidla jsou v příloze.',
    en: '{hidden, plural, =0 {No number is hidden} one {# number is hidden} other {# numbers are hidden}} out of {cells, number}, because fewer than {minimum, number} persons or firms stand behind them or because they would give such a number away.{withheld, plural, =0 {} one { # statement is left out.} other { # statements are left out.}} The rules are in the annex.',
    pl: '{hidden, plural, =0 {Żadnej liczby nie ukryto} one {Ukryto # liczbę} few {Ukryto # liczby} other {Ukryto # liczb}} z {cells, number}, ponieważ stoi za nimi mniej niż {minimum, number} osób lub firm albo zdradzałyby taką liczbę.{withheld, plural, =0 {} one { Pominięto # stwierdzenie.} few { Pominięto # stwierdzenia.} other { Pominięto # stwierdzeń.}} Zasady są w aneksie.',
  },
  'brief.source': {
    cs: 'Zdroj: {title} (soubor {file}, řádků: {rows}).',
    en: 'Source: {title} (file {file}, rows: {rows}).',
    pl: 'Źródło: {title} (plik {file}, wierszy: {rows}).',
  },
  'brief.made': {
    cs: 'Analýza: {title} ({pack}), Regional Workbench {app}.',
    en: 'Analysis: {title} ({pack}), Regional Workbench {app}.',
    pl: 'Analiza: {title} ({pack}), Regional Workbench {app}.',
  },
  'section.empty': {
    cs: 'Zde zatím nic není napsáno.',
    en: 'Nothing has been written here yet.',
    pl: 'Tutaj nic jeszcze nie napisano.',
  },
  'block.not-run': {
    cs: 'Toto místo patří analýze „{title}“, která ještě neproběhla.',
    en: 'This place is for the analysis “{title}”, which has not been run yet.',
    pl: 'To miejsce jest przeznaczone na analizę „{title}”, której jeszcze nie uruchomiono.',
  },
  'block.unknown-run': {
    cs: 'Blok odkazuje na analýzu „{run}“, která ve zprávě není. Vyberte jinou, nebo blok odstraňte.',
    en: 'A block refers to the analysis “{run}”, which is not in this report. Choose another one, or remove the block.',
    pl: 'Blok odwołuje się do analizy „{run}”, której nie ma w raporcie. Wybierz inną albo usuń blok.',
  },
  'block.no-table': {
    cs: 'Tabulka „{name}“ není mezi výsledky analýzy „{title}“.',
    en: 'The table “{name}” is not among the results of “{title}”.',
    pl: 'Tabeli „{name}” nie ma wśród wyników analizy „{title}”.',
  },
  'block.no-chart': {
    cs: 'Graf „{name}“ není mezi výsledky analýzy „{title}“.',
    en: 'The chart “{name}” is not among the results of “{title}”.',
    pl: 'Wykresu „{name}” nie ma wśród wyników analizy „{title}”.',
  },
  'live.unreadable': {
    cs: 'Číslu {source} v textu nelze rozumět. Píše se běh, tabulka, sloupec a podmínky.',
    en: 'The number {source} in the text cannot be read. Write run, table, column and conditions.',
    pl: 'Liczby {source} w tekście nie można odczytać. Podaj uruchomienie, tabelę, kolumnę i warunki.',
  },
  'live.no-run': {
    cs: 'Číslo {source} v textu neuvádí žádnou analýzu této zprávy.',
    en: 'The number {source} in the text names no analysis of this report.',
    pl: 'Liczba {source} w tekście nie wskazuje żadnej analizy tego raportu.',
  },
  'live.not-run': {
    cs: 'Číslo {source} v textu čeká na analýzu, která ještě neproběhla.',
    en: 'The number {source} in the text waits for an analysis that has not been run yet.',
    pl: 'Liczba {source} w tekście czeka na analizę, której jeszcze nie uruchomiono.',
  },
  'live.no-table': {
    cs: 'Číslo {source} v textu uvádí tabulku, kterou tento běh nemá.',
    en: 'The number {source} in the text names a table that this run does not have.',
    pl: 'Liczba {source} w tekście wskazuje tabelę, której nie ma w tym uruchomieniu.',
  },
  'live.no-column': {
    cs: 'Číslo {source} v textu uvádí sloupec, který tabulka nemá.',
    en: 'The number {source} in the text names a column that the table does not have.',
    pl: 'Liczba {source} w tekście wskazuje kolumnę, której tabela nie ma.',
  },
  'live.no-row': {
    cs: 'Číslo {source} v textu nenašlo žádný řádek. Zkontrolujte podmínky.',
    en: 'The number {source} in the text finds no row. Check its conditions.',
    pl: 'Dla liczby {source} w tekście nie znaleziono wiersza. Sprawdź warunki.',
  },
  'live.several-rows': {
    cs: 'Číslo {source} v textu našlo {rows, plural, one {# řádek} few {# řádky} other {# řádků}}, potřebuje právě jeden. Přidejte podmínku.',
    en: 'The number {source} in the text finds {rows, plural, one {# row} other {# rows}}; it needs exactly one. Add a condition.',
    pl: 'Dla liczby {source} w tekście znaleziono {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, a potrzeba dokładnie jednego. Dodaj warunek.',
  },
  'appendix.run': {
    cs: 'Příloha {letter}: {title}',
    en: 'Appendix {letter}: {title}',
    pl: 'Załącznik {letter}: {title}',
  },
  'appendix.sources': {
    cs: 'Zdroje dat a licence',
    en: 'Data sources and licences',
    pl: 'Źródła danych i licencje',
  },
  'appendix.used': { cs: 'Použito v analýzách', en: 'Used in', pl: 'Użyto w analizach' },
  'appendix.runs': {
    cs: 'Analýzy v této zprávě',
    en: 'The analyses of this report',
    pl: 'Analizy w tym raporcie',
  },
  'appendix.analysis': { cs: 'Analýza', en: 'Analysis', pl: 'Analiza' },
  'appendix.pack': { cs: 'Balíček a verze', en: 'Pack and version', pl: 'Pakiet i wersja' },
  'appendix.seed': { cs: 'Semínko', en: 'Seed', pl: 'Ziarno' },
  'appendix.sexes': { cs: 'Ženy a muži', en: 'Women and men', pl: 'Kobiety i mężczyźni' },
  'appendix.shown': { cs: 'uvedeni zvlášť', en: 'shown apart', pl: 'podani osobno' },
  'appendix.unbound': {
    cs: 'neuvedeni: není přiřazen sloupec s pohlavím',
    en: 'not shown: no column with sex is bound',
    pl: 'niepodani: nie przypisano kolumny z płcią',
  },
  'appendix.without': {
    cs: 'neuvedeni: analýza pohlaví nerozlišuje',
    en: 'not shown: the analysis does not tell them apart',
    pl: 'niepodani: analiza nie rozróżnia płci',
  },
  'appendix.absent': {
    cs: 'Ve zprávě nejsou tyto části šablony, protože jejich analýza neproběhla: {titles}.',
    en: 'These parts of the template are not in the report, because their analysis has not been run: {titles}.',
    pl: 'W raporcie nie ma tych części szablonu, ponieważ ich analizy nie uruchomiono: {titles}.',
  },
  'sexes.without': {
    cs: 'Nic v této zprávě není členěno podle pohlaví: použité analýzy ženy a muže nerozlišují.',
    en: 'Nothing in this report is broken down by sex: its analyses do not tell women and men apart.',
    pl: 'Nic w tym raporcie nie jest podane z podziałem na płeć: użyte analizy nie rozróżniają kobiet i mężczyzn.',
  },
  'sexes.unbound': {
    cs: 'Nic v této zprávě není členěno podle pohlaví. Ženy a muže by uměly ukázat tyto analýzy, ale sloupec s pohlavím jim není přiřazen: {analyses}.',
    en: 'Nothing in this report is broken down by sex. These analyses could show women and men, but no column with sex is bound to them: {analyses}.',
    pl: 'Nic w tym raporcie nie jest podane z podziałem na płeć. Kobiety i mężczyzn mogłyby pokazać te analizy, ale nie przypisano im kolumny z płcią: {analyses}.',
  },
  'sexes.shown-in': {
    cs: 'Ženy, muže, celek a rozdíl ukazují tyto analýzy: {analyses}.',
    en: 'Women, men, total and the gap are shown by these analyses: {analyses}.',
    pl: 'Kobiety, mężczyzn, ogółem i różnicę pokazują te analizy: {analyses}.',
  },
  'sexes.without-in': {
    cs: 'Podle pohlaví se nečlení, protože nepočítají s lidmi nebo je nerozlišují: {analyses}.',
    en: 'Not broken down by sex, because they are not about people or do not tell them apart: {analyses}.',
    pl: 'Bez podziału na płeć, ponieważ nie dotyczą ludzi albo ich nie rozróżniają: {analyses}.',
  },
  'sexes.of-run': { cs: '{analysis}: {text}', en: '{analysis}: {text}', pl: '{analysis}: {text}' },
} as const satisfies Readonly<Record<string, Localised>>
