import { defineFaults } from './define'

/** Why a time series cannot show the effect of an intervention. */
export const seriesFaults = defineFaults({
  'series.no-values': {
    cs: 'V řadě není žádná hodnota, se kterou by šlo počítat. Zkontrolujte přiřazený sloupec s hodnotou a výběr.',
    en: 'The series has no value to calculate with. Check the bound column of values and the selection.',
    pl: 'W szeregu nie ma żadnej wartości, na której można liczyć. Sprawdź przypisaną kolumnę z wartościami i wybór.',
  },
  'series.no-intervention': {
    cs: 'Není řečeno, kdy opatření začalo. Zadejte jeho první období parametrem „intervention“, například 2021-03.',
    en: 'Nothing says when the intervention began. Give its first period in the parameter "intervention", for example 2021-03.',
    pl: 'Nie podano, kiedy zaczęła się interwencja. Podaj jej pierwszy okres parametrem „intervention”, na przykład 2021-03.',
  },
  'series.control-counts': {
    cs: 'Rozdíl nebo podíl dvou řad počtů už není počet. Pro počty zvolte control_design=comparison.',
    en: 'The difference or the ratio of two series of counts is no longer a count. For counts choose control_design=comparison.',
    pl: 'Różnica lub iloraz dwóch szeregów liczebności nie jest już liczebnością. Dla liczebności wybierz control_design=comparison.',
  },
  'series.control-zero': {
    cs: 'Srovnávací řada má v období {period} nulu a nelze jí dělit. Zvolte control_design=difference.',
    en: 'The comparison series is zero in {period} and cannot be divided by. Choose control_design=difference.',
    pl: 'Szereg porównawczy ma w okresie {period} zero i nie można przez niego dzielić. Wybierz control_design=difference.',
  },
  'series.period-unreadable': {
    cs: 'Období „{period}“ nelze přečíst. Pište je jako 2023, 2023-Q2, 2023-06, 2023-W05 nebo 2023-06-15, případně celým číslem.',
    en: 'The period "{period}" cannot be read. Write it as 2023, 2023-Q2, 2023-06, 2023-W05 or 2023-06-15, or as a whole number.',
    pl: 'Okresu „{period}” nie można odczytać. Zapisz go jako 2023, 2023-Q2, 2023-06, 2023-W05 lub 2023-06-15 albo liczbą całkowitą.',
  },
  'series.periods-mixed': {
    cs: 'Období v řadě nejsou stejného druhu: „{first}“ a „{other}“. Nechte v datech jen roky, jen čtvrtletí, jen měsíce a podobně.',
    en: 'The periods of the series are of different kinds: "{first}" and "{other}". Keep only years, only quarters, only months and so on.',
    pl: 'Okresy w szeregu są różnego rodzaju: „{first}” i „{other}”. Zostaw w danych tylko lata, tylko kwartały, tylko miesiące itp.',
  },
  'series.period-twice': {
    cs: 'Období {period} je v řadě vícekrát, ačkoli má každé období jednu hodnotu. Přiřaďte pohlaví nebo členění, podle nichž se řádky liší, nebo vyberte jednu řadu.',
    en: 'The period {period} stands in the series more than once, while each period should have one value. Bind the sex or the breakdown by which the rows differ, or keep one series.',
    pl: 'Okres {period} występuje w szeregu więcej niż raz, a każdy okres powinien mieć jedną wartość. Przypisz płeć lub podział, którym różnią się wiersze, albo zostaw jeden szereg.',
  },
  'series.intervention-outside': {
    cs: 'Opatření má začít v období {intervention}, řada ale sahá od {first} do {last} a potřebuje období před ním i po něm. Změňte parametr „intervention“.',
    en: 'The intervention is said to begin in {intervention}, but the series runs from {first} to {last} and needs periods before and after. Change the parameter "intervention".',
    pl: 'Interwencja ma się zacząć w okresie {intervention}, ale szereg obejmuje okresy od {first} do {last} i potrzebuje okresów przed nią i po niej. Zmień parametr „intervention”.',
  },
  'series.too-short': {
    cs: 'Řada je příliš krátká: {before, plural, one {# období} few {# období} other {# období}} před opatřením a {after, plural, one {# období} few {# období} other {# období}} po něm, potřeba je aspoň {minimum} a {minimum}. Doplňte data, nebo vědomě snižte parametr „minimum“.',
    en: 'The series is too short: {before, plural, one {# period} other {# periods}} before the intervention and {after, plural, one {# period} other {# periods}} after it; at least {minimum} and {minimum} are needed. Add data, or lower the parameter "minimum" knowingly.',
    pl: 'Szereg jest za krótki: {before, plural, one {# okres} few {# okresy} other {# okresów}} przed interwencją i {after, plural, one {# okres} few {# okresy} other {# okresów}} po niej; potrzeba co najmniej {minimum} i {minimum}. Uzupełnij dane albo świadomie obniż parametr „minimum”.',
  },
  'series.control-too-short': {
    cs: 'Srovnávací řada je příliš krátká: {before} období před opatřením a {after} po něm, potřeba je aspoň {minimum} a {minimum}. Doplňte ji, nebo počítejte bez ní.',
    en: 'The comparison series is too short: {before} periods before the intervention and {after} after it; at least {minimum} and {minimum} are needed. Complete it, or calculate without it.',
    pl: 'Szereg porównawczy jest za krótki: liczba okresów przed interwencją {before}, po niej {after}; potrzeba co najmniej {minimum} i {minimum}. Uzupełnij go albo licz bez niego.',
  },
  'series.event-twice': {
    cs: 'V období {period} by začínaly dvě změny najednou a jejich účinky by nešlo odlišit. Vyškrtněte období z parametru „other_events“.',
    en: 'Two changes would begin in {period}, and their effects could not be told apart. Strike the period from the parameter "other_events".',
    pl: 'W okresie {period} zaczynałyby się dwie zmiany naraz i nie dałoby się odróżnić ich skutków. Skreśl ten okres z parametru „other_events”.',
  },
  'series.step-not-estimable': {
    cs: 'Skok při zavedení opatření nelze z řady vyčíst: ostatní členy modelu ho vysvětlí beze zbytku. Uberte další události nebo sezónu.',
    en: 'The jump at the intervention cannot be read from the series: the other terms of the model explain it completely. Take away other events or the season.',
    pl: 'Skoku w chwili interwencji nie można odczytać z szeregu: pozostałe składniki modelu wyjaśniają go całkowicie. Usuń inne zdarzenia albo sezonowość.',
  },
  'series.too-many-terms': {
    cs: 'Model má {terms} členů na {periods} hodnot. Zjednodušte ho: bez sezóny, s méně dvojicemi vln, bez dalších událostí.',
    en: 'The model has {terms} terms for {periods} values. Make it simpler: no season, fewer pairs of waves, no other events.',
    pl: 'Liczba składników modelu ({terms}) jest za duża na liczbę wartości ({periods}). Uprość go: bez sezonowości, z mniejszą liczbą par fal, bez innych zdarzeń.',
  },
  'series.season-unknown': {
    cs: 'Sezónu „{season}“ neznáme. Zadejte none, harmonic:2 (počet dvojic vln) nebo month.',
    en: 'The season "{season}" is not known. Give none, harmonic:2 (the number of pairs of waves) or month.',
    pl: 'Sezonowość „{season}” nie jest znana. Podaj none, harmonic:2 (liczba par fal) lub month.',
  },
  'series.no-season': {
    cs: 'Roky nemají vlastní sezónu. Zadejte délku cyklu parametrem „season_length“, nebo season=none.',
    en: 'Years have no season of their own. Give the length of the cycle in the parameter "season_length", or season=none.',
    pl: 'Lata nie mają własnej sezonowości. Podaj długość cyklu parametrem „season_length” albo season=none.',
  },
  'series.season-too-fine': {
    cs: 'Dvojic sezónních vln má být {pairs}; s touto délkou cyklu jich může být nejvýše {most} a aspoň jedna.',
    en: 'The season should have {pairs} pairs of waves; with this cycle it can have at most {most} and at least one.',
    pl: 'Liczba par fal sezonowych ma wynosić {pairs}; przy tym cyklu może ich być najwyżej {most} i co najmniej jedna.',
  },
  'series.errors-unknown': {
    cs: 'Způsob výpočtu chyb „{errors}“ neznáme. Zadejte ols, newey-west:auto, newey-west:4 (počet zpoždění) nebo prais-winsten.',
    en: 'The way of calculating errors "{errors}" is not known. Give ols, newey-west:auto, newey-west:4 (the number of lags) or prais-winsten.',
    pl: 'Sposób obliczania błędów „{errors}” nie jest znany. Podaj ols, newey-west:auto, newey-west:4 (liczba opóźnień) lub prais-winsten.',
  },
  'series.horizon-unreadable': {
    cs: 'Horizont „{horizon}“ není celé číslo. Pište počet období po začátku opatření: 0, 6, 12.',
    en: 'The horizon "{horizon}" is not a whole number. Give numbers of periods after the start: 0, 6, 12.',
    pl: 'Horyzont „{horizon}” nie jest liczbą całkowitą. Podaj liczbę okresów po rozpoczęciu: 0, 6, 12.',
  },
  'series.negative-count': {
    cs: 'V období {period} je hodnota {value}; počty nemohou být záporné. Opravte data, nebo zvolte family=gaussian.',
    en: 'The value in {period} is {value}; counts cannot be negative. Correct the data, or choose family=gaussian.',
    pl: 'W okresie {period} wartość wynosi {value}; liczebności nie mogą być ujemne. Popraw dane albo wybierz family=gaussian.',
  },
  'series.exposure-not-positive': {
    cs: 'V období {period} není základ (počet osob, dní) větší než nula. Opravte data, nebo sloupec „exposure“ nepřiřazujte.',
    en: 'In {period} the exposure (people, days) is not above zero. Correct the data, or leave the column "exposure" unbound.',
    pl: 'W okresie {period} ekspozycja (liczba osób, dni) nie jest większa od zera. Popraw dane albo nie przypisuj kolumny „exposure”.',
  },
  'series.no-convergence': {
    cs: 'Výpočet pro počty se neustálil; obvykle jsou před opatřením nebo po něm samé nuly. Vezměte delší období nebo širší celek.',
    en: 'The calculation for counts did not settle; usually all counts before or after the intervention are zero. Take longer periods or a larger whole.',
    pl: 'Obliczenie dla liczebności nie ustaliło się; zwykle przed interwencją lub po niej są same zera. Weź dłuższe okresy albo większą całość.',
  },
  'series.prais-winsten-counts': {
    cs: 'Praisovy–Winstenovy chyby platí jen pro průměry a podíly. Pro počty zvolte errors=ols nebo errors=newey-west:auto.',
    en: 'Prais–Winsten errors are for means and shares only. For counts choose errors=ols or errors=newey-west:auto.',
    pl: 'Błędy Praisa–Winstena są tylko dla średnich i udziałów. Dla liczebności wybierz errors=ols albo errors=newey-west:auto.',
  },
  'series.prais-winsten-control': {
    cs: 'Se srovnávací řadou v jednom modelu Praisovy–Winstenovy chyby použít nelze. Zvolte control_design=difference, nebo errors=newey-west:auto.',
    en: 'Prais–Winsten errors cannot be used with a comparison series in one model. Choose control_design=difference, or errors=newey-west:auto.',
    pl: 'Błędów Praisa–Winstena nie można użyć z szeregiem porównawczym w jednym modelu. Wybierz control_design=difference albo errors=newey-west:auto.',
  },
})
