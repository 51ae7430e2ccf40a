import { defineFaults } from './define'

/** Why convergence cannot be measured with the data as they are. */
export const convergenceFaults = defineFaults({
  'convergence.one-period': {
    cs: 'Konvergence potřebuje aspoň dvě období. Zkontrolujte sloupec období a volby Od a Do.',
    en: 'Convergence needs at least two periods. Check the period column and the choices From and To.',
    pl: 'Konwergencja wymaga co najmniej dwóch okresów. Sprawdź kolumnę okresu oraz wybory Od i Do.',
  },
  'convergence.too-few': {
    cs: 'Kladnou hodnotu v obdobích {from} i {to} má příliš málo území ({territories}); potřeba jsou aspoň tři. Vyberte jiná období.',
    en: 'Too few territories have a value above zero both in {from} and in {to} ({territories}); at least three are needed. Choose other periods.',
    pl: 'Wartość większą od zera zarówno w okresie {from}, jak i {to} ma zbyt mało terytoriów ({territories}); potrzebne są co najmniej trzy. Wybierz inne okresy.',
  },
  'convergence.repeated': {
    cs: 'Území {territory} má v období {period} více hodnot. Přiřaďte členění, nebo řádky sečtěte.',
    en: 'Territory {territory} has several values in {period}. Bind the breakdown, or add the rows up.',
    pl: 'Terytorium {territory} ma w okresie {period} kilka wartości. Przypisz podział albo zsumuj wiersze.',
  },
})
