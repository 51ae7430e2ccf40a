import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchWorkbench, type Workbench } from './launch'
import {
  answerDialogs,
  expectAccessible,
  heading,
  importEmployment,
  newProject,
  picture,
  rail,
  tabTo,
} from './window-helpers'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zprávy – '))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const outline = (page: Page) => page.getByRole('tree', { name: 'Outline of the report' })
const names = (page: Page) =>
  outline(page)
    .getByRole('treeitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''))
const saved = (page: Page) => expect(page.getByText('All changes are kept in the project')).toBeVisible()
const sheet = (page: Page) => page.locator('.sheet')

async function saveAs(workbench: Workbench, format: string): Promise<string> {
  const { page } = workbench
  const file = join(folder, `ženy a muži.${format}`)
  await answerDialogs(workbench, { save: file })
  await page.getByRole('radio', { name: new RegExp(`^${format}`, 'i') }).check()
  await page.getByRole('button', { name: `Save as ${format.toUpperCase()}…` }).click()
  await expect(page.getByText(`Saved: ${file}`, { exact: false })).toBeVisible({ timeout: 120_000 })
  expect(statSync(file).size).toBeGreaterThan(1000)
  return file
}

async function newGenderReport(page: Page): Promise<void> {
  await rail(page, 'Reports').click()
  await page.getByRole('button', { name: 'New report' }).click()
  await expectAccessible(page, 'new report')
  await page.getByRole('button', { name: /^Gender analysis/ }).click()
  await expect(outline(page)).toBeVisible()
  await page.getByRole('button', { name: 'Run the missing analysis' }).first().click()
  await expect(sheet(page).getByRole('list', { name: 'Findings' }).first()).toBeVisible({ timeout: 180_000 })
}

/** Moves, hides, names and comments blocks; a number of the analysis goes into a text. */
async function edit(page: Page): Promise<void> {
  const before = await names(page)
  const table = before.findIndex((name) => name.startsWith('Women and men by territory'))
  expect(table).toBeGreaterThan(1)
  await outline(page).getByRole('treeitem').nth(table).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await names(page))[table - 1]).toBe(before[table])
  await page.getByLabel('Heading of the block').fill('Place by place')
  await page.getByLabel('Comment for the reader').fill('Small places are hidden on purpose.')
  await expect(sheet(page)).toContainText('Small places are hidden on purpose.', { timeout: 120_000 })
  await outline(page).getByRole('treeitem').nth(table).click()
  await page.getByRole('button', { name: 'Leave out of the report' }).click()
  await expect(outline(page).getByRole('treeitem').nth(table)).toHaveAccessibleName(/left out of the report$/)

  await outline(page)
    .getByRole('treeitem', { name: /^To be written/ })
    .first()
    .click()
  await page.getByLabel('Text', { exact: true }).fill('In figures: ')
  await page.getByRole('button', { name: 'Insert a number' }).click()
  await expect(page.getByRole('dialog').getByLabel('Row of the table')).toBeVisible()
  await expectAccessible(page, 'insert a number')
  await page.getByRole('button', { name: 'Insert the number' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/In figures: \{\{\S+ \S+ \S+.*\}\}/)
  await expect(sheet(page)).toContainText(/In figures: [−\d]/, { timeout: 120_000 })
  await saved(page)
}

