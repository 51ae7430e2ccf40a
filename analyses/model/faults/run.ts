import { defineFaults } from './define'

/** Why a run cannot be done with the data, the bindings or the parameters as they are. */
export const runFaults = defineFaults({
  'run.need-unbound': {
    cs: 'Vstup „{need}“ nemá žádná data. Vyberte pro něj datovou sadu.',
    en: 'The input "{need}" has no data. Choose a data set for it.',
    pl: 'Wejście „{need}” nie ma danych. Wybierz dla niego zbiór danych.',
  },
  'run.need-unknown': {
    cs: 'Analýza nemá vstup „{need}“. Její vstupy: {known}.',
    en: 'The analysis has no input "{need}". Its inputs: {known}.',
    pl: 'Analiza nie ma wejścia „{need}”. Jej wejścia: {known}.',
  },
  'run.column-unknown': {
    cs: 'Vstup „{need}“ nemá sloupec „{column}“. Jeho sloupce: {known}.',
    en: 'The input "{need}" has no column "{column}". Its columns: {known}.',
    pl: 'Wejście „{need}” nie ma kolumny „{column}”. Jego kolumny: {known}.',
  },
  'run.column-twice': {
    cs: 'Sloupec „{source}“ je ve vstupu „{need}“ vybrán pro „{column}“ dvakrát. Nechte ho jednou.',
    en: 'The column "{source}" is chosen twice for "{column}" of the input "{need}". Keep it once.',
    pl: 'Kolumna „{source}” jest w wejściu „{need}” wybrana dla „{column}” dwa razy. Zostaw ją raz.',
  },
  'run.source-column-missing': {
    cs: 'Datová sada „{dataSet}“ nemá sloupec „{column}“, který má sloužit jako „{needed}“. Její sloupce: {known}.',
    en: 'The data set "{dataSet}" has no column "{column}" to serve as "{needed}". Its columns: {known}.',
    pl: 'Zbiór danych „{dataSet}” nie ma kolumny „{column}”, która miałaby służyć jako „{needed}”. Jego kolumny: {known}.',
  },
  'run.form-incomplete': {
    cs: 'Vstup „{need}“ nemá úplnou sadu sloupců. Doplňte jednu z možností: {forms}.',
    en: 'The input "{need}" has no complete set of columns. Complete one of these: {forms}.',
    pl: 'Wejście „{need}” nie ma kompletnego zestawu kolumn. Uzupełnij jedną z możliwości: {forms}.',
  },
  'run.param-unknown': {
    cs: 'Analýza nemá parametr „{param}“. Její parametry: {known}.',
    en: 'The analysis has no parameter "{param}". Its parameters: {known}.',
    pl: 'Analiza nie ma parametru „{param}”. Jej parametry: {known}.',
  },
  'run.param-wrong': {
    cs: 'Parametr „{param}“ nemůže být „{value}“. Dovoleno je: {allowed}.',
    en: 'The parameter "{param}" cannot be "{value}". Allowed: {allowed}.',
    pl: 'Parametr „{param}” nie może mieć wartości „{value}”. Dozwolone: {allowed}.',
  },
  'run.grain-not-unique': {
    cs: 'Ve vstupu „{need}“ je několik řádků pro totéž ({grain}), například {example}; celkem {count, plural, one {# případ} few {# případy} other {# případů}}. {candidate, select, none {Data se liší jen hodnotou: odstraňte opakované řádky.} other {Řádky se liší sloupcem „{candidate}“: přiřaďte ho, nebo vyberte jednu jeho hodnotu.}}',
    en: 'The input "{need}" has several rows for the same thing ({grain}), for example {example}; {count, plural, one {# case} other {# cases}} in all. {candidate, select, none {The rows differ in the value only: remove the repeated ones.} other {The rows differ in the column "{candidate}": bind it, or keep one of its values.}}',
    pl: 'Wejście „{need}” ma kilka wierszy dla tego samego ({grain}), na przykład {example}; łącznie {count, plural, one {# przypadek} few {# przypadki} other {# przypadków}}. {candidate, select, none {Wiersze różnią się tylko wartością: usuń powtórzenia.} other {Wiersze różnią się kolumną „{candidate}”: przypisz ją albo wybierz jedną jej wartość.}}',
  },
  'run.sex-zero-one': {
    cs: 'Sloupec „{source}“ (vstup „{need}“, „{column}“) má místo pohlaví jen nuly a jedničky a z nich se nepozná, kdo jsou ženy. Řekněte to u datové sady: ve vlastnostech sloupce zvolte pohlaví a ke každé hodnotě ženy, nebo muže; v příkazové řádce volbou importu --options s {example}.',
    en: 'The column "{source}" (input "{need}", "{column}") holds only zeros and ones instead of sexes, and nobody can tell which of them are women. Say so in the data set: choose sex in the properties of the column and women or men for each value; on the command line by the import option --options with {example}.',
    pl: 'Kolumna „{source}” (wejście „{need}”, „{column}”) zawiera zamiast płci tylko zera i jedynki i nie wiadomo, które oznaczają kobiety. Określ to w zbiorze danych: we właściwościach kolumny wybierz płeć i przypisz każdej wartości kobiety lub mężczyzn; w wierszu poleceń opcją importu --options z {example}.',
  },
  'run.code-missing': {
    cs: 'Ve sloupci „{column}“ vstupu „{need}“ není {code, select, F {žádný údaj za ženy} M {žádný údaj za muže} other {žádný údaj s kódem {code}}}. Nalezené hodnoty: {found}. Zkontrolujte přiřazený sloupec.',
    en: 'The column "{column}" of the input "{need}" has {code, select, F {nothing on women} M {nothing on men} other {nothing with the code {code}}}. Values found: {found}. Check which column is bound.',
    pl: 'W kolumnie „{column}” wejścia „{need}” nie ma {code, select, F {danych o kobietach} M {danych o mężczyznach} other {danych z kodem {code}}}. Znalezione wartości: {found}. Sprawdź przypisaną kolumnę.',
  },
  'run.nothing-left': {
    cs: 'Po výběru nezůstal ve vstupu „{need}“ žádný řádek. Zkontrolujte parametry {params}.',
    en: 'Nothing is left of the input "{need}" after the selection. Check the parameters {params}.',
    pl: 'Po wyborze w wejściu „{need}” nie został żaden wiersz. Sprawdź parametry {params}.',
  },
  'run.value-not-number': {
    cs: 'Sloupec „{column}“ vstupu „{need}“ má obsahovat čísla, ale obsahuje i „{example}“ ({count, plural, one {# hodnota} few {# hodnoty} other {# hodnot}}). Opravte data, nebo přiřaďte jiný sloupec.',
    en: 'The column "{column}" of the input "{need}" should hold numbers, but it also holds "{example}" ({count, plural, one {# value} other {# values}}). Correct the data, or bind another column.',
    pl: 'Kolumna „{column}” wejścia „{need}” powinna zawierać liczby, ale zawiera też „{example}” ({count, plural, one {# wartość} few {# wartości} other {# wartości}}). Popraw dane albo przypisz inną kolumnę.',
  },
  'run.value-out-of-range': {
    cs: 'Sloupec „{column}“ vstupu „{need}“ obsahuje hodnotu {example}, dovoleno je {allowed} ({count, plural, one {# řádek} few {# řádky} other {# řádků}}, první: {where}). Opravte data, nebo přiřaďte jiný sloupec.',
    en: 'The column "{column}" of the input "{need}" holds {example}; allowed is {allowed} ({count, plural, one {# row} other {# rows}}, the first: {where}). Correct the data, or bind another column.',
    pl: 'Kolumna „{column}” wejścia „{need}” zawiera wartość {example}, dozwolone jest {allowed} ({count, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, pierwszy: {where}). Popraw dane albo przypisz inną kolumnę.',
  },
  'run.value-above': {
    cs: 'Sloupec „{column}“ vstupu „{need}“ je větší než „{limit}“ ({count, plural, one {# řádek} few {# řádky} other {# řádků}}, první: {where}). Počet nemůže převýšit celek; zkontrolujte, zda sloupce nejsou prohozené.',
    en: 'The column "{column}" of the input "{need}" exceeds "{limit}" ({count, plural, one {# row} other {# rows}}, the first: {where}). A count cannot exceed its whole; check that the columns are not swapped.',
    pl: 'Kolumna „{column}” wejścia „{need}” przekracza „{limit}” ({count, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, pierwszy: {where}). Liczba nie może przekroczyć całości; sprawdź, czy kolumny nie są zamienione.',
  },
})
