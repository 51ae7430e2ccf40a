import { defineFaults } from './define'

export const importGeometryFaults = defineFaults({
  'import.crs-unknown': {
    cs: 'Souřadnicový systém „{crs}“ vrstvy {layer} v souboru {file} (uveden v {from}) neznáme. Zadejte volbou crs jeden z těchto: {known}; nebo none, pak se načtou údaje a původní souřadnice bez mapy.',
    en: 'The reference system “{crs}” of the layer {layer} in {file} (stated in {from}) is not known. Name one of these with the option crs: {known}; or none, to load the attributes and the coordinates as they are, without a map.',
    pl: 'Nie znamy układu współrzędnych „{crs}” warstwy {layer} w pliku {file} (podanego w {from}). Podaj w opcji crs jeden z następujących: {known}; albo none, aby wczytać atrybuty i współrzędne źródłowe bez mapy.',
  },
  'import.crs-missing': {
    cs: 'Vrstva {layer} v souboru {file} neuvádí souřadnicový systém a ze souřadnic ho nelze určit (přicházejí v úvahu: {candidates}). Zadejte ho volbou crs, například EPSG:5514; nebo none, pak se načtou údaje a původní souřadnice bez mapy.',
    en: 'The layer {layer} in {file} does not state its reference system, and the coordinates do not decide it (possible: {candidates}). Name it with the option crs, for example EPSG:5514; or none, to load the attributes and the coordinates as they are, without a map.',
    pl: 'Warstwa {layer} w pliku {file} nie podaje układu współrzędnych, a współrzędne go nie rozstrzygają (możliwe: {candidates}). Podaj go w opcji crs, na przykład EPSG:5514; albo none, aby wczytać atrybuty i współrzędne źródłowe bez mapy.',
  },
  'import.crs-not-supported': {
    cs: 'Souřadnicový systém „{crs}“ zadaný pro vrstvu {layer} v souboru {file} neznáme. Použijte jeden z těchto: {known}; nebo none.',
    en: 'The reference system “{crs}” given for the layer {layer} in {file} is not known. Use one of these: {known}; or none.',
    pl: 'Nie znamy układu współrzędnych „{crs}” podanego dla warstwy {layer} w pliku {file}. Użyj jednego z następujących: {known}; albo none.',
  },
  'import.shapefile-damaged': {
    cs: 'Soubor {file} je poškozený nebo není celý: {part}. Zkopírujte ho znovu od zdroje, i se soubory .dbf, .shx a .prj.',
    en: 'The file {file} is damaged or not complete: {part}. Copy it again from its source, with its .dbf, .shx and .prj files.',
    pl: 'Plik {file} jest uszkodzony lub niekompletny: {part}. Skopiuj go ponownie ze źródła, razem z plikami .dbf, .shx i .prj.',
  },
  'import.not-geojson': {
    cs: 'Soubor {file} není GeoJSON: chybí FeatureCollection, Feature nebo geometrie s typem.',
    en: 'The file {file} is not GeoJSON: it has no FeatureCollection, Feature or geometry with a type.',
    pl: 'Plik {file} nie jest plikiem GeoJSON: brak w nim FeatureCollection, Feature lub geometrii z typem.',
  },
  'import.not-topojson': {
    cs: 'Soubor {file} není TopoJSON: chybí mu vrstvy (objects) nebo čáry (arcs).',
    en: 'The file {file} is not TopoJSON: it lacks its layers (objects) or its lines (arcs).',
    pl: 'Plik {file} nie jest plikiem TopoJSON: brak w nim warstw (objects) lub linii (arcs).',
  },
  'import.topojson-too-large': {
    cs: 'Soubor {file} má {megabytes, number} MB; TopoJSON umíme načíst do {limit, number} MB. Uložte ho jako GeoJSON nebo GeoPackage.',
    en: 'The file {file} has {megabytes, number} MB; TopoJSON can be loaded up to {limit, number} MB. Save it as GeoJSON or GeoPackage.',
    pl: 'Plik {file} ma {megabytes, number} MB; TopoJSON można wczytać do {limit, number} MB. Zapisz go jako GeoJSON lub GeoPackage.',
  },
})
