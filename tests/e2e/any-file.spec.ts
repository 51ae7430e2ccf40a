import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makeXlsx } from '../helpers/make-workbook'
import { launchWorkbench, type Workbench } from './launch'
import { answerDialogs, expectAccessible, heading, newProject, tabTo } from './window-helpers'

let folder: string
let workbench: Workbench
let page: Page
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cokoli z úřadu – '))
  workbench = await launchWorkbench()
  page = workbench.page
  await newProject(workbench, folder)
})
test.afterEach(async () => {
  await workbench.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function look(path: string): Promise<void> {
  await answerDialogs(workbench, { open: [path] })
  await page.getByRole('button', { name: /^Import( data)?$/ }).click()
  await expect(page.locator('.import-preview')).toBeVisible({ timeout: 60_000 })
}

const write = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** A workbook of two sheets people see and one they do not. */
function writeWorkbook(): string {
  const rows = (unit: string) => [
    ['kod', unit],
    ['CZ020', 5],
    ['CZ031', 7],
    ['CZ032', 9],
  ]
  const path = join(folder, 'ročenka.xlsx')
  writeFileSync(
    path,
    makeXlsx([
      { name: 'Obyvatelé', rows: rows('osoby') },
      { name: 'Školy', rows: rows('skoly') },
      { name: 'Pomocný', state: 'hidden', rows: rows('pomoc') },
    ]),
  )
  return path
}

test('a workbook: its tables are listed, one is left out, the others load', async () => {
  await look(writeWorkbook())
  const tables = page.getByRole('tabpanel', { name: /Tables/ })
  await expect(tables.getByRole('row')).toHaveCount(4)
  await expect(tables.getByLabel('Load the table Obyvatelé')).toBeChecked()
  await expect(tables.getByLabel('Load the table Pomocný')).not.toBeChecked()
  await expect(tables.getByRole('row', { name: /Pomocný/ })).toContainText('hidden')
  await expectAccessible(page, 'the table picker')
  // Another table is looked at; what is loaded does not change by looking.
  await tables.getByRole('button', { name: 'Show the table Školy' }).click()
  await expect(page.getByLabel('Table shown')).toHaveValue(/.+/)
  await page.getByRole('tab', { name: 'First 200 rows' }).click()
  await expect(page.getByRole('columnheader', { name: 'skoly' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 2 tables' })).toBeVisible()
  await page.getByRole('tab', { name: /^Tables/ }).click()
  await tables.getByLabel('Load the table Obyvatelé').uncheck()
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('navigation', { name: 'Data sets' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('navigation', { name: 'Data sets' })).toContainText('skoly')
})

test('files of a folder with the same columns load as one table', async () => {
  const months = join(folder, 'měsíce')
  mkdirSync(months)
  for (const month of ['01', '02'])
    writeFileSync(
      join(months, `2024-${month}.csv`),
      `okres;pocet\nCZ0201;${Number(month)}5\nCZ0202;${Number(month)}7\n`,
    )
  await answerDialogs(workbench, { open: [months] })
  await page.getByRole('button', { name: 'Folder…' }).click()
  await expect(page.getByRole('button', { name: 'Import 2 tables' })).toBeVisible({ timeout: 60_000 })
  await page.getByLabel(/The tables have the same columns/).check()
  await page.getByRole('button', { name: 'Import 4 rows' }).click()
  await expect(page.locator('.screen-subtitle')).toContainText('4 rows', { timeout: 60_000 })
})

/** Czech birth numbers of nobody: nine digits and the one that makes the whole divisible by eleven. */
const birthNumber = (place: number): string => {
  const day = String(1 + (place % 27)).padStart(2, '0')
  const month = String(1 + (place % 12) + (place % 2 === 0 ? 50 : 0)).padStart(2, '0')
  const nine = `${60 + (place % 35)}${month}${day}${String(100 + place * 7).slice(0, 3)}`
  const check = Number(nine) % 11
  return check === 10 ? birthNumber(place + 40) : `${nine.slice(0, 6)}/${nine.slice(6)}${check}`
}

const writePersons = (): string =>
  write('klienti.csv', [
    'rodne_cislo;okres;castka',
    ...Array.from({ length: 40 }, (_, i) => `${birthNumber(i)};CZ020${1 + (i % 4)};${(i + 1) * 100},5`),
  ])

test('personal data stop the import until somebody decides, by keyboard alone', async () => {
  await look(writePersons())
  const importButton = page.getByRole('button', { name: 'Import 40 rows' })
  await expect(importButton).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('tab', { name: /Personal data/ })).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, 'the personal-data gate')
  // No value of the column is anywhere in the window: not in the gate, the rows, the columns, or the lines.
  const shown = birthNumber(3)
  for (const tab of ['First 200 rows', /^Columns/, 'Lines of the file', /^Personal data/]) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.locator('.import-preview')).not.toContainText(shown)
  }
  await page.getByRole('tab', { name: /^Personal data/ }).focus()
  await tabTo(page, /Leave the column out/)
  await expect(page.getByRole('radio', { name: /Leave the column out/ })).toBeFocused()
  await page.keyboard.press('Space')
  await tabTo(page, /sex/)
  await expect(page.getByRole('checkbox', { name: 'sex' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(importButton).not.toHaveAttribute('aria-disabled', 'true')
  await tabTo(page, /^Import 40 rows/)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('klienti', { timeout: 60_000 })
  await page.getByRole('tab', { name: 'Columns' }).click()
  await expect(page.getByRole('cell', { name: 'sex' }).first()).toBeVisible()
  await expect(page.getByText('rodne_cislo', { exact: true })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Receipt' }).click()
  await expect(page.locator('.tab-panel')).toContainText('left out')
  await page.getByRole('button', { name: 'Audit log' }).click()
  await expect(page.getByRole('row', { name: /klienti.*birth numbers.*left out/ })).toBeVisible()
  await expectAccessible(page, 'the audit log')
})

const writeWide = (): string =>
  write('obyvatele.csv', [
    'kod;zeny_2021;muzi_2021;zeny_2022;muzi_2022',
    ...Array.from(
      { length: 12 },
      (_, i) => `CZ02${i};${i + 11};${i + 12};${i + 13};${i === 5 ? '-' : i + 14}`,
    ),
  ])

test('a proposed shape is seen, taken and loaded; its recipe reads the next edition', async () => {
  await look(writeWide())
  await page.getByRole('tab', { name: /Shape/ }).click()
  await page.getByRole('button', { name: 'Accept the proposal' }).first().click()
  const after = page.getByRole('table', { name: /After the step/ })
  await expect(after.getByRole('row')).toHaveCount(7)
  await expectAccessible(page, 'a step of shape')
  await page.getByRole('button', { name: 'Import 12 rows' }).click()
  await expect(heading(page)).toHaveText('obyvatele', { timeout: 60_000 })
  await expect(page.locator('.screen-subtitle')).toContainText('48 rows')

  const recipe = join(folder, 'recept.json')
  await answerDialogs(workbench, { save: recipe })
  await page.getByRole('button', { name: 'Save the recipe…' }).click()
  await page.getByRole('button', { name: 'Choose a place and save…' }).click()
  await expect(page.getByText('Recipe saved', { exact: false })).toBeVisible()
  expect(JSON.parse(readFileSync(recipe, 'utf8'))).toMatchObject({ format: 'workbench-recipe/1' })

  // The next edition lost a column and gained another.
  const next = write('obyvatele 2023.csv', [
    'kod;zeny_2021;muzi_2021;zeny_2022;muzi_2022;poznamka',
    ...Array.from({ length: 6 }, (_, i) => `CZ02${i};${i + 1};${i + 2};${i + 3};${i + 4};ano`),
  ])
  await look(next)
  await answerDialogs(workbench, { open: [recipe] })
  await page.getByRole('button', { name: 'Use a recipe…' }).click()
  await expect(page.getByText('1 change against the file')).toBeVisible()
  await expect(page.locator('.note').filter({ hasText: 'poznamka' })).toBeVisible()
  await page.getByRole('tab', { name: /Shape/ }).click()
  await expect(page.getByRole('region', { name: 'Step 1:' })).toBeVisible()
})

test('quality: findings, distributions; another type shows its loss before it is done', async () => {
  await look(writeWide())
  await page.getByRole('button', { name: 'Import 12 rows' }).click()
  await expect(heading(page)).toHaveText('obyvatele', { timeout: 60_000 })
  await page.getByRole('tab', { name: 'Quality' }).click()
  await expect(page.locator('.profile-card')).toHaveCount(6)
  await expect(page.getByRole('img', { name: /Distribution of zeny_2021/ })).toBeVisible()
  await expectAccessible(page, 'the quality page')
  await page.getByRole('tab', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Change the type of the column zeny_2021' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Type', { exact: true }).selectOption('date')
  await expect(dialog.getByText('12 cells would have no value')).toBeVisible()
  await expectAccessible(page, 'the change of a type')
  await dialog.getByLabel('Type', { exact: true }).selectOption('text')
  await expect(dialog.getByText('No cell would lose its value.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change the column' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: /zeny_2021 .*text/ })).toBeVisible()
})
