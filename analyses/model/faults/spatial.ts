import { defineFaults } from './define'

/** Why areas and their neighbours cannot be analysed as they are. */
export const spatialFaults = defineFaults({
  'spatial.weights-unknown': {
    cs: 'Sousedství „{weights}“ neznáme. Zadejte queen (společný bod hranice), rook (společná část hranice), knn:5 (pět nejbližších) nebo distance:20 (všichni do 20 km).',
    en: 'Neighbours "{weights}" are not known. Use queen (a shared point of the border), rook (a shared stretch of the border), knn:5 (the five nearest) or distance:20 (all within 20 km).',
    pl: 'Sąsiedztwo „{weights}” nie jest znane. Podaj queen (wspólny punkt granicy), rook (wspólny odcinek granicy), knn:5 (pięć najbliższych) albo distance:20 (wszystkie do 20 km).',
  },
  'spatial.no-neighbours': {
    cs: 'Není známo, které území sousedí s kterým. Přidejte tabulku sousedů, nebo vrstvu s hranicemi území.',
    en: 'Nothing says which territory borders on which. Add a table of neighbours, or a layer with the shapes of the territories.',
    pl: 'Nie wiadomo, który obszar sąsiaduje z którym. Dodaj tabelę sąsiadów albo warstwę z granicami obszarów.',
  },
  'spatial.no-areas': {
    cs: 'Sousedství {weights} potřebuje plochy, ale data obsahují body nebo čáry. Zvolte knn nebo distance.',
    en: 'Neighbours by {weights} need areas, but the data hold points or lines. Choose knn or distance.',
    pl: 'Sąsiedztwo {weights} wymaga powierzchni, a dane zawierają punkty lub linie. Wybierz knn albo distance.',
  },
  'spatial.shape-unreadable': {
    cs: 'Tvar území „{territory}“ nelze přečíst jako GeoJSON. Přiřaďte sloupec geometry z importované vrstvy.',
    en: 'The shape of the territory "{territory}" cannot be read as GeoJSON. Bind the column geometry of an imported layer.',
    pl: 'Kształtu obszaru „{territory}” nie można odczytać jako GeoJSON. Przypisz kolumnę geometry z zaimportowanej warstwy.',
  },
  'spatial.too-many-nearest': {
    cs: 'Nelze vybrat {k, number} nejbližších: území je jen {areas, number}. Zvolte menší počet.',
    en: 'The {k, number} nearest cannot be chosen among {areas, number} territories. Choose a smaller number.',
    pl: 'Nie można wybrać tylu najbliższych ({k, number}): obszarów jest tylko {areas, number}. Wybierz mniejszą liczbę.',
  },
  'spatial.too-few-areas': {
    cs: 'Pro tuto analýzu je území málo: zbývá {areas, number}, potřeba je aspoň {needed, number}. Počítají se jen území s hodnotou a aspoň jedním sousedem.',
    en: 'There are too few territories: {areas, number} are left, at least {needed, number} are needed. Only those with a value and a neighbour count.',
    pl: 'Obszarów jest za mało: zostało {areas, number}, potrzeba co najmniej {needed, number}. Liczą się tylko te z wartością i co najmniej jednym sąsiadem.',
  },
  'spatial.no-variation': {
    cs: 'Hodnota je ve všech územích stejná, není tedy co porovnávat. Zkontrolujte přiřazený sloupec.',
    en: 'The value is the same in all territories, so there is nothing to compare. Check which column is bound.',
    pl: 'Wartość jest taka sama we wszystkich obszarach, nie ma więc czego porównywać. Sprawdź przypisaną kolumnę.',
  },
})
