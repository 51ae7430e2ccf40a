import type { Localised } from './locale'

/** What is noticed about maps; `{subject}` is the layer with its reference system or the order of its axes. */
export const geometryProblemTexts = {
  'records.deleted': {
    cs: 'Záznamy označené v souboru jako smazané: {count, number}. Nenačetly se.',
    en: 'Records marked as deleted in the file: {count, number}. They were not loaded.',
    pl: 'Rekordy oznaczone w pliku jako usunięte: {count, number}. Nie zostały wczytane.',
  },
  'geometry.crs-assumed': {
    cs: 'Souřadnicový systém vrstvy není uveden; souřadnice čteme jako zeměpisnou délku a šířku ({subject}). Když je mapa jinde, než má být, zadejte systém sami (volba crs).',
    en: 'The reference system of the layer is not stated; its coordinates are read as longitude and latitude ({subject}). If the map lies elsewhere than it should, name the system yourself (option crs).',
    pl: 'Nie podano układu współrzędnych warstwy; współrzędne odczytujemy jako długość i szerokość geograficzną ({subject}). Jeśli mapa leży gdzie indziej, niż powinna, podaj układ samodzielnie (opcja crs).',
  },
  'geometry.crs-guessed': {
    cs: 'Souřadnicový systém vrstvy není uveden; podle velikosti souřadnic jsme odhadli {subject}. Zkontrolujte polohu na mapě, případně zadejte jiný systém (volba crs).',
    en: 'The reference system of the layer is not stated; from the size of its coordinates it was guessed: {subject}. Check its place on a map, or name another system (option crs).',
    pl: 'Nie podano układu współrzędnych warstwy; na podstawie wielkości współrzędnych przyjęto {subject}. Sprawdź położenie na mapie albo podaj inny układ (opcja crs).',
  },
  'geometry.crs-contradicted': {
    cs: 'Vrstva uvádí zeměpisnou délku a šířku, ale její souřadnice jsou v metrech; podle jejich velikosti čteme {subject}. Zkontrolujte polohu na mapě, případně zadejte jiný systém (volba crs).',
    en: 'The layer says longitude and latitude, but its coordinates are in metres; by their size they are read as {subject}. Check its place on a map, or name another system (option crs).',
    pl: 'Warstwa podaje długość i szerokość geograficzną, ale jej współrzędne są w metrach; na podstawie ich wielkości odczytujemy {subject}. Sprawdź położenie na mapie albo podaj inny układ (opcja crs).',
  },
  'geometry.axes-exchanged': {
    cs: 'Souřadnice mají zřejmě jiné pořadí nebo znaménka os ({subject} by vrstvu položilo na správné místo). Ponechali jsme je, jak jsou; opravte to volbou axes.',
    en: 'The axes of the coordinates seem to be in another order or of another sign ({subject} would bring the layer to its place). They were left as they are; correct it with the option axes.',
    pl: 'Osie współrzędnych mają zapewne inną kolejność lub inne znaki ({subject} umieściłoby warstwę na właściwym miejscu). Pozostawiono je bez zmian; popraw to opcją axes.',
  },
  'geometry.outside-area': {
    cs: 'Vrstva leží mimo území, pro které se její souřadnicový systém používá ({subject}). Zkontrolujte systém.',
    en: 'The layer lies outside the area its reference system is made for ({subject}). Check the system.',
    pl: 'Warstwa leży poza obszarem, dla którego stosuje się jej układ współrzędnych ({subject}). Sprawdź układ.',
  },
  'geometry.crs-unknown': {
    cs: 'Souřadnicový systém vrstvy neznáme ({subject}), proto se sama nenačte. Zadejte ho volbou crs, nebo zvolte none a načtou se jen údaje.',
    en: 'The reference system of the layer is not known ({subject}), so it is not loaded by itself. Name it with the option crs, or choose none to load the attributes only.',
    pl: 'Nie znamy układu współrzędnych warstwy ({subject}), dlatego nie wczytuje się ona sama. Podaj go w opcji crs albo wybierz none, aby wczytać tylko atrybuty.',
  },
  'geometry.crs-mixed': {
    cs: '{count, plural, one {# prvek má} few {# prvky mají} other {# prvků má}} jiný souřadnicový systém, než uvádí vrstva ({subject}; první je záznam {line, number}). Jejich geometrie se nenačetla.',
    en: '{count, plural, one {# feature has} other {# features have}} another reference system than the layer states ({subject}; first is record {line, number}). Their geometry was not loaded.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} inny układ współrzędnych, niż podaje warstwa ({subject}; pierwszy to rekord {line, number}). Ich geometrii nie wczytano.',
  },
  'geometry.absent': {
    cs: '{count, plural, one {# prvek nemá} few {# prvky nemají} other {# prvků nemá}} geometrii (první je záznam {line, number}). Jejich údaje se načetly.',
    en: '{count, plural, one {# feature has} other {# features have}} no geometry (first is record {line, number}). Their attributes were loaded.',
    pl: '{count, plural, one {# obiekt nie ma} few {# obiekty nie mają} other {# obiektów nie ma}} geometrii (pierwszy to rekord {line, number}). Ich atrybuty wczytano.',
  },
  'geometry.broken': {
    cs: '{count, plural, one {# prvek má} few {# prvky mají} other {# prvků má}} poškozenou geometrii (první je záznam {line, number}). Údaje zůstaly, tvar chybí.',
    en: '{count, plural, one {# feature has} other {# features have}} a broken geometry (first is record {line, number}). The attributes stay, the shape is absent.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} uszkodzoną geometrię (pierwszy to rekord {line, number}). Atrybuty pozostały, kształtu brak.',
  },
  'geometry.curve': {
    cs: '{count, plural, one {# prvek má tvar} few {# prvky mají tvar} other {# prvků má tvar}} s oblouky nebo jiného druhu, který neumíme zobrazit (první je záznam {line, number}). V mapovém programu převeďte oblouky na lomené čáry.',
    en: '{count, plural, one {# feature has} other {# features have}} a shape with curves or of another kind that cannot be drawn (first is record {line, number}). Turn curves into straight segments in a mapping program.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} kształt z łukami lub innego rodzaju, którego nie potrafimy przedstawić (pierwszy to rekord {line, number}). Zamień łuki na łamane w programie mapowym.',
  },
  'geometry.not-a-number': {
    cs: '{count, plural, one {# prvek má} few {# prvky mají} other {# prvků má}} souřadnici, která není číslem (první je záznam {line, number}). Údaje zůstaly, tvar chybí.',
    en: '{count, plural, one {# feature has} other {# features have}} a coordinate that is not a number (first is record {line, number}). The attributes stay, the shape is absent.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} współrzędną, która nie jest liczbą (pierwszy to rekord {line, number}). Atrybuty pozostały, kształtu brak.',
  },
  'geometry.nowhere': {
    cs: '{count, plural, one {# prvek má} few {# prvky mají} other {# prvků má}} souřadnice, které v souřadnicovém systému neleží na Zemi (první je záznam {line, number}). Původní souřadnice zůstaly ve sloupci geometry_source.',
    en: '{count, plural, one {# feature has} other {# features have}} coordinates that lie nowhere on Earth in its reference system (first is record {line, number}). The coordinates as read stay in the column geometry_source.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} współrzędne, które w układzie współrzędnych nie leżą na Ziemi (pierwszy to rekord {line, number}). Współrzędne źródłowe pozostały w kolumnie geometry_source.',
  },
  'geometry.ring-open': {
    cs: 'Neuzavřené obrysy ploch: {count, number} (první v záznamu {line, number}). Zůstaly, jak jsou.',
    en: 'Outlines of areas that are not closed: {count, number} (first in record {line, number}). They were left as they are.',
    pl: 'Niezamknięte obrysy obszarów: {count, number} (pierwszy w rekordzie {line, number}). Pozostawiono je bez zmian.',
  },
  'geometry.measures-left': {
    cs: '{count, plural, one {# prvek má} few {# prvky mají} other {# prvků má}} u bodů měřené hodnoty (M), pro které GeoJSON nemá místo (první je záznam {line, number}). Načetla se jen poloha.',
    en: '{count, plural, one {# feature has} other {# features have}} measures (M) on its points, for which GeoJSON has no place (first is record {line, number}). Only the position was loaded.',
    pl: '{count, plural, one {# obiekt ma} few {# obiekty mają} other {# obiektów ma}} przy punktach wartości pomiarowe (M), na które GeoJSON nie ma miejsca (pierwszy to rekord {line, number}). Wczytano tylko położenie.',
  },
  'shapefile.parts-differ': {
    cs: 'Soubory vrstvy k sobě nesedí ({subject}): geometrie a řádky údajů mají různý počet. Spárovali jsme je podle pořadí; zkontrolujte, zda patří k sobě.',
    en: 'The files of the layer do not fit together ({subject}): geometries and rows of attributes differ in number. They were paired in order; check that they belong together.',
    pl: 'Pliki warstwy nie pasują do siebie ({subject}): liczba geometrii i wierszy atrybutów jest różna. Połączono je w kolejności; sprawdź, czy należą do siebie.',
  },
  'shapefile.no-attributes': {
    cs: 'Vedle souboru {subject} není soubor .dbf s údaji. Načetla se jen geometrie.',
    en: 'Beside {subject} there is no .dbf file with the attributes. Only the geometry was loaded.',
    pl: 'Obok pliku {subject} nie ma pliku .dbf z atrybutami. Wczytano tylko geometrię.',
  },
  'shapefile.rows-missing': {
    cs: 'Soubor {subject} podle záhlaví má mít o {count, number} záznamů víc, než v něm je. Nejspíš je uříznutý.',
    en: 'By its header the file {subject} should hold {count, number} more records than it does. It was probably cut off.',
    pl: 'Według nagłówka plik {subject} powinien mieć o {count, number} rekordów więcej, niż ma. Prawdopodobnie został ucięty.',
  },
  'shapefile.rows-unstated': {
    cs: 'Soubor {subject} má za posledním záznamem, který uvádí záhlaví, místo ještě na {count, number} dalších. Nenačetly se.',
    en: 'Behind the last record its header states, the file {subject} has room for {count, number} more. They were not loaded.',
    pl: 'Za ostatnim rekordem podanym w nagłówku plik {subject} ma miejsce na {count, number} kolejnych. Nie zostały wczytane.',
  },
  'shapefile.memo-missing': {
    cs: 'Údaje mají dlouhé texty v souboru .dbt nebo .fpt, který neumíme číst ({subject}). V těchto sloupcích je jen číslo bloku.',
    en: 'The attributes keep long texts in a .dbt or .fpt file, which cannot be read ({subject}). These columns hold only the number of the block.',
    pl: 'Atrybuty przechowują długie teksty w pliku .dbt lub .fpt, którego nie potrafimy odczytać ({subject}). W tych kolumnach jest tylko numer bloku.',
  },
  'gtfs.dangling': {
    cs: 'Ve sloupci {column} {count, plural, one {# záznam odkazuje} few {# záznamy odkazují} other {# záznamů odkazuje}} na klíč, který v {subject} není (první na řádku {line, number}).',
    en: 'In the column {column}, {count, plural, one {# record refers} other {# records refer}} to a key that {subject} does not have (first at line {line, number}).',
    pl: 'W kolumnie {column} {count, plural, one {# rekord odwołuje się} few {# rekordy odwołują się} other {# rekordów odwołuje się}} do klucza, którego nie ma w {subject} (pierwszy w wierszu {line, number}).',
  },
  'gtfs.file-missing': {
    cs: 'Jízdnímu řádu chybí soubor {subject}, který GTFS vyžaduje.',
    en: 'The feed lacks the file {subject}, which GTFS requires.',
    pl: 'W rozkładzie jazdy brakuje pliku {subject}, którego wymaga GTFS.',
  },
  'gtfs.no-calendar': {
    cs: 'Jízdní řád nemá pravidelný kalendář (calendar.txt); dny provozu jsou jen v calendar_dates.txt. GTFS to dovoluje.',
    en: 'The feed has no weekly calendar (calendar.txt); days of service stand only in calendar_dates.txt. GTFS allows that.',
    pl: 'Rozkład jazdy nie ma kalendarza tygodniowego (calendar.txt); dni kursowania są tylko w calendar_dates.txt. GTFS na to pozwala.',
  },
  'gtfs.time-unreadable': {
    cs: 'Ve sloupci {column} {count, plural, one {# čas není} few {# časy nejsou} other {# časů není}} ve tvaru H:MM:SS (první na řádku {line, number}). Původní znění je zachováno.',
    en: 'In the column {column}, {count, plural, one {# time is} other {# times are}} not in the form H:MM:SS (first at line {line, number}). The text as read is kept.',
    pl: 'W kolumnie {column} {count, plural, one {# godzina nie ma} few {# godziny nie mają} other {# godzin nie ma}} postaci H:MM:SS (pierwsza w wierszu {line, number}). Tekst źródłowy zachowano.',
  },
} as const satisfies Readonly<Record<string, Localised>>
