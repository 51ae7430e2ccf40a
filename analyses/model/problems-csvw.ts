import type { Localised } from './locale'

/** What the metadata of a CSV on the Web say that its files do not keep to, and the other way round. */
export const csvwProblemTexts = {
  'csvw.metadata-unreadable': {
    cs: 'Metadata {subject} nejsou platný JSON, proto se nepoužila.',
    en: 'The metadata {subject} are not valid JSON and were not used.',
    pl: 'Metadane {subject} nie są poprawnym plikiem JSON, dlatego ich nie użyto.',
  },
  'csvw.metadata-other-file': {
    cs: 'Metadata {subject} leží vedle souboru, ale popisují jiný, proto se nepoužila.',
    en: 'The metadata {subject} lie beside the file but describe another one, so they were not used.',
    pl: 'Metadane {subject} leżą obok pliku, ale opisują inny plik, dlatego ich nie użyto.',
  },
  'csvw.metadata-renamed': {
    cs: 'Metadata vedle souboru jmenují jiný soubor ({subject}), který tu není. Jejich sloupce se ale shodují se záhlavím, proto jsme je použili.',
    en: 'The metadata beside the file name another one ({subject}) that is not here. Their columns agree with the header, so they were used.',
    pl: 'Metadane obok pliku wskazują inny plik ({subject}), którego tu nie ma. Ich kolumny zgadzają się jednak z nagłówkiem, dlatego ich użyto.',
  },
  'csvw.metadata-error': {
    cs: 'Metadata odporují normě CSVW na {count, plural, one {# místě} other {# místech}}, nejprve zde: {subject}. Chybnou část jsme vynechali.',
    en: 'The metadata break the CSVW standard in {count, plural, one {# place} other {# places}}, first here: {subject}. The wrong part was left out.',
    pl: 'Metadane naruszają normę CSVW w {count, plural, one {# miejscu} other {# miejscach}}, najpierw tutaj: {subject}. Błędną część pominięto.',
  },
  'csvw.metadata-warning': {
    cs: 'Metadata obsahují {count, plural, one {# údaj, kterému} few {# údaje, kterým} other {# údajů, kterým}} norma CSVW nerozumí, nejprve zde: {subject}. Použila se výchozí hodnota.',
    en: 'The metadata hold {count, plural, one {# entry} other {# entries}} that the CSVW standard does not know, first here: {subject}. The default was used.',
    pl: 'Metadane zawierają {count, plural, one {# wpis, którego} few {# wpisy, których} other {# wpisów, których}} norma CSVW nie zna, najpierw tutaj: {subject}. Użyto wartości domyślnej.',
  },
  'csvw.table-missing': {
    cs: 'Tabulka {subject}, kterou popisují metadata, tu není. Z internetu se nestahuje; uložte její soubor do stejné složky.',
    en: 'The table {subject} that the metadata describe is not here. Nothing is fetched from the internet; put its file into the same folder.',
    pl: 'Tabeli {subject}, którą opisują metadane, tu nie ma. Niczego nie pobieramy z internetu; umieść jej plik w tym samym folderze.',
  },
  'csvw.table-unreadable': {
    cs: 'Tabulku {subject}, kterou popisují metadata, nelze přečíst jako text.',
    en: 'The table {subject} that the metadata describe cannot be read as text.',
    pl: 'Tabeli {subject}, którą opisują metadane, nie można odczytać jako tekstu.',
  },
  'csvw.schema-missing': {
    cs: 'Popis sloupců {subject}, na který metadata odkazují, tu není. Sloupce jsme popsali podle dat.',
    en: 'The description of columns {subject} that the metadata refer to is not here. The columns were described from the data.',
    pl: 'Opisu kolumn {subject}, do którego odsyłają metadane, tu nie ma. Kolumny opisano na podstawie danych.',
  },
  'csvw.columns-number': {
    cs: 'Metadata popisují jiný počet sloupců, než má soubor (popsané/skutečné: {subject}).',
    en: 'The metadata describe another number of columns than the file has (described/found: {subject}).',
    pl: 'Metadane opisują inną liczbę kolumn, niż ma plik (opisane/znalezione: {subject}).',
  },
  'csvw.column-title': {
    cs: 'Sloupec {column} má v souboru jiné záhlaví než v metadatech. Ověřte, že jde o týž sloupec.',
    en: 'The column {column} has another header in the file than in the metadata. Check that it is the same column.',
    pl: 'Kolumna {column} ma w pliku inny nagłówek niż w metadanych. Sprawdź, czy to ta sama kolumna.',
  },
  'csvw.columns-order': {
    cs: 'Sloupce stojí v souboru v jiném pořadí než v metadatech. Přiřadili jsme je podle názvů.',
    en: 'The columns of the file stand in another order than in the metadata. They were matched by their titles.',
    pl: 'Kolumny w pliku stoją w innej kolejności niż w metadanych. Dopasowano je według tytułów.',
  },
  'csvw.dialect-differs': {
    cs: 'Soubor je zapsán jinak, než uvádějí metadata (oddělovač {subject}). Načetli jsme ho podle skutečného zápisu.',
    en: 'The file is written in another way than the metadata say (delimiter {subject}). It was read as it really is.',
    pl: 'Plik jest zapisany inaczej, niż podają metadane (separator {subject}). Odczytano go tak, jak jest zapisany.',
  },
  'csvw.cell-required': {
    cs: 'Sloupec {column} je podle metadat povinný, ale {count, plural, one {# buňka je prázdná} few {# buňky jsou prázdné} other {# buněk je prázdných}} (první na řádku {line, number}).',
    en: 'By its metadata the column {column} must be filled, but {count, plural, one {# cell is} other {# cells are}} empty (first at line {line, number}).',
    pl: 'Według metadanych kolumna {column} jest wymagana, ale {count, plural, one {# komórka jest pusta} few {# komórki są puste} other {# komórek jest pustych}} (pierwsza w wierszu {line, number}).',
  },
  'csvw.cell-value': {
    cs: 'Ve sloupci {column} {count, plural, one {# buňka neodpovídá} few {# buňky neodpovídají} other {# buněk neodpovídá}} typu nebo formátu z metadat (první na řádku {line, number}).',
    en: 'In the column {column}, {count, plural, one {# cell does} other {# cells do}} not fit the type or format in the metadata (first at line {line, number}).',
    pl: 'W kolumnie {column} {count, plural, one {# komórka nie pasuje} few {# komórki nie pasują} other {# komórek nie pasuje}} do typu lub formatu z metadanych (pierwsza w wierszu {line, number}).',
  },
  'csvw.cell-length': {
    cs: 'Ve sloupci {column} {count, plural, one {má # buňka} few {mají # buňky} other {má # buněk}} jinou délku, než metadata dovolují (první na řádku {line, number}).',
    en: 'In the column {column}, {count, plural, one {# cell is} other {# cells are}} longer or shorter than the metadata allow (first at line {line, number}).',
    pl: 'W kolumnie {column} {count, plural, one {# komórka ma} few {# komórki mają} other {# komórek ma}} inną długość, niż dopuszczają metadane (pierwsza w wierszu {line, number}).',
  },
  'csvw.cell-range': {
    cs: 'Ve sloupci {column} {count, plural, one {leží # hodnota} few {leží # hodnoty} other {leží # hodnot}} mimo meze z metadat (první na řádku {line, number}).',
    en: 'In the column {column}, {count, plural, one {# value lies} other {# values lie}} outside the limits in the metadata (first at line {line, number}).',
    pl: 'W kolumnie {column} {count, plural, one {# wartość leży} few {# wartości leżą} other {# wartości leży}} poza granicami z metadanych (pierwsza w wierszu {line, number}).',
  },
  'csvw.key-repeated': {
    cs: 'Klíč {column} má být jedinečný, ale {count, plural, one {# záznam ho opakuje} few {# záznamy ho opakují} other {# záznamů ho opakuje}} (první na řádku {line, number}).',
    en: 'The key {column} should be unique, but {count, plural, one {# record repeats} other {# records repeat}} it (first at line {line, number}).',
    pl: 'Klucz {column} ma być unikatowy, ale {count, plural, one {# rekord go powtarza} few {# rekordy go powtarzają} other {# rekordów go powtarza}} (pierwszy w wierszu {line, number}).',
  },
  'csvw.key-unchecked': {
    cs: 'Klíčů je příliš mnoho, zkontrolovala se jen část (soubor {subject}).',
    en: 'There are too many keys; only some of them were checked (file {subject}).',
    pl: 'Kluczy jest zbyt wiele; sprawdzono tylko część (plik {subject}).',
  },
  'csvw.reference-missing': {
    cs: '{count, plural, one {# záznam odkazuje} few {# záznamy odkazují} other {# záznamů odkazuje}} sloupcem {column} na řádek, který v tabulce {subject} není (první na řádku {line, number}).',
    en: '{count, plural, one {# record refers} other {# records refer}} by the column {column} to a row that the table {subject} does not have (first at line {line, number}).',
    pl: '{count, plural, one {# rekord odwołuje się} few {# rekordy odwołują się} other {# rekordów odwołuje się}} przez kolumnę {column} do wiersza, którego w tabeli {subject} nie ma (pierwszy w wierszu {line, number}).',
  },
  'csvw.reference-ambiguous': {
    cs: '{count, plural, one {# záznam odkazuje} few {# záznamy odkazují} other {# záznamů odkazuje}} sloupcem {column} na klíč, který je v tabulce {subject} vícekrát (první na řádku {line, number}).',
    en: '{count, plural, one {# record refers} other {# records refer}} by the column {column} to a key that the table {subject} has more than once (first at line {line, number}).',
    pl: '{count, plural, one {# rekord odwołuje się} few {# rekordy odwołują się} other {# rekordów odwołuje się}} przez kolumnę {column} do klucza, który w tabeli {subject} występuje wielokrotnie (pierwszy w wierszu {line, number}).',
  },
  'csvw.virtual-columns': {
    cs: 'Metadata definují {count, plural, one {# virtuální sloupec, který} few {# virtuální sloupce, které} other {# virtuálních sloupců, které}} v souboru nejsou; slouží propojeným datům a nenačítají se.',
    en: 'The metadata define {count, plural, one {# virtual column that is} other {# virtual columns that are}} not in the file; they serve linked data and are not loaded.',
    pl: 'Metadane definiują {count, plural, one {# kolumnę wirtualną, której} few {# kolumny wirtualne, których} other {# kolumn wirtualnych, których}} nie ma w pliku; służą danym powiązanym i nie są wczytywane.',
  },
  'csvw.default-value': {
    cs: 'Metadata dávají prázdným buňkám sloupce {column} výchozí hodnotu. Nedoplňujeme ji; buňky zůstaly prázdné.',
    en: 'The metadata give empty cells of the column {column} a default value. It is not filled in; the cells stay empty.',
    pl: 'Metadane nadają pustym komórkom kolumny {column} wartość domyślną. Nie uzupełniamy jej; komórki pozostały puste.',
  },
} as const satisfies Readonly<Record<string, Localised>>
