import { defineFaults } from './define'

/** Why territories cannot be compared or grouped as they are. */
export const peersFaults = defineFaults({
  'peers.territory-unknown': {
    cs: 'Území „{territory}“ v datech není. Zadejte parametr territory, například {example}.',
    en: 'The territory "{territory}" is not in the data. Set the parameter territory, for example {example}.',
    pl: 'Obszaru „{territory}” nie ma w danych. Podaj parametr territory, na przykład {example}.',
  },
  'peers.territory-incomplete': {
    cs: 'Vybrané území nemá hodnotu u více než třetiny ukazatelů, nelze ho proto srovnávat. Vynechte neúplné ukazatele.',
    en: 'The chosen territory lacks more than a third of the indicators and cannot be compared. Leave incomplete indicators out.',
    pl: 'Wybranemu obszarowi brakuje więcej niż jednej trzeciej wskaźników, nie można go więc porównać. Pomiń niepełne wskaźniki.',
  },
  'peers.no-variation': {
    cs: 'Žádný z ukazatelů se mezi územími neliší, není tedy podle čeho je srovnávat. Zkontrolujte přiřazené sloupce.',
    en: 'None of the indicators differs between territories, so nothing tells them apart. Check which columns are bound.',
    pl: 'Żaden ze wskaźników nie różni się między obszarami, nie ma więc jak ich porównać. Sprawdź przypisane kolumny.',
  },
  'peers.too-few': {
    cs: 'Území se srovnatelnými údaji je málo: {peers, number}, potřeba je aspoň {needed, number}. Uvolněte omezení velikosti, nebo vynechte neúplné ukazatele.',
    en: 'Too few different territories can be compared: {peers, number}, at least {needed, number} are needed. Relax the limit of size, or leave incomplete indicators out.',
    pl: 'Obszarów z porównywalnymi danymi jest za mało: {peers, number}, potrzeba co najmniej {needed, number}. Poluzuj ograniczenie wielkości albo pomiń niepełne wskaźniki.',
  },
  'peers.events-above': {
    cs: 'Někde je událostí více než lidí. Zkontrolujte sloupce, nebo zvolte meze poisson, které opakované události dovolují.',
    en: 'Somewhere there are more events than people. Check the columns, or choose the limits poisson, which allow repeated events.',
    pl: 'Gdzieś zdarzeń jest więcej niż osób. Sprawdź kolumny albo wybierz granice poisson, które dopuszczają powtarzające się zdarzenia.',
  },
  'peers.too-many-for-ward': {
    cs: 'Wardova metoda zvládne nejvýše {most, number} území, v datech jich je {territories, number}. Zvolte k-means.',
    en: "Ward's method can take at most {most, number} territories; the data have {territories, number}. Choose k-means.",
    pl: 'Metoda Warda przyjmuje najwyżej {most, number} obszarów, a w danych jest ich {territories, number}. Wybierz k-means.',
  },
  'peers.groups-wrong': {
    cs: 'Počet skupin „{k}“ nelze použít. Zadejte auto nebo celé číslo od 2 do 30.',
    en: 'The number of groups "{k}" cannot be used. Use auto or a whole number from 2 to 30.',
    pl: 'Nie można użyć liczby grup „{k}”. Podaj auto albo liczbę całkowitą od 2 do 30.',
  },
})
