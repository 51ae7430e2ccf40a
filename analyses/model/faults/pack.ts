import { defineFaults } from './define'

/** What can be wrong with a pack as it stands on disk; the reader is whoever writes packs. */
export const packFaults = defineFaults({
  'pack.manifest-missing': {
    cs: 'Ve složce balíčku chybí soubor {file}. Doplňte ho, nebo složku odstraňte.',
    en: 'The pack folder has no file {file}. Add it, or remove the folder.',
    pl: 'W folderze pakietu brakuje pliku {file}. Dodaj go albo usuń folder.',
  },
  'pack.yaml-invalid': {
    cs: 'Soubor {file} není platný YAML, řádek {line}: {detail}. Opravte zápis; text s dvojtečkou nebo křížkem patří do uvozovek.',
    en: 'The file {file} is not valid YAML, line {line}: {detail}. Correct it; text with a colon or a hash belongs in quotes.',
    pl: 'Plik {file} nie jest poprawnym YAML, wiersz {line}: {detail}. Popraw zapis; tekst z dwukropkiem lub krzyżykiem należy ująć w cudzysłów.',
  },
  'pack.key-unknown': {
    cs: 'Balíček obsahuje neznámý klíč „{key}“. Zkontrolujte překlep, nebo klíč smažte.',
    en: 'The pack has an unknown key "{key}". Check the spelling, or delete the key.',
    pl: 'Pakiet zawiera nieznany klucz „{key}”. Sprawdź pisownię albo usuń klucz.',
  },
  'pack.name-invalid': {
    cs: 'Jméno „{name}“ nelze použít. Povolena jsou malá písmena bez diakritiky, číslice a podtržítko, na začátku písmeno.',
    en: 'The name "{name}" cannot be used. Names are lower-case letters without diacritics, digits and underscores, starting with a letter.',
    pl: 'Nazwy „{name}” nie można użyć. Dozwolone są małe litery bez znaków diakrytycznych, cyfry i podkreślenia, na początku litera.',
  },
  'pack.value-wrong': {
    cs: 'Hodnota v balíčku nesouhlasí s tím, co se na tomto místě čeká: {detail}. Opravte ji podle dokumentace balíčků.',
    en: 'A value in the pack is not what is expected in this place: {detail}. Correct it as the pack documentation says.',
    pl: 'Wartość w pakiecie nie odpowiada temu, czego oczekuje się w tym miejscu: {detail}. Popraw ją zgodnie z dokumentacją pakietów.',
  },
  'pack.name-unknown': {
    cs: 'Balíček odkazuje na „{name}“, ale nic takového v něm není. Známá jména: {known}.',
    en: 'The pack refers to "{name}", but it has nothing of that name. Known names: {known}.',
    pl: 'Pakiet odwołuje się do „{name}”, ale nie zawiera niczego o tej nazwie. Znane nazwy: {known}.',
  },
  'pack.name-taken': {
    cs: 'Jméno „{name}“ má v balíčku potřeba i krok. Přejmenujte krok.',
    en: 'The name "{name}" belongs to a need and to a step. Rename the step.',
    pl: 'Nazwę „{name}” ma zarówno potrzeba, jak i krok. Zmień nazwę kroku.',
  },
  'pack.file-missing': {
    cs: 'V balíčku chybí soubor {file}. Doplňte ho, nebo opravte odkaz.',
    en: 'The pack has no file {file}. Add it, or correct the reference.',
    pl: 'W pakiecie brakuje pliku {file}. Dodaj go albo popraw odwołanie.',
  },
  'pack.too-large': {
    cs: 'Balíček je příliš velký: {what}, povoleno je nejvýše {limit}. Zmenšete ho.',
    en: 'The pack is too large: {what}; the limit is {limit}. Make it smaller.',
    pl: 'Pakiet jest za duży: {what}; limit wynosi {limit}. Zmniejsz go.',
  },
  'pack.link-outside': {
    cs: 'Soubor {file} je odkaz, který vede mimo složku balíčku. Nahraďte ho skutečným souborem.',
    en: 'The file {file} is a link that leads out of the pack folder. Replace it with a real file.',
    pl: 'Plik {file} jest dowiązaniem prowadzącym poza folder pakietu. Zastąp go prawdziwym plikiem.',
  },
  'pack.not-text': {
    cs: 'Soubor {file} není text v kódování UTF-8. Uložte ho jako UTF-8.',
    en: 'The file {file} is not UTF-8 text. Save it as UTF-8.',
    pl: 'Plik {file} nie jest tekstem w kodowaniu UTF-8. Zapisz go jako UTF-8.',
  },
  'pack.unreadable': {
    cs: 'Složku {folder} nelze číst ({detail}). Zkontrolujte, zda existuje a zda k ní máte přístup.',
    en: 'The folder {folder} cannot be read ({detail}). Check that it exists and that you may read it.',
    pl: 'Nie można odczytać folderu {folder} ({detail}). Sprawdź, czy istnieje i czy masz do niego dostęp.',
  },
  'pack.id-taken': {
    cs: 'Balíček „{id}“ je už načten ze složky {other}. Změňte identifikátor jednoho z nich.',
    en: 'The pack "{id}" is already loaded from the folder {other}. Change the id of one of them.',
    pl: 'Pakiet „{id}” jest już wczytany z folderu {other}. Zmień identyfikator jednego z nich.',
  },
  'pack.step-cycle': {
    cs: 'Kroky balíčku čekají jeden na druhý: {steps}. Odstraňte jednu z vazeb „from“.',
    en: 'Steps of the pack wait for each other: {steps}. Remove one of their "from" links.',
    pl: 'Kroki pakietu czekają na siebie nawzajem: {steps}. Usuń jedno z powiązań „from”.',
  },
  'pack.default-wrong': {
    cs: 'Výchozí hodnota parametru „{param}“ není dovolená ({detail}). Opravte výchozí hodnotu nebo meze.',
    en: 'The default of the parameter "{param}" is not allowed ({detail}). Correct the default or the limits.',
    pl: 'Wartość domyślna parametru „{param}” jest niedozwolona ({detail}). Popraw wartość domyślną albo granice.',
  },
  'pack.message-missing': {
    cs: 'Chybí text „{key}“ v jazyce {locale}. Doplňte ho.',
    en: 'The text "{key}" is missing in the language {locale}. Add it.',
    pl: 'Brakuje tekstu „{key}” w języku {locale}. Dodaj go.',
  },
  'pack.message-invalid': {
    cs: 'Text „{key}“ v jazyce {locale} není platná zpráva ICU ({detail}). Opravte složené závorky.',
    en: 'The text "{key}" in the language {locale} is not a valid ICU message ({detail}). Correct its braces.',
    pl: 'Tekst „{key}” w języku {locale} nie jest poprawnym komunikatem ICU ({detail}). Popraw nawiasy klamrowe.',
  },
  'pack.message-slot': {
    cs: 'Text „{key}“ v jazyce {locale} používá „{slot}“, které anglické znění nemá. Opravte jméno.',
    en: 'The text "{key}" in the language {locale} uses "{slot}", which the English text does not have. Correct the name.',
    pl: 'Tekst „{key}” w języku {locale} używa „{slot}”, którego nie ma w wersji angielskiej. Popraw nazwę.',
  },
  'pack.template-differs': {
    cs: 'Text zprávy v jazyce {locale} umisťuje jiné grafy nebo tabulky než anglický. Sjednoťte je.',
    en: 'The report text in the language {locale} places other charts or tables than the English one. Make them agree.',
    pl: 'Tekst raportu w języku {locale} umieszcza inne wykresy lub tabele niż angielski. Ujednolić je.',
  },
  'pack.chart-invalid': {
    cs: 'Soubor grafu {file} není platný JSON ({detail}). Opravte ho.',
    en: 'The chart file {file} is not valid JSON ({detail}). Correct it.',
    pl: 'Plik wykresu {file} nie jest poprawnym JSON ({detail}). Popraw go.',
  },
  'pack.chart-forbidden': {
    cs: 'Graf obsahuje „{key}“. Graf v balíčku nesmí mít vlastní data ani odkazy; data dostane od kroku uvedeného v manifestu.',
    en: 'The chart contains "{key}". A pack chart may bring no data or links of its own; its data come from the step named in the manifest.',
    pl: 'Wykres zawiera „{key}”. Wykres w pakiecie nie może mieć własnych danych ani odnośników; dane dostaje z kroku podanego w manifeście.',
  },
  'pack.method-unknown': {
    cs: 'Balíček žádá metodu „{method}“, kterou Workbench nezná. Známé metody: {known}.',
    en: 'The pack asks for the method "{method}", which the workbench does not have. Known methods: {known}.',
    pl: 'Pakiet wymaga metody „{method}”, której program nie zna. Znane metody: {known}.',
  },
  'pack.method-option': {
    cs: 'Metoda {method} nemá volbu „{option}“ nebo její hodnota není dovolená ({detail}).',
    en: 'The method {method} has no option "{option}", or its value is not allowed ({detail}).',
    pl: 'Metoda {method} nie ma opcji „{option}” albo jej wartość jest niedozwolona ({detail}).',
  },
  'pack.method-shape': {
    cs: 'Krok s metodou „{method}“ nemá správné vstupy nebo výstupy. Metoda zná: {detail}.',
    en: 'The step with the method "{method}" has wrong inputs or outputs. The method knows: {detail}.',
    pl: 'Krok z metodą „{method}” ma błędne wejścia lub wyjścia. Metoda zna: {detail}.',
  },
  'pack.citation-unknown': {
    cs: 'Citace „{key}“ není v seznamu literatury. Opravte klíč, nebo citaci doplňte.',
    en: 'The citation "{key}" is not in the list of references. Correct the key, or add the reference.',
    pl: 'Cytowania „{key}” nie ma w spisie literatury. Popraw klucz albo dodaj pozycję.',
  },
  'pack.sql-forbidden': {
    cs: 'SQL v souboru {file} používá „{found}“, což v balíčku není dovoleno: výsledek by závisel na čase, náhodě nebo na cizích tabulkách. Odstraňte to.',
    en: 'The SQL in {file} uses "{found}", which a pack may not: the result would depend on time, chance or foreign tables. Remove it.',
    pl: 'SQL w pliku {file} używa „{found}”, co w pakiecie jest niedozwolone: wynik zależałby od czasu, przypadku lub obcych tabel. Usuń to.',
  },
  'pack.step-column-missing': {
    cs: 'Metoda {method} potřebuje sloupec „{column}“, ale krok, ze kterého čte, ho nemá. Doplňte ho v SQL.',
    en: 'The method {method} needs the column "{column}", but the step it reads has none. Add it in the SQL.',
    pl: 'Metoda {method} potrzebuje kolumny „{column}”, ale krok, z którego czyta, jej nie ma. Dodaj ją w SQL.',
  },
  'pack.sql-reads-foreign': {
    cs: 'SQL v souboru {file} čte „{table}“, což balíček nemá mezi svými vstupy. Uveďte jméno ve „from“, nebo ho v SQL nepoužívejte.',
    en: 'The SQL in {file} reads "{table}", which is not among its inputs. Name it under "from", or do not use it.',
    pl: 'SQL w pliku {file} czyta „{table}”, którego nie ma wśród wejść. Podaj nazwę w „from” albo nie używaj jej w SQL.',
  },
  'pack.sql-failed': {
    cs: 'SQL v souboru {file} nelze provést: {detail}. Opravte ho v balíčku.',
    en: 'The SQL in {file} cannot be run: {detail}. Correct it in the pack.',
    pl: 'Nie można wykonać SQL z pliku {file}: {detail}. Popraw go w pakiecie.',
  },
  'pack.output-column-missing': {
    cs: 'Krok „{step}“ nevrací sloupec „{column}“, který manifest slibuje. Opravte SQL nebo manifest.',
    en: 'The step "{step}" does not return the column "{column}" that the manifest promises. Correct the SQL or the manifest.',
    pl: 'Krok „{step}” nie zwraca kolumny „{column}”, którą zapowiada manifest. Popraw SQL albo manifest.',
  },
  'pack.text-rows': {
    cs: 'Krok „{step}“ dává texty grafu, a musí proto vrátit právě jeden řádek; vrátil jich {rows, number}.',
    en: 'The step "{step}" fills the texts of a chart and so must return exactly one row; it returned {rows, number}.',
    pl: 'Krok „{step}” wypełnia teksty wykresu, więc musi zwrócić dokładnie jeden wiersz; zwrócił {rows, plural, one {# wiersz} few {# wiersze} other {# wierszy}}.',
  },
  'pack.column-missing': {
    cs: 'Pro vstup „{need}“ chybí sloupec „{column}“. Vyberte, který sloupec vašich dat mu odpovídá.',
    en: 'The input "{need}" lacks the column "{column}". Choose which column of your data serves as it.',
    pl: 'Wejściu „{need}” brakuje kolumny „{column}”. Wskaż, która kolumna Twoich danych jej odpowiada.',
  },
})
