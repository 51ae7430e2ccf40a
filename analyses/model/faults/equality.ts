import { defineFaults } from './define'

/** Why an index of equality or human development cannot be made. */
export const equalityFaults = defineFaults({
  'equality.edition-unknown': {
    cs: 'Vydání „{edition}“ neznáme. Dostupná vydání: {known}.',
    en: 'There is no edition "{edition}". Editions: {known}.',
    pl: 'Nie znamy wydania „{edition}”. Dostępne wydania: {known}.',
  },
  'equality.no-input': {
    cs: 'Chybějí data. Přiřaďte buď ukazatele za ženy a muže, nebo hotová skóre domén.',
    en: 'There are no data. Bind either indicators for women and men, or ready scores of domains.',
    pl: 'Brakuje danych. Przypisz albo wskaźniki dla kobiet i mężczyzn, albo gotowe wyniki domen.',
  },
  'equality.two-inputs': {
    cs: 'Přiřazeny jsou ukazatele i skóre domén. Nechte jedno z nich, aby bylo jasné, z čeho index vychází.',
    en: 'Both indicators and scores of domains are bound. Keep one of them, so that it is clear what the index rests on.',
    pl: 'Przypisano zarówno wskaźniki, jak i wyniki domen. Zostaw jedno z nich, aby było jasne, na czym opiera się indeks.',
  },
  'equality.no-indicator': {
    cs: 'Žádný ukazatel z dat ({found}) nepatří do struktury. Struktura zná: {known}. Doplňte soubor se strukturou, nebo opravte názvy.',
    en: 'No indicator of the data ({found}) belongs to the structure. The structure knows: {known}. Add a structure file, or correct the names.',
    pl: 'Żaden wskaźnik z danych ({found}) nie należy do struktury. Struktura zna: {known}. Dodaj plik ze strukturą albo popraw nazwy.',
  },
  'equality.score-range': {
    cs: 'Skóre domény „{domain}“ je {score}. Skóre musí být od 1 do 100.',
    en: 'The score of the domain "{domain}" is {score}. Scores run from 1 to 100.',
    pl: 'Wynik domeny „{domain}” to {score}. Wyniki muszą mieścić się od 1 do 100.',
  },
})
