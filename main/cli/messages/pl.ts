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
         [--subjects POTRZEBA=persons|firms|territories|public]...  kogo dotyczą dane
  report PLIK... --to FORMAT[,FORMAT]|all --out ŚCIEŻKA  zapisuje uruchomienia lub raport; ukrywa, czego nie wolno pokazać
         [--project P] [--report ID] [--together | --template ID] [--title TYTUŁ] [--two-language JĘZYK]
         [--rules PLIK.json] [--minimum N] [--part NAZWA]
         FORMAT: html, docx, pdf, xlsx, csvw, svg, png, csv, parquet, arrow, json
         ŚCIEŻKA: plik albo folder (FOLDER/) na pliki nazwane według tytułu, wszystkie wykresy i tabele
  templates                                   jakie rodzaje raportów są dostępne
  reports --project P                         raporty zapisane w projekcie
  compose --project P (--template ID | --report ID | --from RAPORT.json)  tworzy lub zmienia raport
         [--title TYTUŁ] [--two-language JĘZYK] [--territory KOD=NAZWA] [--run | --again] [--out RAPORT.json]
         [--remove]
  batch (--template ID | --report ID | RAPORT.json) --project P --data-set ZESTAW --column OBSZAR
         --to FORMAT[,FORMAT] --out FOLDER [--territory KOD]...  raport dla każdego obszaru
  rules --project P [--set NAZWA=WARTOŚĆ]...  czego nie wolno pokazać; zmienia to
  ledger --project P [--out PLIK.csv]         co już wyeksportowano o osobach lub firmach
  verify BIEG.json|RAPORT [--project P | --input POTRZEBA=PLIK]
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
  'disclosure.nobody': 'Nic w tym nie dotyczy osób ani firm, więc nie było czego ukrywać.',
  'disclosure.rule': 'Grup liczących mniej niż {minimum} nie pokazuje się.',
  'disclosure.hidden':
    'Sprawdzono {cells, plural, one {# komórkę} few {# komórki} many {# komórek} other {# komórki}}: zgodnie z regułami ukryto {primary}, kolejne {secondary} po to, by nie dało się ich wyliczyć.',
  'disclosure.round-rule':
    'Średnie i sumy, za którymi może stać mniej niż {minimum} osób lub firm, nie są pokazywane.',
  'disclosure.rounded':
    'Sprawdzono {cells, plural, one {# komórkę} few {# komórki} many {# komórek} other {# komórki}}: liczebności zaokrąglono do wielokrotności {base}. {additive, select, yes {Sumy się zgadzają, a dla każdej liczebności możliwych pozostaje co najmniej {width} wartości.} other {Niektóre sumy mogą się różnić.}}',
  'disclosure.withheld':
    '{count, plural, one {Pominięto # zdanie, ponieważ opiera się} few {Pominięto # zdania, ponieważ opierają się} many {Pominięto # zdań, ponieważ opierają się} other {Pominięto # zdania, ponieważ opierają się}} na ukrytych wartościach.',
  'disclosure.attacked':
    'Próba wyliczenia {attacked, plural, one {# ukrytej komórki} few {# ukrytych komórek} many {# ukrytych komórek} other {# ukrytej komórki}}: tego, co chronią zasady ({protected}), nie da się wyliczyć.',
  'disclosure.earlier':
    '{count, plural, =0 {To, co wcześniej wyeksportowano z projektu, nie mówi nic ponadto.} one {Uwzględniono # wcześniejszy eksport.} few {Uwzględniono # wcześniejsze eksporty.} many {Uwzględniono # wcześniejszych eksportów.} other {Uwzględniono # wcześniejszego eksportu.}}',
  'disclosure.no-ledger':
    'Nie można było sprawdzić wcześniejszych eksportów, ponieważ nie podano projektu (--project).',
  'templates.batch': 'dla wielu obszarów naraz',
  'reports.id': 'Id',
  'reports.sections': 'Rozdziały',
  'reports.runs': 'Uruchomienia',
  'reports.missing': 'Jeszcze nieuruchomione',
  'compose.kept': 'Raport {id} jest zapisany w projekcie.',
  'compose.waits': 'analiza {pack} nie była jeszcze uruchomiona',
  'batch.done':
    '{reports, plural, one {# raport} few {# raporty} many {# raportów} other {# raportu}}, {files, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}} w folderze {folder}',
  'rules.name': 'Reguła',
  'rules.value': 'Wartość',
  'ledger.empty': 'Z tego projektu nie wyeksportowano jeszcze niczego o osobach ani firmach.',
  'ledger.when': 'Kiedy',
  'ledger.file': 'Plik',
  'ledger.cells': 'Nowe komórki',
  'ledger.hidden': 'Ukryte',
  'verify.hidden':
    '{count, plural, one {# wartość jest ukryta} few {# wartości są ukryte} many {# wartości jest ukrytych} other {# wartości jest ukrytych}}, czego nie można porównać.',
  'verify.file-differs':
    'W {count, plural, one {# miejscu} other {# miejscach}} plik mówi co innego niż zapis, z którego powstał:',
  'verify.pdf':
    'Liczby są obliczane ponownie z zapisu w pliku PDF. Same strony nie są drukowane ponownie: sprawdź HTML lub DOCX tego samego raportu.',
  'verify.same': 'Wszystkie liczby są takie same (porównano {numbers}).',
  'verify.differs':
    '{count, plural, one {# liczba się różni} few {# liczby się różnią} many {# liczb się różni} other {# liczby się różni}}:',
  'demo.start': 'Przykładowy region jest zmyślony. Wczytuję go, uruchamiam analizy i zapisuję raporty.',
  'demo.done': 'Gotowe. Zapisano w {folder}:',
}
