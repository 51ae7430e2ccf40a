import { defineMessages } from '../define'

export const analysesMessages = defineMessages({
  'analyses.subtitle': {
    cs: 'Vyberte otázku, na kterou chcete odpověď.',
    en: 'Choose the question you want answered.',
    pl: 'Wybierz pytanie, na które szukasz odpowiedzi.',
  },
  'analyses.none': {
    cs: 'Žádná analýza není k dispozici',
    en: 'No analysis is available',
    pl: 'Żadna analiza nie jest dostępna',
  },
  'analyses.noneText': {
    cs: 'Instalace aplikace je zřejmě neúplná. Nainstalujte ji prosím znovu; projekty zůstanou.',
    en: 'The installation seems incomplete. Please install the application again; projects stay.',
    pl: 'Instalacja wydaje się niekompletna. Zainstaluj program ponownie; projekty pozostaną.',
  },
  'analyses.all': { cs: 'Všechny analýzy', en: 'All analyses', pl: 'Wszystkie analizy' },
  'analyses.about': { cs: 'O analýze', en: 'About the analysis', pl: 'O analizie' },
  'analyses.limits': { cs: 'Kdy ji nepoužít', en: 'When not to use it', pl: 'Kiedy jej nie stosować' },
  'analyses.outputs': { cs: 'Co vznikne', en: 'What it gives', pl: 'Co powstanie' },
  'analyses.citations': { cs: 'Prameny metody', en: 'Sources of the method', pl: 'Źródła metody' },
  'analyses.version': {
    cs: '{id}, verze {version}',
    en: '{id}, version {version}',
    pl: '{id}, wersja {version}',
  },
  'analyses.noData': {
    cs: 'Analýza potřebuje data',
    en: 'The analysis needs data',
    pl: 'Analiza wymaga danych',
  },
  'analyses.noDataText': {
    cs: 'V projektu zatím není žádná datová sada.',
    en: 'There is no data set in the project yet.',
    pl: 'W projekcie nie ma jeszcze żadnego zbioru danych.',
  },
  'analyses.broken': {
    cs: '{count, plural, one {# analýzu nelze načíst} few {# analýzy nelze načíst} other {# analýz nelze načíst}}',
    en: '{count, plural, one {# analysis could not be read} other {# analyses could not be read}}',
    pl: '{count, plural, one {# analizy nie można wczytać} other {# analiz nie można wczytać}}',
  },
  'analyses.brokenText': {
    cs: 'Ostatní analýzy fungují. Každá chyba uvádí soubor a místo.',
    en: 'The other analyses work. Each mistake names its file and place.',
    pl: 'Pozostałe analizy działają. Przy każdym błędzie podano plik i miejsce.',
  },
  'run.dataSet': { cs: 'Datová sada', en: 'Data set', pl: 'Zbiór danych' },
  'run.form': { cs: 'Podoba dat', en: 'Form of the data', pl: 'Postać danych' },
  'run.choose': { cs: 'vyberte sloupec', en: 'choose a column', pl: 'wybierz kolumnę' },
  'run.notUsed': { cs: 'nepoužít', en: 'not used', pl: 'nie używać' },
  'run.optional': { cs: '{title} (nepovinné)', en: '{title} (optional)', pl: '{title} (opcjonalnie)' },
  'run.openColumn': {
    cs: 'Vyberte sloupec, bez něj analýza nepoběží.',
    en: 'Choose a column; the analysis cannot run without it.',
    pl: 'Wybierz kolumnę; bez niej analizy nie da się wykonać.',
  },
  'run.params': { cs: 'Nastavení výpočtu', en: 'Settings of the calculation', pl: 'Ustawienia obliczeń' },
  'run.between': { cs: 'Od {min} do {max}.', en: 'From {min} to {max}.', pl: 'Od {min} do {max}.' },
  'run.atLeast': { cs: 'Nejméně {min}.', en: 'At least {min}.', pl: 'Co najmniej {min}.' },
  'run.atMost': { cs: 'Nejvýše {max}.', en: 'At most {max}.', pl: 'Co najwyżej {max}.' },
  'run.button': { cs: 'Spustit analýzu', en: 'Run the analysis', pl: 'Uruchom analizę' },
  'run.job': { cs: 'Analýza: {title}', en: 'Analysis: {title}', pl: 'Analiza: {title}' },
  'run.done': {
    cs: 'Analýza je hotova: {title}.',
    en: 'The analysis is done: {title}.',
    pl: 'Analiza gotowa: {title}.',
  },
  'run.incomplete': {
    cs: 'Doplňte označená pole, potom analýzu spusťte.',
    en: 'Fill in the marked fields, then run the analysis.',
    pl: 'Uzupełnij oznaczone pola, a potem uruchom analizę.',
  },
  'run.cancelled': {
    cs: 'Analýza byla zrušena, nic se neuložilo.',
    en: 'The analysis was cancelled; nothing was saved.',
    pl: 'Analizę anulowano; niczego nie zapisano.',
  },
  'param.number': { cs: 'Zadejte číslo.', en: 'Enter a number.', pl: 'Wpisz liczbę.' },
  'param.integer': { cs: 'Zadejte celé číslo.', en: 'Enter a whole number.', pl: 'Wpisz liczbę całkowitą.' },
  'param.range': {
    cs: 'Číslo je mimo povolené meze.',
    en: 'The number is outside of the limits.',
    pl: 'Liczba jest poza dozwolonym zakresem.',
  },
  'param.empty': { cs: 'Doplňte hodnotu.', en: 'Fill in a value.', pl: 'Uzupełnij wartość.' },
})
