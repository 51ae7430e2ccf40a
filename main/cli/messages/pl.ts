import type { MessageKey } from './en'

export const pl: Readonly<Record<MessageKey, string>> = {
  'help.head': 'Regional Workbench w wierszu poleceń. Nic nie opuszcza tego komputera.',
  'help.usage': `Użycie: workbench POLECENIE [ARGUMENTY] [--json] [--locale cs|en|pl]

  inspect PLIK                                co jest w pliku lub folderze; niczego nie zapisuje
         [--project P] [--options PLIK.json] [--recipe R.json]
  import PLIK... --project P                  wczytuje do projektu i wypisuje pokwitowanie
         [--as NAZWA] [--options PLIK.json] [--recipe R.json] [--append] [--replace]
  query --project P "SELECT ..."              SQL tylko do odczytu na zbiorach danych
         [--to csv|json|arrow|parquet] [--out PLIK]
  profile ZBIÓR --project P                   jak rozkładają się jego wartości i co jest z nimi nie tak
  recipe ZBIÓR --project P --out R.json       jak go wczytano, dla następnego wydania pliku
  codelist [list] --project P                 listy kodów, które zna projekt
  codelist add ZBIÓR --project P --as NAZWA --code KOLUMNA --level POZIOM
         [--label KOLUMNA] [--parent KOLUMNA] [--valid-from KOLUMNA --valid-to KOLUMNA] [--on DZIEŃ]
  correspondence [list] --project P           tabele przejścia projektu
  correspondence add ZBIÓR --project P --as NAZWA --from KOLUMNA --to KOLUMNA
         (--date KOLUMNA | --day DZIEŃ) [--weight KOLUMNA]
  codelist remove NAZWA, correspondence remove NAZWA  usuwa je
  convert ZBIÓR --with NAZWA --on DZIEŃ --project P --as NOWY  przelicza na obszary z innego dnia
         [--of DZIEŃ] [--territory KOLUMNA] [--by KOLUMNA]... [--measure KOLUMNA]...
  packs                                       dostępne analizy
  describe ANALIZA                            pytanie, potrzeby, parametry, wyniki i cytowania
  run ANALIZA (--project P | --input POTRZEBA=PLIK)  uruchamia ją
         [--bind POTRZEBA.KOLUMNA=KOLUMNA_ŹRÓDŁA]... [--param NAZWA=WARTOŚĆ]... [--out BIEG.json]
  report BIEG.json... --to html|pdf|svg|png|csv|arrow --out ŚCIEŻKA [--part NAZWA]
  verify BIEG.json [--project P | --input POTRZEBA=PLIK]
  demo [--out FOLDER]                         główne zadanie na przykładowym regionie

Kody wyjścia: 0 gotowe, 1 dane lub analiza na to nie pozwalają, 2 błędne użycie,
3 pliku nie dało się odczytać lub zapisać, 70 błąd po naszej stronie.`,
  'usage.wrong': 'Błędne użycie: {detail}. Listę poleceń daje „workbench --help”.',
  progress: '{title} {step}/{of}{share, select, none {} other { {percent} %}}',
  'inspect.file': '{file}: {bytes} bajtów, {encoding}, {format}',
  'profile.least': 'najmniej',
  'profile.median': 'mediana',
  'profile.greatest': 'najwięcej',
  'profile.outliers': 'odstające',
  'table.id': 'Tabela',
  'table.title': 'Tytuł',
  'table.columns': 'Kolumn',
  'table.records': 'Rekordów',
  'table.name': 'Zbiór danych',
  'inspect.dialect':
    'separator {delimiter}, znak dziesiętny {decimal}, nagłówek {header, select, none {brak} other {w wierszu {header}}}, wiersze wstępne {preamble}, wiersze końcowe {footer}',
  'inspect.rows':
    'odczytano rekordów {read}: do wczytania {loaded}, odrzucono {rejected}, wstęp {preamble}, koniec {footer}',
  'import.rows':
    '{name}: odczytano {read} = wczytano {loaded} + odrzucono {rejected} + wstęp {preamble} + koniec {footer}',
  'import.observations':
    '{count, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}} w SQL',
  'import.rejects': 'odrzucone rekordy są w tabeli {table}',
  'list.id': 'Lista',
  'list.codes': 'Kody',
  'list.changes': 'Zmiany',
  'list.from': 'Od',
  'list.to': 'Do',
  'list.source': 'Źródło',
  'convert.made':
    '{name}: {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}, przeliczone ze zbioru {from} według tabeli {table} z dnia {of} na dzień {on}',
  'convert.before': 'suma przed',
  'convert.after': 'suma po',
  'convert.hidden': 'w brakujących',
  'column.name': 'nazwa',
  'column.label': 'etykieta',
  'column.type': 'typ',
  'column.role': 'rola',
  'column.missing': 'braki',
  'column.distinct': 'różnych',
  'packs.broken': 'nie można użyć: {folder}',
  'area.policy': 'Czy polityka zadziałała?',
  'area.region': 'W czym nasz region jest mocny?',
  'area.comparison': 'Jak wypadamy w porównaniu?',
  'area.gender': 'Jak wiedzie się kobietom i mężczyznom?',
  'describe.uses': 'Do czego służy',
  'describe.many': 'kilka kolumn',
  'describe.rest': 'w przeciwnym razie wszystkie pozostałe kolumny liczbowe',
  'describe.unset': 'nie ustawiono',
  'describe.question': 'Pytanie',
  'describe.limits': 'Kiedy nie stosować',
  'describe.needs': 'Potrzebuje',
  'describe.params': 'Parametry',
  'describe.outputs': 'Tabele',
  'describe.cite': 'Źródła metod',
  'describe.optional': 'opcjonalne',
  'describe.default': 'domyślnie {value}',
  'run.findings': 'Ustalenia',
  'run.none': 'Brak ustaleń.',
  'run.tables': 'Tabele',
  'report.wrote': 'Zapisano {path} ({bytes} bajtów)',
  'verify.same': 'Wszystkie liczby są takie same (porównano {numbers}).',
  'verify.differs':
    '{count, plural, one {# liczba się różni} few {# liczby się różnią} many {# liczb się różni} other {# liczby się różni}}:',
  'demo.start': 'Przykładowy region jest zmyślony. Wczytuję go, uruchamiam analizy i zapisuję raporty.',
  'demo.done': 'Gotowe. Zapisano w {folder}:',
}
