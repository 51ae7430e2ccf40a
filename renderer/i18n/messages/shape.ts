import { defineMessages } from '../define'

export const shapeMessages = defineMessages({
  'shape.tab': { cs: 'Tvar', en: 'Shape', pl: 'Układ' },
  'shape.help': {
    cs: 'Analýzy chtějí jedno pozorování na řádku. Změna tvaru je zapsaný krok: přečtená data zůstávají a krok lze vynechat.',
    en: 'Analyses want one observation in each row. A change of shape is a recorded step: what was read stays, and the step can be left out.',
    pl: 'Analizy wymagają jednej obserwacji w wierszu. Zmiana układu to zapisany krok: odczytane dane pozostają, a krok można pominąć.',
  },
  'shape.step': { cs: 'Krok {number, number}:', en: 'Step {number, number}:', pl: 'Krok {number, number}:' },
  'shape.proposed': { cs: 'Návrh:', en: 'Proposed:', pl: 'Propozycja:' },
  'shape.accept': { cs: 'Přijmout návrh', en: 'Accept the proposal', pl: 'Przyjmij propozycję' },
  'shape.remove': { cs: 'Odebrat krok', en: 'Remove the step', pl: 'Usuń krok' },
  'shape.none': {
    cs: 'Názvy sloupců žádnou změnu nenaznačují. Vlastní krok můžete přidat níže.',
    en: 'The names of the columns suggest no change. You can add a step of your own below.',
    pl: 'Nazwy kolumn nie wskazują na potrzebę zmiany. Własny krok możesz dodać poniżej.',
  },
  'shape.words.long': {
    cs: '{count, plural, one {# sloupec} few {# sloupce} other {# sloupců}} ({columns}) se {count, plural, one {změní} few {změní} other {změní}} na řádky. Co říkal název sloupce, bude ve sloupci {into}; hodnoty budou ve sloupci {value}.',
    en: '{count, plural, one {# column becomes} other {# columns become}} rows ({columns}). What their names said goes to {into}, their values to {value}.',
    pl: '{count, plural, one {# kolumna zamieni} few {# kolumny zamienią} other {# kolumn zamieni}} się w wiersze ({columns}). To, co mówiła nazwa kolumny, trafi do {into}, a wartości do {value}.',
  },
  'shape.words.wide': {
    cs: 'Z každé hodnoty sloupce {names} bude sloupec; vyplní ho {values}.',
    en: 'Each value of {names} becomes a column, filled from {values}.',
    pl: 'Każda wartość kolumny {names} stanie się kolumną wypełnioną z {values}.',
  },
  'shape.words.level': {
    cs: 'Vedle sloupce {column} přibude sloupec {column}_level s úrovní kódu.',
    en: 'Beside {column} there will be {column}_level with the level of the code.',
    pl: 'Obok kolumny {column} pojawi się {column}_level z poziomem kodu.',
  },
  'shape.words.time': {
    cs: 'Ze sloupců {columns} vznikne vedle nich časový údaj {into}.',
    en: 'The columns {columns} are joined to a time {into} beside them.',
    pl: 'Z kolumn {columns} powstanie obok nich czas {into}.',
  },
  'shape.words.differences': {
    cs: 'Ze stavů počitadla {column} vznikne sloupec {into} s rozdíly mezi sousedními stavy (pořadí podle {order}).',
    en: 'From the readings of the counter {column} a column {into} is made of the differences between neighbouring readings (ordered by {order}).',
    pl: 'Ze stanów licznika {column} powstanie kolumna {into} z różnicami między sąsiednimi stanami (kolejność według {order}).',
  },
  'shape.before': { cs: 'Před krokem', en: 'Before the step', pl: 'Przed krokiem' },
  'shape.after': { cs: 'Po kroku', en: 'After the step', pl: 'Po kroku' },
  'shape.newColumn': { cs: 'Nový sloupec', en: 'New column', pl: 'Nowa kolumna' },
  'shape.valueColumn': { cs: 'Sloupec s hodnotami', en: 'Column of values', pl: 'Kolumna z wartościami' },
  'shape.values': {
    cs: 'Co znamená který sloupec',
    en: 'What each column stands for',
    pl: 'Co oznacza każda kolumna',
  },
  'shape.valueOf': {
    cs: 'Hodnota {name} pro sloupec {column}',
    en: '{name} of the column {column}',
    pl: 'Wartość {name} dla kolumny {column}',
  },
  'shape.column': { cs: 'Sloupec', en: 'Column', pl: 'Kolumna' },
  'shape.own': { cs: 'Vlastní krok', en: 'A step of your own', pl: 'Własny krok' },
  'shape.kind.wide-to-long': {
    cs: 'sloupce na řádky',
    en: 'columns to rows',
    pl: 'kolumny na wiersze',
  },
  'shape.kind.long-to-wide': {
    cs: 'hodnoty jednoho sloupce na sloupce',
    en: 'values of one column to columns',
    pl: 'wartości jednej kolumny na kolumny',
  },
  'shape.kind.add-level': {
    cs: 'přidat úroveň smíšených kódů',
    en: 'add the level of mixed codes',
    pl: 'dodaj poziom mieszanych kodów',
  },
  'shape.chooseColumns': {
    cs: 'Sloupce, ze kterých budou řádky',
    en: 'Columns that become rows',
    pl: 'Kolumny, które staną się wierszami',
  },
  'shape.atLeastTwo': {
    cs: 'Zvolte alespoň dva sloupce.',
    en: 'Choose at least two columns.',
    pl: 'Wybierz co najmniej dwie kolumny.',
  },
  'shape.addLong': {
    cs: '{count, plural, =0 {Změnit sloupce na řádky} one {Změnit # sloupec na řádky} few {Změnit # sloupce na řádky} other {Změnit # sloupců na řádky}}',
    en: '{count, plural, =0 {Turn columns into rows} one {Turn # column into rows} other {Turn # columns into rows}}',
    pl: '{count, plural, =0 {Zamień kolumny na wiersze} one {Zamień # kolumnę na wiersze} few {Zamień # kolumny na wiersze} other {Zamień # kolumn na wiersze}}',
  },
  'shape.names': {
    cs: 'Sloupec, jehož hodnoty pojmenují nové sloupce',
    en: 'Column whose values name the new columns',
    pl: 'Kolumna, której wartości nazwą nowe kolumny',
  },
  'shape.fills': {
    cs: 'Sloupec, který je vyplní',
    en: 'Column that fills them',
    pl: 'Kolumna, która je wypełni',
  },
  'shape.addWide': {
    cs: 'Změnit hodnoty na sloupce',
    en: 'Turn the values into columns',
    pl: 'Zamień wartości na kolumny',
  },
  'shape.levelOf': { cs: 'Sloupec s kódy', en: 'Column of codes', pl: 'Kolumna z kodami' },
  'shape.noLevels': {
    cs: 'Žádný sloupec nemíchá kódy více úrovní.',
    en: 'No column mixes codes of several levels.',
    pl: 'Żadna kolumna nie miesza kodów kilku poziomów.',
  },
  'shape.addLevel': { cs: 'Přidat úroveň', en: 'Add the level', pl: 'Dodaj poziom' },
})
