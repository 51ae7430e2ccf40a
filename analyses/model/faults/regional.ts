import { defineFaults } from './define'

export const regionalFaults = defineFaults({
  'regional.no-reference': {
    cs: 'Srovnávací území „{reference}“ v datech není. Zvolte kód, který v datech je, nebo volbu nechte prázdnou: pak je celkem součet všech území.',
    en: 'The reference territory “{reference}” is not in the data. Choose a code that is there, or leave the choice empty: then the whole is the sum of all territories.',
    pl: 'Obszaru odniesienia „{reference}” nie ma w danych. Wybierz kod, który w nich jest, albo zostaw wybór pusty: wtedy całością jest suma wszystkich obszarów.',
  },
  'regional.no-total': {
    cs: 'Činnost „{activity}“, která má být součtem všech činností, v datech není. Zvolte kód, který v datech je, nebo volbu nechte prázdnou.',
    en: 'The activity “{activity}”, which should be the total of all activities, is not in the data. Choose a code that is there, or leave the choice empty.',
    pl: 'Działalności „{activity}”, która ma być sumą wszystkich działalności, nie ma w danych. Wybierz kod, który w nich jest, albo zostaw wybór pusty.',
  },
  'regional.nothing-left': {
    cs: 'Vedle srovnávacího území a celkového součtu nezbývá žádné území nebo žádná činnost. Připojte data aspoň jednoho dalšího území a jedné činnosti.',
    en: 'Besides the reference territory and the total there is no territory or no activity left. Add data of at least one more territory and one activity.',
    pl: 'Poza obszarem odniesienia i sumą nie ma już żadnego obszaru lub żadnej działalności. Dodaj dane co najmniej jednego obszaru i jednej działalności.',
  },
  'regional.negative': {
    cs: 'Území „{territory}“ má u činnosti „{activity}“ zápornou hodnotu. Podíly ze záporných hodnot nedávají smysl; opravte data.',
    en: 'Territory “{territory}” has a negative value for activity “{activity}”. Shares of negative values mean nothing; correct the data.',
    pl: 'Obszar „{territory}” ma ujemną wartość dla działalności „{activity}”. Udziały z wartości ujemnych nie mają sensu; popraw dane.',
  },
  'regional.empty-reference': {
    cs: 'Srovnávací celek{reference, select, empty {} other { „{reference}“}} nemá žádnou hodnotu větší než nula, takže z něj nelze počítat podíly. Zkontrolujte sloupec s hodnotami a zvolené srovnávací území.',
    en: 'The whole that shares are taken of{reference, select, empty {} other { (“{reference}”)}} has no value above zero. Check the column of values and the reference territory.',
    pl: 'Całość, z której liczy się udziały{reference, select, empty {} other { („{reference}”)}}, nie ma żadnej wartości większej od zera. Sprawdź kolumnę z wartościami i obszar odniesienia.',
  },
  'shifts.one-period': {
    cs: 'Rozklad změny potřebuje dvě období, v datech {periods, plural, =0 {není žádné} one {je jen jedno} few {jsou #} other {je #}}. Připojte sloupec s obdobím a data aspoň dvou období.',
    en: 'Splitting a change takes two periods; the data have {periods, plural, =0 {none} one {only one} other {#}}. Bind the column of periods and add data of at least two.',
    pl: 'Rozkład zmiany wymaga dwóch okresów, a w danych {periods, plural, =0 {nie ma żadnego} one {jest tylko jeden} few {są #} other {jest #}}. Wskaż kolumnę okresu i dodaj dane co najmniej dwóch okresów.',
  },
  'shifts.no-period': {
    cs: 'Období „{period}“ v datech není. Zvolte období, které v nich je, nebo nechte volbu prázdnou (první a poslední období).',
    en: 'Period “{period}” is not in the data. Choose one that is, or leave the choice empty (the first and the last period).',
    pl: 'Okresu „{period}” nie ma w danych. Wybierz okres, który w nich jest, albo zostaw wybór pusty (pierwszy i ostatni okres).',
  },
  'shifts.period-order': {
    cs: 'Počáteční období „{from}“ není před koncovým obdobím „{to}“. Změňte je tak, aby počáteční bylo dřív.',
    en: 'The first period “{from}” is not before the last period “{to}”. Change them so that the first is earlier.',
    pl: 'Okres początkowy „{from}” nie jest wcześniejszy niż końcowy „{to}”. Zmień je tak, aby początkowy był wcześniejszy.',
  },
  'shifts.one-territory': {
    cs: 'V datech je jediné území („{territory}“) a žádný celek, se kterým by se dalo srovnat. Přidejte řádky za stát nebo kraj a zvolte je jako srovnávací území, nebo přidejte další území.',
    en: 'The data have a single territory (“{territory}”) and no whole to compare it with. Add rows of the state or region and choose them as the reference, or add other territories.',
    pl: 'W danych jest jeden obszar („{territory}”) i brak całości do porównania. Dodaj wiersze dla kraju lub województwa i wybierz je jako odniesienie albo dodaj inne obszary.',
  },
  'complexity.too-few': {
    cs: 'Pro výpočet složitosti je propojeno příliš málo dat (území: {territories}, činností: {activities}; potřeba jsou od obou aspoň 3). Přidejte území nebo podrobnější činnosti, případně snižte práh specializace.',
    en: 'Too little is connected to calculate complexity (territories: {territories}, activities: {activities}; at least 3 of each are needed). Add territories or finer activities, or lower the threshold of specialisation.',
    pl: 'Zbyt mało danych jest powiązanych, by obliczyć złożoność (obszary: {territories}, działalności: {activities}; potrzeba co najmniej po 3). Dodaj obszary lub bardziej szczegółowe działalności albo obniż próg specjalizacji.',
  },
  'complexity.no-variation': {
    cs: 'Všechna propojená území (počet: {territories}) mají tytéž činnosti, takže se složitostí neliší. Použijte podrobnější činnosti nebo zvyšte práh specializace.',
    en: 'All connected territories ({territories}) have the same activities, so they do not differ in complexity. Use finer activities or raise the threshold of specialisation.',
    pl: 'Wszystkie powiązane obszary (liczba: {territories}) mają te same działalności, więc nie różnią się złożonością. Użyj bardziej szczegółowych działalności albo podnieś próg specjalizacji.',
  },
})
