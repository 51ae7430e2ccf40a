import { defineFaults } from './define'

/** Why a composite index cannot be made. */
export const compositeFaults = defineFaults({
  'composite.structure-empty': {
    cs: 'Struktura indexu neobsahuje žádný ukazatel. Doplňte soubor se sloupci ukazatel, nadřazený uzel, váha a směr.',
    en: 'The structure of the index holds no indicator. Fill in the file with the columns indicator, parent, weight and direction.',
    pl: 'Struktura indeksu nie zawiera żadnego wskaźnika. Uzupełnij plik z kolumnami: wskaźnik, węzeł nadrzędny, waga i kierunek.',
  },
  'composite.structure-twice': {
    cs: 'Ve struktuře indexu je „{indicator}“ dvakrát. Nechte jeden řádek.',
    en: 'The structure of the index has "{indicator}" twice. Keep one row.',
    pl: 'W strukturze indeksu „{indicator}” występuje dwa razy. Zostaw jeden wiersz.',
  },
  'composite.circle': {
    cs: 'Ve struktuře indexu leží „{indicator}“ nad sebou samým nebo nad ním není žádný vrchol. Opravte sloupec s nadřazeným uzlem.',
    en: 'In the structure of the index "{indicator}" stands above itself, or nothing is at the top. Correct the parent column.',
    pl: 'W strukturze indeksu „{indicator}” jest nadrzędny wobec samego siebie albo brakuje wierzchołka. Popraw kolumnę z węzłem nadrzędnym.',
  },
  'composite.weight-negative': {
    cs: 'Váha u „{indicator}“ je záporná. Má-li ukazatel působit opačně, změňte jeho směr na −1.',
    en: 'The weight of "{indicator}" is negative. If less of it is better, set its direction to −1.',
    pl: 'Waga „{indicator}” jest ujemna. Jeśli mniej znaczy lepiej, ustaw kierunek −1.',
  },
  'composite.stakeholder-weight-wrong': {
    cs: 'Důležitost „{item}“ nejde přečíst. Pište NÁZEV=ČÍSLO s číslem 0 nebo větším, například zeleň=2.',
    en: 'The importance "{item}" cannot be read. Write NAME=NUMBER with a number of 0 or more, such as green=2.',
    pl: 'Nie można odczytać ważności „{item}”. Wpisz NAZWA=LICZBA z liczbą 0 lub większą, na przykład zieleń=2.',
  },
  'composite.stakeholder-weight-unknown': {
    cs: 'Důležitost je dána pro „{name}“, struktura však takový ukazatel ani uzel nemá. Zná tyto: {known}.',
    en: 'An importance is given for "{name}", but the structure has no such indicator or node. It knows: {known}.',
    pl: 'Ważność podano dla „{name}”, ale struktura nie ma takiego wskaźnika ani węzła. Zna następujące: {known}.',
  },
  'composite.weights-zero': {
    cs: 'Všechny váhy pod uzlem „{node}“ jsou nula. Dejte aspoň jednomu ukazateli kladnou váhu.',
    en: 'All weights below "{node}" are zero. Give at least one member a positive weight.',
    pl: 'Wszystkie wagi pod węzłem „{node}” są zerowe. Nadaj dodatnią wagę co najmniej jednemu elementowi.',
  },
  'composite.column-missing': {
    cs: 'V datech není sloupec „{indicator}“, který struktura uvádí. Sloupce v datech: {known}. Opravte název ve struktuře, nebo sloupec přidejte.',
    en: 'The data have no column "{indicator}" that the structure names. Columns there: {known}. Correct the name in the structure, or add the column.',
    pl: 'W danych nie ma kolumny „{indicator}” podanej w strukturze. Dostępne kolumny: {known}. Popraw nazwę w strukturze albo dodaj kolumnę.',
  },
  'composite.column-not-number': {
    cs: 'Sloupec „{indicator}“ neobsahuje čísla. Nastavte při importu jeho typ na číslo, nebo jej ze struktury odeberte.',
    en: 'The column "{indicator}" does not hold numbers. Set its type to number when importing, or take it out of the structure.',
    pl: 'Kolumna „{indicator}” nie zawiera liczb. Ustaw przy imporcie typ liczbowy albo usuń ją ze struktury.',
  },
  'composite.direction-wrong': {
    cs: 'Směr ukazatele „{indicator}“ je „{value}“. Napište 1, když je víc lepší, a −1, když je lepší méně.',
    en: 'The direction of "{indicator}" is "{value}". Write 1 where more is better and −1 where less is better.',
    pl: 'Kierunek wskaźnika „{indicator}” to „{value}”. Wpisz 1, gdy więcej znaczy lepiej, a −1, gdy lepiej jest mniej.',
  },
  'composite.too-few-units': {
    cs: 'Po kontrole úplnosti {units, plural, =0 {nezůstalo žádné území} one {zůstalo jen # území} few {zůstala jen # území} other {zůstalo jen # území}}. Index potřebuje nejméně tři; doplňte data, nebo snižte požadovanou úplnost.',
    en: 'After the check of completeness {units, plural, =0 {no territory remains} one {only # territory remains} other {only # territories remain}}. An index needs at least three: add data, or ask for less completeness.',
    pl: 'Po sprawdzeniu kompletności {units, plural, =0 {nie pozostał żaden obszar} one {pozostał tylko # obszar} few {pozostały tylko # obszary} other {pozostało tylko # obszarów}}. Indeks wymaga co najmniej trzech: uzupełnij dane albo obniż wymaganą kompletność.',
  },
  'composite.group-missing': {
    cs: 'Chybějící hodnoty se mají doplnit podle skupin, ale vstup nemá sloupec se skupinou. Přiřaďte jej, nebo zvolte jiné doplnění.',
    en: 'Missing values should be filled by groups, but no column with the group is bound. Bind it, or choose another way of filling.',
    pl: 'Brakujące wartości mają być uzupełnione według grup, ale nie przypisano kolumny z grupą. Przypisz ją albo wybierz inny sposób.',
  },
  'composite.scale-wrong': {
    cs: 'Stupnice od {low} do {high} nejde: horní mez musí být větší než dolní.',
    en: 'The scale from {low} to {high} does not work: its upper end must be above the lower one.',
    pl: 'Skala od {low} do {high} jest błędna: górna granica musi być większa od dolnej.',
  },
  'composite.aggregate-unknown': {
    cs: 'Sloučení „{name}“ neexistuje. Možnosti: {known}.',
    en: 'There is no aggregation "{name}". Choices: {known}.',
    pl: 'Nie ma agregacji „{name}”. Możliwości: {known}.',
  },
  'composite.alternative-unknown': {
    cs: 'V seznamu možností je neznámé slovo „{name}“. Možnosti: {known}.',
    en: 'The list of alternatives has an unknown word "{name}". Choices: {known}.',
    pl: 'Na liście możliwości jest nieznane słowo „{name}”. Możliwości: {known}.',
  },
  'composite.not-positive': {
    cs: 'Uzel „{node}“ nejde sloučit {method, select, geometric {geometrickým průměrem} harmonic {harmonickým průměrem} other {mocninným průměrem}}, protože některá hodnota není kladná. Nastavte dolní mez stupnice nad nulu, například 1.',
    en: 'The {method, select, geometric {geometric} harmonic {harmonic} other {power}} mean of "{node}" cannot be taken because some value is not above zero. Set the lower end of the scale above zero, for example 1.',
    pl: 'Nie można obliczyć średniej {method, select, geometric {geometrycznej} harmonic {harmonicznej} other {potęgowej}} dla „{node}”, bo któraś wartość nie jest dodatnia. Ustaw dolną granicę skali powyżej zera, na przykład 1.',
  },
  'composite.too-many-compared': {
    cs: 'Copelandovo pořadí porovnává všechny dvojice a zvládne nejvýše {most, number} řádků; data mají {units, number}. Zvolte jiné sloučení, nebo méně území.',
    en: 'Copeland ranking compares all pairs and manages at most {most, number} rows; the data have {units, number}. Choose another aggregation or fewer territories.',
    pl: 'Ranking Copelanda porównuje wszystkie pary i obsługuje najwyżej {most, number} wierszy; dane mają {units, number}. Wybierz inną agregację albo mniej obszarów.',
  },
  'composite.target-missing': {
    cs: 'Ukazatel „{indicator}“ nemá ve struktuře cíl. Doplňte jej, nebo zvolte jinou normalizaci.',
    en: 'The structure gives no target for "{indicator}". Add it, or choose another normalisation.',
    pl: 'Struktura nie podaje celu dla „{indicator}”. Uzupełnij go albo wybierz inną normalizację.',
  },
  'composite.target-wrong': {
    cs: 'Cíl ukazatele „{indicator}“ je horší než nejhorší hodnota v datech, takže vzdálenost k němu nemá smysl. Zkontrolujte cíl a směr.',
    en: 'The target of "{indicator}" is no better than the worst value in the data, so a distance to it means nothing. Check the target and the direction.',
    pl: 'Cel wskaźnika „{indicator}” nie jest lepszy od najgorszej wartości w danych, więc odległość od niego nic nie znaczy. Sprawdź cel i kierunek.',
  },
  'composite.goalposts-missing': {
    cs: 'Ukazatel „{indicator}“ nemá ve struktuře platné krajní hodnoty (dolní menší než horní). Doplňte je, nebo zvolte jinou normalizaci.',
    en: 'The structure gives no valid goalposts for "{indicator}" (the lower one below the upper one). Add them, or choose another normalisation.',
    pl: 'Struktura nie podaje poprawnych wartości skrajnych dla „{indicator}” (dolna mniejsza od górnej). Uzupełnij je albo wybierz inną normalizację.',
  },
  'composite.reference-missing': {
    cs: 'Území, s nímž se má srovnávat, v datech není nebo nemá hodnotu ukazatele „{indicator}“. Zvolte jiné.',
    en: 'The territory to compare with is not in the data, or has no value of "{indicator}". Choose another one.',
    pl: 'Obszaru odniesienia nie ma w danych albo nie ma wartości wskaźnika „{indicator}”. Wybierz inny.',
  },
  'composite.fraction-negative': {
    cs: 'Ukazatel „{indicator}“ má hodnoty, z nichž podíl z nejlepší hodnoty nelze počítat (záporné, nebo nula u ukazatele, kde je lepší méně). Zvolte jinou normalizaci.',
    en: 'A share of the best value cannot be taken of "{indicator}": it has negative values, or zero where less is better. Choose another normalisation.',
    pl: 'Dla wskaźnika „{indicator}” nie można obliczyć udziału w najlepszej wartości: ma wartości ujemne albo zero tam, gdzie mniej znaczy lepiej. Wybierz inną normalizację.',
  },
  'composite.base-period-missing': {
    cs: 'V období {period}, které má mít hodnotu 100, nemá žádné území skóre. Zvolte jiné období.',
    en: 'No territory has a score in {period}, the period that should be 100. Choose another one.',
    pl: 'W okresie {period}, który ma mieć wartość 100, żaden obszar nie ma wyniku. Wybierz inny okres.',
  },
  'composite.whole-missing': {
    cs: 'Oficiální výsledky neobsahují celek „{whole}“ (období: {period}). Doplňte jej, nebo změňte jeho název.',
    en: 'The official scores do not hold the whole "{whole}" (period: {period}). Add it, or change its name.',
    pl: 'Oficjalne wyniki nie zawierają całości „{whole}” (okres: {period}). Uzupełnij ją albo zmień jej nazwę.',
  },
  'composite.official-missing': {
    cs: 'Oficiální výsledky neobsahují skupinu „{group}“ (období: {period}), do níž patří některé území. Doplňte ji, nebo přiřaďte sloupec se skupinou.',
    en: 'The official scores do not hold the group "{group}" (period: {period}) that some territory belongs to. Add it, or bind the column with the group.',
    pl: 'Oficjalne wyniki nie zawierają grupy „{group}” (okres: {period}), do której należy jakiś obszar. Uzupełnij ją albo przypisz kolumnę z grupą.',
  },
})
