import { defineFaults } from './define'

/** Why a synthetic comparison cannot be made with these data. */
export const syntheticFaults = defineFaults({
  'synthetic.no-design': {
    cs: 'Není řečeno, kde opatření začalo. Zadejte parametry „treated“ a „first_treated“, nebo přiřaďte sloupec „first_treated“ či „treatment“.',
    en: 'Nothing says where the policy began. Give the parameters "treated" and "first_treated", or bind the column "first_treated" or "treatment".',
    pl: 'Nie podano, gdzie zaczęło się działanie. Podaj parametry „treated” i „first_treated” albo przypisz kolumnę „first_treated” lub „treatment”.',
  },
  'synthetic.no-start': {
    cs: 'U jednotky „{unit}“ není řečeno, kdy opatření začalo. Zadejte parametr „first_treated“.',
    en: 'Nothing says when the policy began in the unit "{unit}". Give the parameter "first_treated".',
    pl: 'Nie podano, kiedy działanie zaczęło się w jednostce „{unit}”. Podaj parametr „first_treated”.',
  },
  'synthetic.no-treated': {
    cs: 'Nezůstala žádná jednotka s opatřením, které by začalo uvnitř dat. Zkontrolujte parametry „treated“, „first_treated“ a „exclude“.',
    en: 'No unit is left whose policy began within the data. Check the parameters "treated", "first_treated" and "exclude".',
    pl: 'Nie została żadna jednostka, w której działanie zaczęło się w okresie objętym danymi. Sprawdź parametry „treated”, „first_treated” i „exclude”.',
  },
  'synthetic.unit-unknown': {
    cs: 'V datech není jednotka „{unit}“. Opravte ji v parametru „treated“ nebo „exclude“; názvy musí souhlasit s daty.',
    en: 'The data have no unit "{unit}". Correct it in the parameter "treated" or "exclude"; names must be as in the data.',
    pl: 'W danych nie ma jednostki „{unit}”. Popraw ją w parametrze „treated” lub „exclude”; nazwy muszą być takie jak w danych.',
  },
  'synthetic.start-outside': {
    cs: 'Opatření má začít v období {start}, data ale sahají od {first} do {last} a před začátkem musí být aspoň jedno období. Změňte parametr „first_treated“.',
    en: 'The policy is said to begin in {start}, but the data run from {first} to {last} and at least one period must come before. Change the parameter "first_treated".',
    pl: 'Działanie ma się zacząć w okresie {start}, ale dane obejmują okresy od {first} do {last}, a przed początkiem musi być co najmniej jeden. Zmień parametr „first_treated”.',
  },
  'synthetic.switched-off': {
    cs: 'Opatření v jednotce „{unit}“ v období {period} skončilo. Tato analýza počítá jen s opatřením, které trvá do konce dat; jednotku vynechte parametrem „exclude“.',
    en: 'The policy in the unit "{unit}" ended in {period}. This analysis needs a policy that lasts to the end of the data; leave the unit out with the parameter "exclude".',
    pl: 'Działanie w jednostce „{unit}” skończyło się w okresie {period}. Ta analiza wymaga działania trwającego do końca danych; pomiń jednostkę parametrem „exclude”.',
  },
  'synthetic.row-twice': {
    cs: 'Jednotka „{unit}“ má v období {period} více řádků. Přiřaďte sloupec, kterým se liší (pohlaví, členění), nebo ponechte jeden.',
    en: 'The unit "{unit}" has more than one row in {period}. Bind the column in which they differ (sex, breakdown), or keep one.',
    pl: 'Jednostka „{unit}” ma w okresie {period} więcej niż jeden wiersz. Przypisz kolumnę, którą się różnią (płeć, podział), albo zostaw jeden.',
  },
  'synthetic.few-periods': {
    cs: 'Před začátkem opatření {periods, plural, one {je jen # období} few {jsou jen # období} other {je jen # období}}, potřeba jich je aspoň {needed, number}. Přidejte starší data, nebo rozšiřte „fit_from“ a „fit_to“.',
    en: 'There {periods, plural, one {is only # period} other {are only # periods}} before the policy began; at least {needed, number} are needed. Add older data, or widen "fit_from" and "fit_to".',
    pl: 'Przed początkiem działania {periods, plural, one {jest tylko # okres} few {są tylko # okresy} other {jest tylko # okresów}}, potrzeba co najmniej {needed, number}. Dodaj starsze dane albo poszerz „fit_from” i „fit_to”.',
  },
  'synthetic.few-donors': {
    cs: 'Pro srovnání {donors, plural, =0 {nezůstala žádná jednotka} one {zůstala jen # jednotka} few {zůstaly jen # jednotky} other {zůstalo jen # jednotek}} bez opatření a s úplnými daty, potřeba jich je aspoň {needed, number}. Přidejte jednotky, nebo doplňte data.',
    en: '{donors, plural, =0 {No unit is} one {Only # unit is} other {Only # units are}} left to compare with, without the policy and with complete data; at least {needed, number} are needed. Add units, or complete the data.',
    pl: 'Do porównania {donors, plural, =0 {nie została żadna jednostka} one {została tylko # jednostka} few {zostały tylko # jednostki} other {zostało tylko # jednostek}} bez działania i z pełnymi danymi; potrzeba co najmniej {needed, number}. Dodaj jednostki albo uzupełnij dane.',
  },
  'synthetic.cohorts': {
    cs: 'Opatření začíná v různých obdobích ({cohorts, number}). Syntetická kontrola umí jedno: zvolte ho parametrem „first_treated“, nebo zvolte „estimator“ sdid.',
    en: 'The policy begins in {cohorts, number} different periods. The synthetic control takes one: choose it with "first_treated", or choose the "estimator" sdid.',
    pl: 'Działanie zaczyna się w różnych okresach ({cohorts, number}). Kontrola syntetyczna przyjmuje jeden: wybierz go parametrem „first_treated” albo wybierz „estimator” sdid.',
  },
  'synthetic.treated-incomplete': {
    cs: 'Jednotce „{unit}“ s opatřením chybí výsledek v některém období. Doplňte data; nic se nedopočítává.',
    en: 'The treated unit "{unit}" lacks the outcome in some period. Complete the data; nothing is filled in.',
    pl: 'Jednostce „{unit}” objętej działaniem brakuje wyniku w którymś okresie. Uzupełnij dane; niczego się nie uzupełnia automatycznie.',
  },
  'synthetic.predictor-unknown': {
    cs: 'Ukazatel „{predictor}“ není mezi přiřazenými sloupci: {known}. Přiřaďte ho jako „predictors“, nebo opravte název.',
    en: 'The predictor "{predictor}" is not among the bound columns: {known}. Bind it as one of "predictors", or correct its name.',
    pl: 'Wskaźnika „{predictor}” nie ma wśród przypisanych kolumn: {known}. Przypisz go jako jeden z „predictors” albo popraw nazwę.',
  },
  'synthetic.predictor-window': {
    cs: 'Pro „{predictor}“ není v datech žádné období. Pište SLOUPEC:OD-DO, SLOUPEC:O1|O2 nebo SLOUPEC:O podle období v datech.',
    en: 'The data have no period for "{predictor}". Write COLUMN:FROM-TO, COLUMN:P1|P2 or COLUMN:P with periods of the data.',
    pl: 'W danych nie ma okresu dla „{predictor}”. Pisz KOLUMNA:OD-DO, KOLUMNA:O1|O2 lub KOLUMNA:O zgodnie z okresami w danych.',
  },
  'synthetic.predictor-missing': {
    cs: 'Jednotce s opatřením chybí ukazatel „{predictor}“ ve všech jeho obdobích. Změňte období, nebo ukazatel vynechte.',
    en: 'The treated unit has no value of "{predictor}" in any of its periods. Change the periods, or leave the predictor out.',
    pl: 'Jednostka objęta działaniem nie ma wartości „{predictor}” w żadnym z jego okresów. Zmień okresy albo pomiń wskaźnik.',
  },
  'synthetic.training-length': {
    cs: 'Ukazatelů pro výběr vah je {training, number}, hlavních {predictors, number}. Každému hlavnímu musí odpovídat jeden, ve stejném pořadí.',
    en: 'There are {training, number} training predictors for {predictors, number} main ones. Each main one needs its own, in the same order.',
    pl: 'Wskaźników do wyboru wag jest {training, number}, głównych {predictors, number}. Każdemu głównemu musi odpowiadać jeden, w tej samej kolejności.',
  },
  'synthetic.weight-wrong': {
    cs: 'Váhu „{weight}“ nelze použít. Pište JEDNOTKA=ČÍSLO s jednotkou, která slouží ke srovnání.',
    en: 'The weight "{weight}" cannot be used. Write UNIT=NUMBER with a unit that serves for comparison.',
    pl: 'Wagi „{weight}” nie można użyć. Pisz JEDNOSTKA=LICZBA z jednostką służącą do porównania.',
  },
})
