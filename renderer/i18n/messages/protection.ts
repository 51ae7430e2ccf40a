import { defineMessages } from '../define'

/** What may leave the project: rules, summaries, who data are about. */
export const protectionMessages = defineMessages({
  'protection.title': {
    cs: 'Ochrana osob a firem',
    en: 'Protection of persons and firms',
    pl: 'Ochrona osób i firm',
  },
  'protection.subtitle': {
    cs: 'Co smí projekt opustit. Uvnitř projektu vidíte všechna čísla, ven jdou jen ta, z nichž nelze nikoho poznat.',
    en: 'What may leave the project. Inside it you see every number; only those that expose nobody go out.',
    pl: 'Co może opuścić projekt. Wewnątrz widać wszystkie liczby, na zewnątrz trafiają tylko te, które nikogo nie ujawniają.',
  },
  'protection.tab-rules': { cs: 'Pravidla', en: 'Rules', pl: 'Reguły' },
  'protection.tab-ledger': { cs: 'Co už odešlo', en: 'What has left', pl: 'Co już wyszło' },
  'protection.rules': { cs: 'Pravidla ochrany', en: 'Rules of protection', pl: 'Reguły ochrony' },
  'protection.back': { cs: 'Zpět ke zprávě', en: 'Back to the report', pl: 'Wróć do raportu' },
  'protection.nothingYet': {
    cs: 'Až budou ve zprávě výsledky, uvidíte zde, co z nich smí ven.',
    en: 'Once the report holds results, you see here what of them may leave.',
    pl: 'Gdy w raporcie będą wyniki, zobaczysz tu, co może wyjść na zewnątrz.',
  },
  'protection.notNeeded': {
    cs: 'Nic zde nevypovídá o jednotlivých osobách ani firmách, takže se nic neskrývá.',
    en: 'Nothing here is about single persons or firms, so nothing is hidden.',
    pl: 'Nic tutaj nie dotyczy pojedynczych osób ani firm, więc nic nie jest ukrywane.',
  },
  'protection.hiddenOf': {
    cs: '{hidden, plural, one {skrytá hodnota} few {skryté hodnoty} other {skrytých hodnot}} z {all} kontrolovaných',
    en: '{hidden, plural, one {value is} other {values are}} hidden, of {all} looked at',
    pl: '{hidden, plural, one {ukryta wartość} few {ukryte wartości} other {ukrytych wartości}} spośród {all} sprawdzonych',
  },
  'protection.primary': {
    cs: '{count, plural, one {# hodnota by sama někoho prozradila} few {# hodnoty by samy někoho prozradily} other {# hodnot by samo někoho prozradilo}}',
    en: '{count, plural, one {# value would expose somebody by itself} other {# values would expose somebody by themselves}}',
    pl: '{count, plural, one {# wartość sama by kogoś ujawniła} few {# wartości same by kogoś ujawniły} other {# wartości samo by kogoś ujawniło}}',
  },
  'protection.secondary': {
    cs: '{count, plural, one {# další je skrytá, aby předchozí nešlo dopočítat} few {# další jsou skryté, aby předchozí nešlo dopočítat} other {# dalších je skrytých, aby předchozí nešlo dopočítat}}',
    en: '{count, plural, one {# more is hidden so that those cannot be worked out} other {# more are hidden so that those cannot be worked out}}',
    pl: '{count, plural, one {# kolejna jest ukryta, aby tamtych nie dało się wyliczyć} few {# kolejne są ukryte, aby tamtych nie dało się wyliczyć} other {# kolejnych jest ukrytych, aby tamtych nie dało się wyliczyć}}',
  },
  'protection.lost': {
    cs: 've skrytých hodnotách je {share} všech započtených',
    en: 'the hidden values hold {share} of everything counted',
    pl: 'w ukrytych wartościach mieści się {share} wszystkich zliczonych',
  },
  'protection.withheld': {
    cs: '{count, plural, one {# zjištění nebo věta je vynechaná, protože stojí na skrytých hodnotách} few {# zjištění nebo věty jsou vynechané, protože stojí na skrytých hodnotách} other {# zjištění nebo vět je vynecháno, protože stojí na skrytých hodnotách}}',
    en: '{count, plural, one {# finding or sentence is left out because it rests on hidden values} other {# findings or sentences are left out because they rest on hidden values}}',
    pl: '{count, plural, one {# ustalenie lub zdanie jest pominięte, bo opiera się na ukrytych wartościach} few {# ustalenia lub zdania są pominięte, bo opierają się na ukrytych wartościach} other {# ustaleń lub zdań jest pominiętych, bo opierają się na ukrytych wartościach}}',
  },
  'protection.reasons': {
    cs: 'Skrytá čísla v tabulkách podle důvodu',
    en: 'Hidden numbers in the tables, by reason',
    pl: 'Ukryte liczby w tabelach według powodu',
  },
  'protection.lostLittle': {
    cs: 've skrytých hodnotách je méně než 1 % všech započtených',
    en: 'the hidden values hold less than 1% of everything counted',
    pl: 'w ukrytych wartościach mieści się mniej niż 1% wszystkich zliczonych',
  },
  'protection.audit': { cs: 'Zkouška útokem', en: 'Attack test', pl: 'Próba ataku' },
  'protection.auditText': {
    cs: 'Ze všeho zveřejněného jsme zkusili dopočítat {attacked, plural, one {# skryté číslo} few {# skrytá čísla} other {# skrytých čísel}} (počty, součty i podíly). Dost nejistých zůstalo {kept}.',
    en: 'From everything published we tried to work out {attacked, plural, one {# hidden number} other {# hidden numbers}} (counts, sums and shares). {kept} stayed uncertain enough.',
    pl: 'Ze wszystkiego, co jest publikowane, próbowaliśmy wyliczyć {attacked, plural, one {# ukrytą liczbę} few {# ukryte liczby} other {# ukrytych liczb}} (liczebności, sumy i udziały). Dostatecznie niepewnych pozostało {kept}.',
  },
  'protection.auditNothing': {
    cs: 'Není co dopočítávat: nic není skryté.',
    en: 'There is nothing to work out: nothing is hidden.',
    pl: 'Nie ma czego wyliczać: nic nie jest ukryte.',
  },
  'protection.earlier': {
    cs: '{count, plural, one {Útočník znal i # dřívější export projektu.} few {Útočník znal i # dřívější exporty projektu.} other {Útočník znal i # dřívějších exportů projektu.}}',
    en: '{count, plural, one {The attacker also knew # earlier export of the project.} other {The attacker also knew # earlier exports of the project.}}',
    pl: '{count, plural, one {Atakujący znał też # wcześniejszy eksport projektu.} few {Atakujący znał też # wcześniejsze eksporty projektu.} other {Atakujący znał też # wcześniejszych eksportów projektu.}}',
  },
  'protection.optimal': {
    cs: 'Méně se skrýt nedá, aniž by ochrana přestala platit.',
    en: 'No less can be hidden without losing the protection.',
    pl: 'Nie da się ukryć mniej bez utraty ochrony.',
  },
  'protection.notOptimal': {
    cs: 'Tabulka je velká: ochrana platí, ale možná by šlo skrýt o něco méně.',
    en: 'The table is large: the protection holds, but perhaps a little less could be hidden.',
    pl: 'Tabela jest duża: ochrona działa, ale być może dałoby się ukryć nieco mniej.',
  },
  'protection.rulesApplied': { cs: 'Použitá pravidla', en: 'Rules applied', pl: 'Zastosowane reguły' },
  'reason.suppressed': {
    cs: 'vynechala už sama analýza: příliš málo osob',
    en: 'left out by the analysis itself: too few persons',
    pl: 'pominięte już przez samą analizę: za mało osób',
  },
  'reason.hidden-small': {
    cs: 'příliš málo osob nebo firem',
    en: 'too few persons or firms',
    pl: 'za mało osób lub firm',
  },
  'reason.hidden-dominance': {
    cs: 'příliš velkou část tvoří jeden nebo dva přispěvatelé',
    en: 'one or two contributors make up too much of it',
    pl: 'zbyt dużą część tworzy jeden lub dwa podmioty',
  },
  'reason.hidden-group': {
    cs: 'všichni ve skupině mají stejnou odpověď',
    en: 'everybody in the group has the same answer',
    pl: 'wszyscy w grupie mają tę samą odpowiedź',
  },
  'reason.hidden-extreme': {
    cs: 'je to hodnota jediné osoby nebo firmy',
    en: 'it is the value of a single person or firm',
    pl: 'to wartość jednej osoby lub firmy',
  },
  'reason.hidden-complementary': {
    cs: 'prozradila by jinou skrytou hodnotu',
    en: 'it would give away another value that is kept back',
    pl: 'zdradziłaby inną ukrytą wartość',
  },
  'reason.hidden-unit': {
    cs: 'řádek je jediná osoba nebo firma',
    en: 'the row is a single person or firm',
    pl: 'wiersz to jedna osoba lub firma',
  },
  'reason.hidden-earlier': {
    cs: 'spolu s dřívější zprávou by prozradila skrytou hodnotu',
    en: 'together with an earlier report it would give a value away',
    pl: 'razem z wcześniejszym raportem zdradziłaby ukrytą wartość',
  },
  'reason.hidden-rounded': {
    cs: 'vypočteno z přesných počtů',
    en: 'worked out of exact counts',
    pl: 'obliczone z dokładnych liczebności',
  },
  'protection.rounded': {
    cs: 'Zaokrouhlené počty: {cells}. Pro každý zůstává možných nejméně {width} hodnot.',
    en: 'Counts rounded: {cells}. At least {width} values remain possible for each.',
    pl: 'Zaokrąglone liczebności: {cells}. Dla każdej możliwych pozostaje co najmniej {width} wartości.',
  },
  'protection.roundedAlone': {
    cs: 'Zaokrouhlení, při kterém by platily všechny součty, se nenašlo; některé součty se mohou lišit.',
    en: 'No rounding was found for which all sums hold; some sums may differ.',
    pl: 'Nie znaleziono zaokrąglenia, przy którym zgadzałyby się wszystkie sumy; niektóre sumy mogą się różnić.',
  },
  'rule.minimum': {
    cs: 'Počty menší než {minimum} se neukazují.',
    en: 'Counts below {minimum} are not shown.',
    pl: 'Liczebności mniejsze niż {minimum} nie są pokazywane.',
  },
  'rule.zeros': { cs: 'Skrývají se i nuly.', en: 'Zeros are hidden too.', pl: 'Ukrywane są także zera.' },
  'rule.concentration': {
    cs: 'Součty, v nichž převažuje málo přispěvatelů, se neukazují.',
    en: 'Sums in which few contributors prevail are not shown.',
    pl: 'Sumy, w których przeważa niewielu uczestników, nie są pokazywane.',
  },
  'rule.group': {
    cs: 'Skupina, která je celá v jedné kategorii, se neukazuje.',
    en: 'A group that is whole in one category is not shown.',
    pl: 'Grupa, która cała należy do jednej kategorii, nie jest pokazywana.',
  },
  'rule.extremes': {
    cs: 'Nejmenší a největší hodnoty osob a firem se neukazují.',
    en: 'Smallest and largest values of persons and firms are not shown.',
    pl: 'Najmniejsze i największe wartości osób i firm nie są pokazywane.',
  },
  'rule.suppress': {
    cs: 'Skryté hodnoty nahrazuje značka •.',
    en: 'A mark • stands for hidden values.',
    pl: 'Ukryte wartości zastępuje znak •.',
  },
  'rule.round': {
    cs: 'Počty se zaokrouhlují na násobky {base} tak, aby součty platily.',
    en: 'Counts are rounded to multiples of {base} so that sums still hold.',
    pl: 'Liczebności zaokrągla się do wielokrotności {base} tak, aby sumy się zgadzały.',
  },
  'rule.roundMinimum': {
    cs: 'Průměry a součty, za kterými by mohlo být méně než {minimum} osob nebo firem, se neukazují.',
    en: 'Means and sums that may rest on fewer than {minimum} persons or firms are not shown.',
    pl: 'Średnie i sumy, za którymi może stać mniej niż {minimum} osób lub firm, nie są pokazywane.',
  },
  'rules.minimum': { cs: 'Nejmenší počet', en: 'Smallest count', pl: 'Najmniejsza liczebność' },
  'rules.minimumHelp': {
    cs: 'Z počtu několika málo osob může soused poznat, o koho jde. Úřady pro statistiku volí 3 až 10.',
    en: 'Where only a few persons are counted, a neighbour may tell who they are. Statistical offices choose 3 to 10.',
    pl: 'Z liczby zaledwie kilku osób sąsiad może rozpoznać, o kogo chodzi. Urzędy statystyczne wybierają od 3 do 10.',
  },
  'rules.minimumLabel': {
    cs: 'Skrýt počty menší než (3 až 100)',
    en: 'Hide counts below (3 to 100)',
    pl: 'Ukryj liczebności mniejsze niż (3 do 100)',
  },
  'rules.zeros': {
    cs: 'Skrýt i nuly (také „nikdo“ může o někom vypovídat)',
    en: 'Hide zeros too (“nobody” may also tell something about somebody)',
    pl: 'Ukryj także zera („nikt” też może o kimś świadczyć)',
  },
  'rules.concentration': { cs: 'Převaha jednoho', en: 'One who prevails', pl: 'Przewaga jednego' },
  'rules.concentrationHelp': {
    cs: 'Když součet tvoří hlavně jedna firma, konkurent ji z něj odhadne. Hodnoty těchto pravidel zůstávají v projektu a do zpráv se nepíšou.',
    en: 'Where a sum is mostly one firm’s, a competitor can estimate it. The values of these rules stay in the project and are never printed.',
    pl: 'Gdy sumę tworzy głównie jedna firma, konkurent może ją oszacować. Wartości tych reguł pozostają w projekcie i nie są drukowane.',
  },
  'rules.p': {
    cs: 'Druhý největší nesmí největšího odhadnout příliš přesně (pravidlo p %)',
    en: 'The second largest must not estimate the largest too closely (p% rule)',
    pl: 'Drugi co do wielkości nie może zbyt dokładnie oszacować największego (reguła p%)',
  },
  'rules.pLabel': {
    cs: 'p v procentech (0 až 500)',
    en: 'p in per cent (0 to 500)',
    pl: 'p w procentach (0 do 500)',
  },
  'rules.dominance': {
    cs: 'Několik největších nesmí tvořit příliš velký podíl (pravidlo n, k)',
    en: 'The few largest must not make up too great a share (n, k rule)',
    pl: 'Kilku największych nie może tworzyć zbyt dużego udziału (reguła n, k)',
  },
  'rules.nLabel': { cs: 'n největších (1 až 3)', en: 'n largest (1 to 3)', pl: 'n największych (1 do 3)' },
  'rules.kLabel': {
    cs: 'nejvýše k % (1 až 100)',
    en: 'at most k % (1 to 100)',
    pl: 'najwyżej k % (1 do 100)',
  },
  'rules.others': {
    cs: 'Skupiny a krajní hodnoty',
    en: 'Groups and extremes',
    pl: 'Grupy i wartości skrajne',
  },
  'rules.othersHelp': {
    cs: 'Když jsou všichni z obce nezaměstnaní, prozradí to o každém z nich. Největší plat v tabulce je něčí plat.',
    en: 'If everybody of a place is unemployed, that tells it of each of them. The largest wage of a table is somebody’s wage.',
    pl: 'Jeśli wszyscy w miejscowości są bezrobotni, mówi to o każdym z nich. Największa płaca w tabeli jest czyjąś płacą.',
  },
  'rules.group': {
    cs: 'Skrýt skupinu, která je celá v jedné kategorii',
    en: 'Hide a group that is whole in one category',
    pl: 'Ukryj grupę, która cała należy do jednej kategorii',
  },
  'rules.extremes': {
    cs: 'Skrýt nejmenší a největší hodnoty',
    en: 'Hide smallest and largest values',
    pl: 'Ukryj najmniejsze i największe wartości',
  },
  'rules.treatment': { cs: 'Jak chránit', en: 'How to protect', pl: 'Jak chronić' },
  'rules.treatmentHelp': {
    cs: 'Skrývání ponechá ostatní čísla přesná. Zaokrouhlení ukáže všechny počty, každý o něco změněný tak, aby součty souhlasily.',
    en: 'Hiding leaves all other numbers exact. Rounding shows every count, each changed a little so that sums agree.',
    pl: 'Ukrywanie pozostawia inne liczby dokładne. Zaokrąglanie pokazuje wszystkie liczebności, każdą nieco zmienioną, tak aby sumy się zgadzały.',
  },
  'rules.suppress': {
    cs: 'Skrýt nebezpečné hodnoty',
    en: 'Hide dangerous values',
    pl: 'Ukryj niebezpieczne wartości',
  },
  'rules.round': {
    cs: 'Zaokrouhlit počty na násobky {base}',
    en: 'Round counts to multiples of {base}',
    pl: 'Zaokrąglij liczebności do wielokrotności {base}',
  },
  'rules.aboutRounding': {
    cs: 'Při zaokrouhlení se podíly počítají ze zaokrouhlených počtů a průměry se uvádějí v hrubších krocích; intervaly a ukazatele vypočtené z přesných počtů odejít nemohou. Data, která už odešla, zůstávají u způsobu, kterým odešla poprvé.',
    en: 'With rounding, shares are worked out of the rounded counts and means are given in coarser steps; intervals and indices worked out of the exact counts cannot leave. Data that have left before keep the way in which they left first.',
    pl: 'Przy zaokrąglaniu udziały oblicza się z zaokrąglonych liczebności, a średnie podaje w grubszych krokach; przedziały i wskaźniki obliczone z dokładnych liczebności nie mogą zostać opublikowane. Dane, które już opublikowano, pozostają przy sposobie użytym za pierwszym razem.',
  },
  'rules.width': { cs: 'Jak velká nejistota', en: 'How much uncertainty', pl: 'Jak duża niepewność' },
  'rules.widthHelp': {
    cs: 'Kdo skrytou hodnotu dopočítává z ostatních, smí dojít jen k rozpětí. To musí být nejméně takto široké.',
    en: 'Who works a hidden value out of the others may only arrive at a range. It must be at least this wide.',
    pl: 'Kto wylicza ukrytą wartość z pozostałych, może dojść tylko do przedziału. Musi być on co najmniej tak szeroki.',
  },
  'rules.widthLabel': {
    cs: 'Rozpětí v % skryté hodnoty (0 až 100)',
    en: 'Range in % of the hidden value (0 to 100)',
    pl: 'Przedział w % ukrytej wartości (0 do 100)',
  },
  'rules.keep': { cs: 'Co raději zachovat', en: 'What to rather keep', pl: 'Co raczej zachować' },
  'rules.keepHelp': {
    cs: 'Aby skryté nešlo dopočítat, musí se skrýt i něco dalšího. Toto se skryje, jen když to jinak nejde.',
    en: 'Other values have to be hidden too, so that the first cannot be worked out. These are hidden only if there is no other way.',
    pl: 'Aby ukrytych nie dało się wyliczyć, trzeba ukryć coś jeszcze. Te wartości zostaną ukryte tylko wtedy, gdy nie ma innego sposobu.',
  },
  'rules.keep-totals': { cs: 'součty', en: 'totals', pl: 'sumy' },
  'rules.keep-sexes': {
    cs: 'členění na ženy, muže a celkem',
    en: 'women, men and total',
    pl: 'podział na kobiety, mężczyzn i ogółem',
  },
  'rules.wrong': {
    cs: 'Zadejte číslo od {from} do {to}.',
    en: 'Give a number from {from} to {to}.',
    pl: 'Podaj liczbę od {from} do {to}.',
  },
  'rules.save': { cs: 'Uložit pravidla', en: 'Save the rules', pl: 'Zapisz reguły' },
  'rules.saved': {
    cs: 'Pravidla jsou uložená a platí pro každý další export.',
    en: 'The rules are saved and hold for every further export.',
    pl: 'Reguły zapisano; obowiązują przy każdym kolejnym eksporcie.',
  },
  'rules.revert': { cs: 'Vrátit změny', en: 'Take changes back', pl: 'Cofnij zmiany' },
  'rules.appliesTo': {
    cs: 'Platí pro všechny zprávy a výsledky tohoto projektu.',
    en: 'They hold for all reports and results of this project.',
    pl: 'Dotyczą wszystkich raportów i wyników tego projektu.',
  },
  'rules.readOnly': {
    cs: 'Projekt je jen pro čtení: pravidla nelze měnit.',
    en: 'The project is read-only: the rules cannot be changed.',
    pl: 'Projekt jest tylko do odczytu: reguł nie można zmieniać.',
  },
  'subjects.label': { cs: 'O kom jsou řádky', en: 'Whom the rows are about', pl: 'O kim są wiersze' },
  'subjects.help': {
    cs: 'Podle toho se při ukládání zpráv rozhoduje, co se musí skrýt.',
    en: 'It decides what has to be hidden when reports are saved.',
    pl: 'Na tej podstawie przy zapisie raportów ustala się, co trzeba ukryć.',
  },
  'subjects.unsaid': {
    cs: 'neuvedeno (rozhodne analýza, v pochybnosti chrání)',
    en: 'not said (the analysis decides and protects in doubt)',
    pl: 'nie podano (decyduje analiza, w razie wątpliwości chroni)',
  },
  'subjects.persons': {
    cs: 'osoby nebo počty osob',
    en: 'persons, or counts of persons',
    pl: 'osoby lub liczby osób',
  },
  'subjects.firms': {
    cs: 'firmy a podnikatelé nebo součty za ně',
    en: 'firms and businesses, or sums of them',
    pl: 'firmy i przedsiębiorcy lub ich sumy',
  },
  'subjects.territories': {
    cs: 'území, úřady, budovy nebo měřicí místa',
    en: 'territories, public bodies, buildings or measuring points',
    pl: 'obszary, urzędy, budynki lub punkty pomiarowe',
  },
  'subjects.public': {
    cs: 'čísla, která už zveřejnil ten, kdo je sebral',
    en: 'numbers already published by who collected them',
    pl: 'liczby już opublikowane przez tego, kto je zebrał',
  },
  'subjects.protected': {
    cs: 'Malé počty a hodnoty, z nichž by šlo někoho poznat, se ve zprávách skryjí.',
    en: 'Small counts and values that could expose somebody are hidden in reports.',
    pl: 'Małe liczebności i wartości, które mogłyby kogoś ujawnić, są w raportach ukrywane.',
  },
  'subjects.territoriesText': {
    cs: 'Nic se neskrývá: řádek vypovídá o místě nebo úřadu, ne o člověku.',
    en: 'Nothing is hidden: a row tells of a place or a public body, not of a person.',
    pl: 'Nic nie jest ukrywane: wiersz mówi o miejscu lub urzędzie, nie o człowieku.',
  },
  'subjects.publicWarning': {
    cs: 'Ochrana se pro tato data vypne a ven půjdou všechna čísla. Zvolte to jen tehdy, když přesně tato čísla už někdo zveřejnil.',
    en: 'Protection is switched off for these data and every number goes out. Choose it only if exactly these numbers have been published before.',
    pl: 'Ochrona zostanie dla tych danych wyłączona i na zewnątrz trafią wszystkie liczby. Wybierz to tylko wtedy, gdy dokładnie te liczby były już opublikowane.',
  },
  'published.switch': {
    cs: 'Ukázat, jak bude zveřejněno',
    en: 'Show as it would be published',
    pl: 'Pokaż tak, jak będzie opublikowane',
  },
  'published.on': {
    cs: 'Takto výsledek opustí projekt: skryté hodnoty mají značku • a důvod.',
    en: 'This is how the result leaves the project: hidden values have the mark • and a reason.',
    pl: 'Tak wynik opuści projekt: ukryte wartości mają znak • i podany powód.',
  },
  'published.making': {
    cs: 'Zkouší se, co smí ven',
    en: 'Testing what may leave',
    pl: 'Sprawdzanie, co może wyjść',
  },
})
