import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
  rail,
  runGap,
  tabTo,
} from './window-helpers'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cesty – '))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const items = (page: Page) => page.getByRole('tree', { name: 'Outline of the report' }).getByRole('treeitem')
const names = (page: Page) =>
  items(page).evaluateAll((found) => found.map((item) => item.getAttribute('aria-label') ?? ''))
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Adds one thing by keys alone and writes its first field. */
async function add(page: Page, what: RegExp, text: string): Promise<void> {
  await button(page, 'Add').focus()
  await page.keyboard.press('Enter')
  const radio = page.getByRole('dialog').getByRole('radio', { name: what })
  await radio.focus()
  await page.keyboard.press('Space')
  await tabTo(page, /^Add$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** The system's program is asked for the file that was saved, and for nothing a page makes up. */
async function expectOpens({ app, page }: Workbench, file: string): Promise<void> {
  await app.evaluate(({ shell }) => {
    shell.openPath = (path) => Promise.resolve(path.endsWith('plain.html') ? '' : `asked for ${path}`)
  })
  const open = (path: string) =>
    page.evaluate((one) => window.workbench.shell('file.open', { path: one }), path)
  expect(await open(file)).toEqual({ ok: true, body: true })
  expect(await open(join(folder, 'elsewhere', 'plain.html'))).toEqual({ ok: true, body: false })
  await button(page, 'Open').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
}

test('from the list to the saved file by keys alone: every dialog gives the focus back, every change is said', async () => {
  const workbench = await launchWorkbench()
  const { page } = workbench
  await expect(heading(page)).toBeVisible()
  await newProject(workbench, folder)
  await rail(page, 'Reports').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, /^New report/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'New report' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, /^Empty report/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tree')).toBeAttached()

  await button(page, 'Add').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Add')).toBeFocused()
  await add(page, /^Section/, 'Aims')
  await add(page, /^Text/, 'First')
  await add(page, /^Text/, 'Second')
  await expect.poll(() => names(page)).toEqual(['Aims', 'First', 'Second'])

  await tabTo(page, /^Second$/)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('Moved to place 2 of 3. Aims')).toBeAttached()
  await expect(page.getByRole('treeitem', { name: 'Second' })).toBeFocused()

  // The toolbar is gone through by arrows; what is left out says so in its own name.
  await button(page, 'Add').focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await expect(button(page, 'Leave out of the report')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(items(page).nth(1)).toHaveAccessibleName('Second, left out of the report')
  await expect(page.locator('.sheet')).not.toContainText('Second')
  await page.keyboard.press('Control+Z')
  await expect(items(page).nth(1)).toHaveAccessibleName('Second')
  await page.keyboard.press('Control+Y')
  await expect(items(page).nth(1)).toHaveAccessibleName('Second, left out of the report')
  await page.keyboard.press('Control+Z')

  await tabTo(page, /^Heading of the block$/)
  await page.keyboard.type('A heading of our own')
  await tabTo(page, /^Comment for the reader$/)
  await page.keyboard.type('Said by the author.')
  await expect(items(page).nth(1)).toHaveAccessibleName('A heading of our own, with a comment')
  await expect(page.locator('.sheet')).toContainText('Said by the author.')

  const file = join(folder, 'plain.html')
  await answerDialogs(workbench, { save: file })
  await button(page, 'Save the report').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('the file holds everything', { exact: false })).toBeVisible()
  // Names of formats never begin alike: who types or hears one gets that one.
  const formats = await page
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((one) => one.parentElement?.textContent ?? ''))
  expect(new Set(formats.map((text) => text.trim().split(/\s/)[0])).size).toBe(formats.length)
  await tabTo(page, /^Save as HTML…$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: `Saved: ${file}` })).toBeVisible({
    timeout: 60_000,
  })
  expect(readFileSync(file, 'utf8')).toContain('A heading of our own')
  await expectOpens(workbench, file)
  await expect(button(page, 'Show in folder')).toBeVisible()
  await expectAccessible(page, 'a saved file')
  // The same again is possible, another format is the next thing to save.
  await expect(button(page, 'Save HTML again…')).toBeVisible()
  await page.getByRole('radio', { name: /^DOCX/ }).focus()
  await page.keyboard.press('Space')
  await expect(button(page, 'Save as DOCX…')).toBeVisible()
  await page.getByRole('radio', { name: /^HTML/ }).focus()
  await page.keyboard.press('Space')
  await tabTo(page, /^Done$/)
  await page.keyboard.press('Enter')
  await expect(button(page, 'Save the report')).toBeFocused()
  await workbench.close()
})

test('a file that cannot be written: the dialog says where, the choice stays, and going on is possible', async () => {
  const workbench = await launchWorkbench()
  const { page } = workbench
  await newProject(workbench, folder)
  await importEmployment(workbench, folder)
  await runGap(page)
  await page.getByRole('button', { name: 'Save the report' }).click()
  await page.getByRole('radio', { name: /^CSV / }).check()
  await answerDialogs(workbench, { save: join(folder, 'nowhere', 'table.csv') })
  await button(page, 'Save as CSV…').click()
  await expect(page.getByRole('alert')).toContainText('nowhere')
  await expect(page.getByRole('radio', { name: /^CSV / })).toBeChecked()
  await expectAccessible(page, 'a file that could not be written')
  await answerDialogs(workbench, { save: join(folder, 'table.csv') })
  await button(page, 'Save as CSV…').click()
  await expect(page.getByText(`Saved: ${join(folder, 'table.csv')}`, { exact: false })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await workbench.close()
})

test('data marked as published before: who exports is told, and the register says what left by which rules', async () => {
  test.setTimeout(300_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  await newProject(workbench, folder)
  await importEmployment(workbench, folder)
  const runAndLook = async () => {
    await runGap(page)
    await page.getByRole('button', { name: 'Save the report' }).click()
    await expect(page.locator('.will-hide')).toBeVisible({ timeout: 120_000 })
  }
  const off = page.getByText('Protection is off for the data zamestnanost_2023', { exact: false })
  await runAndLook()
  await expect(off).toHaveCount(0)
  await page.keyboard.press('Escape')

  await rail(page, 'Data').click()
  await page.getByRole('tab', { name: /^Source/ }).click()
  await page.getByLabel('Whom the rows are about').selectOption('public')
  await expect(page.getByText('Protection is switched off for these data', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Save the source card' }).click()
  await runAndLook()
  await expect(off).toBeVisible()
  await expect(page.getByText('Nothing is hidden; the file holds everything.')).toBeVisible()
  await expectAccessible(page, 'saving data that were published before')
  const table = join(folder, 'gap.csv')
  await answerDialogs(workbench, { save: table })
  await page.getByRole('radio', { name: /^CSV / }).check()
  await button(page, 'Save as CSV…').click()
  await expect(page.getByText(`Saved: ${table}`, { exact: false })).toBeVisible()
  await button(page, 'Done').click()

  await rail(page, 'Reports').click()
  await page.getByRole('button', { name: 'Protection' }).click()
  await page.getByRole('tab', { name: /What has left/ }).click()
  const register = join(folder, 'register.csv')
  await answerDialogs(workbench, { save: register })
  await button(page, 'Save the register…').click()
  await expect(page.getByText('The register of what has left is saved', { exact: false })).toBeVisible()
  await expectAccessible(page, 'a saved register')
  expect(readFileSync(register, 'utf8')).toMatch(/,export,.*gap\.csv,csv,0,0,/)
  await workbench.close()
})