test('a report from a template: analyses, order, texts, rules, files, and all of it again after reopening', async () => {
  test.setTimeout(420_000)
  const first = await launchWorkbench()
  const { page } = first
  const project = await newProject(first, folder)
  await importEmployment(first, folder)
  await newGenderReport(page)
  await expectAccessible(page, 'report editor')
  await edit(page)

  // Stricter rules hide more: the page says it in its cells, and the panel in numbers.
  await page.getByRole('tab', { name: 'Protection' }).click()
  await page.getByRole('button', { name: 'Rules of protection' }).click()
  await expectAccessible(page, 'rules of protection')
  await page.getByLabel('Hide counts below (3 to 100)').fill('2')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('Give a number from 3 to 100.')).toBeVisible()
  await expect(page.getByLabel('Hide counts below (3 to 100)')).toBeFocused()
  await page.getByLabel('Hide counts below (3 to 100)').fill('31')
  await page.getByRole('button', { name: 'Save the rules' }).click()
  await expect(page.getByText('The rules are saved', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the report' }).click()
  await page.getByRole('tab', { name: 'Protection' }).click()
  await expect(page.getByText('Counts below 31 are not shown.')).toBeVisible({ timeout: 180_000 })
  await expect(sheet(page).locator('.cell-hidden').first()).toBeAttached({ timeout: 60_000 })
  // What is said of hidden cells to screen readers only makes no page wider.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)

  await page.getByRole('button', { name: 'Save the report' }).click()
  await expect(page.getByText(/will not be in the file/)).toBeVisible({ timeout: 120_000 })
  await expectAccessible(page, 'saving a report')
  const html = await saveAs(first, 'html')
  for (const format of ['docx', 'xlsx']) await saveAs(first, format)
  expect(readFileSync(html, 'utf8')).toContain('Small places are hidden on purpose.')
  await page.keyboard.press('Escape')
  const order = await names(page)
  await first.close()

  const second = await launchWorkbench({ args: [project] })
  await rail(second.page, 'Reports').click()
  await expectAccessible(second.page, 'list of reports')
  await second.page.getByRole('button', { name: /^Women and men in the region/ }).click()
  await expect(outline(second.page)).toBeVisible()
  expect(await names(second.page)).toEqual(order)
  await second.page.getByRole('tab', { name: 'Protection' }).click()
  await second.page.getByRole('button', { name: 'Rules of protection' }).click()
  await expect(second.page.getByLabel('Hide counts below (3 to 100)')).toHaveValue('31')
  await second.page.getByRole('tab', { name: /What has left/ }).click()
  await expect(second.page.getByText('ženy a muži.xlsx', { exact: false })).toBeVisible()
  await second.page.getByRole('button', { name: /ženy a muži\.html/ }).click()
  const hidden = second.page.getByRole('table', { name: /^Hidden here first/ })
  await expect(hidden.getByRole('row', { name: /0502.*2023/ }).first()).toBeVisible()
  await expectAccessible(second.page, 'what has left')
  await second.close()
})

test('a report by keyboard alone: sections, texts, order, undo', async () => {
  const workbench = await launchWorkbench()
  const { page } = workbench
  await expect(heading(page)).toBeVisible()
  await newProject(workbench, folder)
  await rail(page, 'Reports').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, /^New report/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Empty report/)
  await page.keyboard.press('Enter')
  await expect(outline(page)).toBeAttached()

  const add = async (what: RegExp) => {
    await page.getByRole('button', { name: 'Add', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    const radio = page.getByRole('dialog').getByRole('radio', { name: what })
    await radio.focus()
    await page.keyboard.press('Space')
    await tabTo(page, /^Add$/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await add(/^Section/)
  // What was added is ready to be written: its field has the focus.
  await expect(page.getByLabel('Heading of the section')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Aims')
  for (const text of ['First', 'Second']) {
    await add(/^Text/)
    await expect(page.getByLabel('Text', { exact: true })).toBeFocused()
    await page.keyboard.type(text)
  }
  await expect.poll(() => names(page)).toEqual(['Aims', 'First', 'Second'])
  await tabTo(page, /^Second$/)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => names(page)).toEqual(['Aims', 'Second', 'First'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect.poll(() => names(page)).toEqual(['Aims', 'Second'])
  await page.keyboard.press('Control+Z')
  await expect.poll(() => names(page)).toEqual(['Aims', 'Second', 'First'])
  await saved(page)
  await expect(sheet(page)).toContainText('Second')
  await expectAccessible(page, 'editor of a report of texts')
  await picture(workbench, 'en-report-by-keyboard')
  await workbench.close()
})
