/* What `npm run pack:new` writes: a small pack that works (mean per territory), to be changed piece by piece. */

const manifest = (/** @type {string} */ id) => `format: workbench-pack/1
id: ${id}
version: 0.1.0 # major = numbers change; minor = new output; patch = wording
kind: indicator
area: comparison # or policy, region, gender: the question it stands under
topics: []
locales: [cs, en, pl]
needs:
  values:
    grain: [territory, period]
    columns:
      territory: { role: territory }
      period: { role: period }
      value: { role: measure }
params: {}
steps:
  means: { sql: sql/means.sql, from: [values] }
tables:
  means:
    from: means
    columns:
      territory: { unit: code }
      periods: { unit: number }
      mean: { unit: source }
findings:
  highest: { sql: findings/highest.sql, from: [means], severity: note }
report: { template: 'report/{locale}.md' }
`

const means = `-- Mean of the value over the periods. Reads: values. Grain: territory.
select territory, count(value) as periods, avg(value) as mean
from "values"
group by territory
order by territory
`

const highest = `-- The territory with the highest mean. Reads: means. Columns fill the slots of findings.highest.
select territory, mean
from means
where mean is not null
order by mean desc, territory
limit 1
`

const messages = {
  cs: `title: Průměr podle území
question: Kde je hodnota v průměru nejvyšší?
uses:
  - Najděte území, kde je hodnota dlouhodobě nejvyšší.
limits:
  - Průměr nepřihlíží k velikosti území.
needs:
  values:
    title: Hodnoty
    help: Jedna hodnota za území a období.
    columns:
      territory: { title: Území, help: Kód nebo název území. }
      period: { title: Období, help: Rok nebo jeho část. }
      value: { title: Hodnota, help: Měřená hodnota. }
tables:
  means:
    title: Průměr podle území
    columns: { territory: Území, periods: Počet období, mean: Průměr }
findings:
  highest: 'Nejvyšší průměr má území {territory}: {mean, number}.'
`,
  en: `title: Mean by territory
question: Where is the value highest on average?
uses:
  - Find the territory where the value is highest over the years.
limits:
  - The mean takes no account of the size of a territory.
needs:
  values:
    title: Values
    help: One value per territory and period.
    columns:
      territory: { title: Territory, help: Code or name of the territory. }
      period: { title: Period, help: A year or a part of it. }
      value: { title: Value, help: The measured value. }
tables:
  means:
    title: Mean by territory
    columns: { territory: Territory, periods: Number of periods, mean: Mean }
findings:
  highest: 'The highest mean is that of {territory}: {mean, number}.'
`,
  pl: `title: Średnia według terytorium
question: Gdzie wartość jest średnio najwyższa?
uses:
  - Znajdź terytorium, na którym wartość jest od lat najwyższa.
limits:
  - Średnia nie uwzględnia wielkości terytorium.
needs:
  values:
    title: Wartości
    help: Jedna wartość dla terytorium i okresu.
    columns:
      territory: { title: Terytorium, help: Kod lub nazwa terytorium. }
      period: { title: Okres, help: Rok lub jego część. }
      value: { title: Wartość, help: Zmierzona wartość. }
tables:
  means:
    title: Średnia według terytorium
    columns: { territory: Terytorium, periods: Liczba okresów, mean: Średnia }
findings:
  highest: 'Najwyższą średnią ma terytorium {territory}: {mean, number}.'
`,
}

const reports = {
  cs: `# Průměr podle území

{{block:question}}

{{block:findings}}

## Výsledky

{{block:table:means}}

## Metoda a omezení

{{block:method}}

{{block:limits}}

{{block:sources}}
`,
  en: `# Mean by territory

{{block:question}}

{{block:findings}}

## Results

{{block:table:means}}

## Method and limits

{{block:method}}

{{block:limits}}

{{block:sources}}
`,
  pl: `# Średnia według terytorium

{{block:question}}

{{block:findings}}

## Wyniki

{{block:table:means}}

## Metoda i ograniczenia

{{block:method}}

{{block:limits}}

{{block:sources}}
`,
}

const goldenCase = `note: 'Alfa: (1 + 3) / 2 = 2 over two periods. Beta: 5 in one period, so the highest mean is that of Beta.'
inputs: { values: inputs/values.csv }
expect:
  rows: { means: expected/means.csv }
  findings: [highest]
`

/**
 * @param {string} id
 * @returns {Record<string, string>} path inside the pack's folder -> text
 */
export const packFiles = (id) => ({
  'pack.yaml': manifest(id),
  'sql/means.sql': means,
  'findings/highest.sql': highest,
  'messages/cs.yaml': messages.cs,
  'messages/en.yaml': messages.en,
  'messages/pl.yaml': messages.pl,
  'report/cs.md': reports.cs,
  'report/en.md': reports.en,
  'report/pl.md': reports.pl,
  'cases/two-territories/case.yaml': goldenCase,
  'cases/two-territories/inputs/values.csv':
    'territory,period,value\nAlfa,2022,1\nAlfa,2023,3\nBeta,2023,5\n',
  'cases/two-territories/expected/means.csv': 'territory,periods,mean\nAlfa,2,2\nBeta,1,5\n',
})
