import { defineFaults } from './define'

/** What can be wrong with a template of reports as it stands on disk; the reader is whoever writes templates. */
export const templateFaults = defineFaults({
  'template.file-missing': {
    cs: 'V šabloně chybí soubor {file}. Doplňte ho, nebo složku odstraňte.',
    en: 'The template has no file {file}. Add it, or remove the folder.',
    pl: 'W szablonie brakuje pliku {file}. Dodaj go albo usuń folder.',
  },
  'template.key-unknown': {
    cs: 'Šablona obsahuje neznámý klíč „{key}“. Zkontrolujte překlep, nebo klíč smažte.',
    en: 'The template has an unknown key "{key}". Check the spelling, or delete the key.',
    pl: 'Szablon zawiera nieznany klucz „{key}”. Sprawdź pisownię albo usuń klucz.',
  },
  'template.value-wrong': {
    cs: 'Hodnota v šabloně nesouhlasí s tím, co se na tomto místě čeká: {detail}. Opravte ji podle návodu k šablonám.',
    en: 'A value in the template is not what is expected in this place: {detail}. Correct it as the guide to templates says.',
    pl: 'Wartość w szablonie nie odpowiada temu, czego oczekuje się w tym miejscu: {detail}. Popraw ją zgodnie z opisem szablonów.',
  },
  'template.run-unknown': {
    cs: 'Blok odkazuje na analýzu „{run}“, kterou šablona nemá. Známé analýzy: {known}.',
    en: 'A block refers to the analysis "{run}", which the template does not have. Known analyses: {known}.',
    pl: 'Blok odwołuje się do analizy „{run}”, której szablon nie zawiera. Znane analizy: {known}.',
  },
  'template.run-unused': {
    cs: 'Analýzu „{run}“ žádný oddíl neukazuje. Umístěte ji do některého oddílu, nebo ji ze šablony vyřaďte.',
    en: 'No section shows the analysis "{run}". Place it in a section, or take it out of the template.',
    pl: 'Żaden rozdział nie pokazuje analizy „{run}”. Umieść ją w rozdziale albo usuń z szablonu.',
  },
  'template.block-twice': {
    cs: 'Blok „{block}“ je v oddílu „{section}“ dvakrát. Jeden z nich smažte.',
    en: 'The block "{block}" stands twice in the section "{section}". Delete one of them.',
    pl: 'Blok „{block}” występuje w rozdziale „{section}” dwa razy. Usuń jeden z nich.',
  },
  'template.words-missing': {
    cs: 'Šabloně chybí text „{key}“ v jazyce {locale}. Doplňte ho.',
    en: 'The template has no text "{key}" in the language {locale}. Add it.',
    pl: 'W szablonie brakuje tekstu „{key}” w języku {locale}. Dodaj go.',
  },
  'template.name-unknown': {
    cs: 'Šablona ukazuje „{name}“, ale balíček {pack} nic takového nemá. Známá jména: {known}.',
    en: 'The template shows "{name}", but the pack {pack} has nothing of that name. Known names: {known}.',
    pl: 'Szablon pokazuje „{name}”, ale pakiet {pack} nie zawiera niczego o tej nazwie. Znane nazwy: {known}.',
  },
  'template.number-unreadable': {
    cs: 'Číslu v textu {number} nelze rozumět. Píše se běh, tabulka, sloupec a podmínky: hodnota za rovnítkem, víceslovná v uvozovkách.',
    en: 'The number {number} in a text cannot be read. Write run, table, column and conditions: the value after an equals sign, in quotes when it has several words.',
    pl: 'Liczby {number} w tekście nie można odczytać. Podaj uruchomienie, tabelę, kolumnę i warunki: wartość po znaku równości, złożoną z kilku słów w cudzysłowie.',
  },
  'template.id-taken': {
    cs: 'Šablona „{id}“ už je ve složce {other}. Jedné z nich změňte id.',
    en: 'The template "{id}" is already in the folder {other}. Give one of them another id.',
    pl: 'Szablon „{id}” jest już w folderze {other}. Zmień id jednego z nich.',
  },
})
