import type { Locale } from '../../../analyses/model/locale'

/** Words of the package beside those of the packs. */
interface PackageMessages {
  readonly hidden: string
  /** `{base}` is the base of rounding. */
  readonly rounded: string
  readonly synthetic: string
  readonly codes: Readonly<Record<'sex' | 'status', string>>
  readonly code: string
  readonly name: string
  /** The file for people; `{files}` is the list of tables. */
  readonly readme: readonly string[]
}

export const packageMessages: Readonly<Record<Locale, PackageMessages>> = {
  cs: {
    hidden: 'Některé hodnoty jsou skryty kvůli ochraně osob; důvod je ve sloupci se stavem.',
    rounded: 'Počty osob a firem jsou zaokrouhleny na násobky {base}, aby nešlo určit přesné počty.',
    synthetic: 'Syntetická data: smyšlený kraj, žádné číslo nevypovídá o skutečném místě.',
    codes: { sex: 'Pohlaví', status: 'Stav hodnoty' },
    code: 'Kód',
    name: 'Název',
    readme: [
      'Tabulky jsou ve složce data, číselníky ve složce codes. Text je v UTF-8, oddělovačem je čárka, desetinným znakem tečka. Prázdná buňka znamená, že hodnota chybí nebo je skryta; proč, říká sloupec se stavem.',
      'Popis sloupců pro stroje je v souboru csv-metadata.json (CSV on the Web), záznam pro katalog v souboru datova-sada.jsonld (DCAT-AP-CZ). Odkazy v obou jsou relativní, takže platí tam, kam složku vystavíte.',
      'Než data vystavíte, doplňte do záznamu pro katalog poskytovatele, kontakt, územní prvek RÚIAN, téma a podmínky užití: to může říci jen ten, kdo data zveřejňuje.',
    ],
  },
  en: {
    hidden: 'Some values are hidden to protect persons; the status column says why.',
    rounded:
      'Counts of persons and firms are rounded to multiples of {base}, so that exact counts cannot be told.',
    synthetic: 'Synthetic data: a fictional region, no number says anything about a real place.',
    codes: { sex: 'Sex', status: 'Status of a value' },
    code: 'Code',
    name: 'Name',
    readme: [
      'Tables are in the folder data, code lists in the folder codes. Text is UTF-8, the separator is a comma, the decimal sign a point. An empty cell means that the value is missing or hidden; the status column says why.',
      'Columns are described for machines in csv-metadata.json (CSV on the Web), the catalogue record is datova-sada.jsonld (DCAT-AP-CZ). Links in both are relative, so they hold wherever the folder is published.',
      'Before you publish, complete the catalogue record with the publisher, the contact, the RÚIAN territory, the theme and the terms of use: only who publishes the data can state them.',
    ],
  },
  pl: {
    hidden: 'Niektóre wartości są ukryte, aby chronić osoby; powód podaje kolumna ze statusem.',
    rounded:
      'Liczebności osób i firm zaokrąglono do wielokrotności {base}, aby nie dało się ustalić dokładnych liczebności.',
    synthetic: 'Dane syntetyczne: zmyślony region, żadna liczba nie mówi o prawdziwym miejscu.',
    codes: { sex: 'Płeć', status: 'Status wartości' },
    code: 'Kod',
    name: 'Nazwa',
    readme: [
      'Tabele są w folderze data, listy kodów w folderze codes. Tekst jest w UTF-8, separatorem jest przecinek, znakiem dziesiętnym kropka. Pusta komórka oznacza, że wartości brak albo jest ukryta; powód podaje kolumna ze statusem.',
      'Opis kolumn dla maszyn jest w pliku csv-metadata.json (CSV on the Web), wpis do katalogu w pliku datova-sada.jsonld (DCAT-AP-CZ). Odnośniki w obu są względne, więc działają tam, gdzie folder zostanie opublikowany.',
      'Przed publikacją uzupełnij wpis do katalogu o wydawcę, kontakt, obszar RÚIAN, temat i warunki użycia: może je podać tylko ten, kto dane publikuje.',
    ],
  },
}
