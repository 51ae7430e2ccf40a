import { defineFaults } from './define'

/** Why a regression over units and periods has no answer with the data as they are. */
export const panelFaults = defineFaults({
  'panel.no-rows': {
    cs: 'Nezbyl žádný řádek: v každém něco chybí, nebo byl vyřazen. Zkontrolujte přiřazené sloupce; přehled vyřazených řádků ukazuje důvody.',
    en: 'No row is left: in every one something is missing, or it was left out. Check the bound columns; the sample flow gives the reasons.',
    pl: 'Nie pozostał żaden wiersz: w każdym czegoś brakuje albo został pominięty. Sprawdź przypisane kolumny; zestawienie pominiętych wierszy podaje przyczyny.',
  },
  'panel.no-regressor': {
    cs: 'Není vybrána žádná vysvětlující proměnná. Přiřaďte aspoň jeden sloupec, jehož vliv se má odhadnout.',
    en: 'No explaining variable is chosen. Bind at least one column whose effect is to be estimated.',
    pl: 'Nie wybrano żadnej zmiennej objaśniającej. Przypisz co najmniej jedną kolumnę, której wpływ ma być oszacowany.',
  },
  'panel.nothing-varies': {
    cs: 'Vysvětlující proměnné ({columns}) se uvnitř pevných efektů nemění, jejich vliv tedy nelze odhadnout. Vyberte jiné pevné efekty nebo proměnné, které se mění.',
    en: 'The explaining variables ({columns}) do not vary within the fixed effects, so their effect cannot be estimated. Choose other fixed effects, or variables that vary.',
    pl: 'Zmienne objaśniające ({columns}) nie zmieniają się w obrębie efektów stałych, więc ich wpływu nie da się oszacować. Wybierz inne efekty stałe albo zmienne, które się zmieniają.',
  },
  'panel.too-few-rows': {
    cs: 'Řádků ({rows}) není více než odhadovaných parametrů ({parameters}). Vyberte méně pevných efektů nebo proměnných, nebo přidejte data.',
    en: 'The rows ({rows}) are no more than the parameters to estimate ({parameters}). Choose fewer fixed effects or variables, or add data.',
    pl: 'Wierszy ({rows}) jest nie więcej niż szacowanych parametrów ({parameters}). Wybierz mniej efektów stałych lub zmiennych albo dodaj dane.',
  },
  'panel.one-cluster': {
    cs: 'Pro chyby podle skupin jsou potřeba aspoň dvě skupiny, ve vzorku je {clusters}. Vyberte jiné chyby nebo jiný sloupec skupin.',
    en: 'Errors by clusters need at least two clusters; the sample has {clusters}. Choose other errors or another column of clusters.',
    pl: 'Błędy według skupień wymagają co najmniej dwóch skupień, a w próbie jest {clusters}. Wybierz inne błędy albo inną kolumnę skupień.',
  },
  'panel.repeated': {
    cs: 'Jednotka {unit} má v období {period} více řádků. Neweyho–Westovy chyby potřebují nejvýše jeden. Sečtěte řádky, nebo vyberte chyby podle skupin.',
    en: 'Unit {unit} has several rows in period {period}. Newey-West errors need at most one. Add the rows up, or choose errors by clusters.',
    pl: 'Jednostka {unit} ma w okresie {period} kilka wierszy. Błędy Neweya–Westa wymagają najwyżej jednego. Zsumuj wiersze albo wybierz błędy według skupień.',
  },
  'panel.negative-count': {
    cs: 'Poissonova regrese potřebuje nezáporný výsledek, v datech jsou záporná čísla. Vyberte lineární regresi, nebo data opravte.',
    en: 'Poisson regression needs an outcome that is not negative, and the data hold negative numbers. Choose linear regression, or mend the data.',
    pl: 'Regresja Poissona wymaga nieujemnego wyniku, a w danych są liczby ujemne. Wybierz regresję liniową albo popraw dane.',
  },
  'panel.only-zeros': {
    cs: 'Výsledek je ve všech řádcích nulový, není tedy co vysvětlovat. Zkontrolujte, který sloupec je výsledek.',
    en: 'The outcome is zero in every row, so there is nothing to explain. Check which column is the outcome.',
    pl: 'Wynik jest równy zeru we wszystkich wierszach, nie ma więc czego objaśniać. Sprawdź, która kolumna jest wynikiem.',
  },
  'panel.no-optimum': {
    cs: 'Poissonova regrese nemá řešení: některá proměnná odděluje nulové výsledky od ostatních. Vynechte ji, nebo vyberte méně pevných efektů.',
    en: 'The Poisson regression has no solution: some variable separates the zero outcomes from the others. Leave it out, or choose fewer fixed effects.',
    pl: 'Regresja Poissona nie ma rozwiązania: któraś zmienna oddziela wyniki zerowe od pozostałych. Pomiń ją albo wybierz mniej efektów stałych.',
  },
  'panel.no-convergence': {
    cs: 'Pevné efekty se ze sloupce {column} nepodařilo odečíst: propojení jejich úrovní je příliš slabé. Vyberte méně pevných efektů.',
    en: 'The fixed effects could not be taken out of {column}: their levels are too weakly connected. Choose fewer fixed effects.',
    pl: 'Efektów stałych nie udało się odjąć od kolumny {column}: ich poziomy są zbyt słabo powiązane. Wybierz mniej efektów stałych.',
  },
})
