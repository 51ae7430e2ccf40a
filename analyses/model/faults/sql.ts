import { defineFaults } from './define'

/** SQL written by a person or a pack that is refused before it runs. */
export const sqlFaults = defineFaults({
  'sql.not-a-select': {
    cs: 'Tohle není dotaz pro čtení: začíná „{found}“. Napište jeden příkaz SELECT (začínat smí SELECT, WITH, FROM, VALUES nebo TABLE).',
    en: 'This is not a query that reads: it begins with “{found}”. Write one SELECT (it may begin with SELECT, WITH, FROM, VALUES or TABLE).',
    pl: 'To nie jest zapytanie odczytujące dane: zaczyna się od „{found}”. Napisz jedno polecenie SELECT (może się zaczynać od SELECT, WITH, FROM, VALUES lub TABLE).',
  },
  'sql.several-statements': {
    cs: 'Dotaz obsahuje několik příkazů oddělených středníkem. Nechte v něm jen jeden SELECT.',
    en: 'The query holds several statements separated by semicolons. Leave a single SELECT in it.',
    pl: 'Zapytanie zawiera kilka poleceń rozdzielonych średnikiem. Pozostaw w nim tylko jedno polecenie SELECT.',
  },
  'sql.unfinished': {
    cs: 'V dotazu nesedí závorky, uvozovky nebo komentář (u „{found}“). Doplňte chybějící znak nebo smažte přebytečný.',
    en: 'Brackets, quotes or a comment in the query do not match (at “{found}”). Add the missing character or remove the extra one.',
    pl: 'W zapytaniu nie zgadzają się nawiasy, cudzysłowy lub komentarz (przy „{found}”). Dodaj brakujący znak albo usuń zbędny.',
  },
  'sql.forbidden': {
    cs: 'Funkce „{name}“ čte soubory nebo něco mění, v dotazu tedy být nesmí. Data nejprve importujte a čtěte je z tabulek projektu.',
    en: 'The function “{name}” reads files or changes something, so a query may not use it. Import the data first and read them from the tables of the project.',
    pl: 'Funkcja „{name}” czyta pliki lub coś zmienia, więc nie wolno jej użyć w zapytaniu. Najpierw zaimportuj dane i odczytaj je z tabel projektu.',
  },
})
