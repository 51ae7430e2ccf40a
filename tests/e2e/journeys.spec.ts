import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchWorkbench } from './launch'
import {
  answerDialogs,
  expectAccessible,
  heading,
  importEmployment,
  newProject,
  picture,
  rail,
  reportScreens,
  runGap,
  tabTo,
  writeEmployment,
} from './window-helpers'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cesta krajem – '))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('from a file to a report: preview, import, analysis, finding, chart, export, reopen', async () => {
  const first = await launchWorkbench()
  const { page } = first
  const project = await newProject(first, folder)

  await answerDialogs(first, { open: [writeEmployment(folder)] })
  await page.getByRole('button', { name: 'Import data' }).click()
  // The guesses: two lines of preamble, the header under them, a record too short, an encoding with accents.
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1250')
  await expect(page.getByLabel('Header at line')).toHaveValue('3')
  await expect(page.getByLabel('Preamble lines')).toHaveValue('2')
  await expect(page.getByRole('gridcell', { name: 'ženy' }).first()).toBeVisible()
  await page.getByRole('tab', { name: /Columns/ }).click()
  await expect(page.getByLabel('Type of the column Kód obce')).toHaveValue('code')
  // Correcting a guess looks at the file again.
  await page.getByLabel('Encoding').selectOption('windows-1252')
  await page.getByRole('tab', { name: 'First 200 rows' }).click()
  await expect(page.getByRole('columnheader', { name: 'Zamìstnaní' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to all guesses' }).click()
  await page.getByRole('button', { name: 'Import 24 rows' }).click()

  await expect(heading(page)).toHaveText('zamestnanost_2023', { timeout: 30_000 })
  await expect(page.getByRole('gridcell', { name: '0501' }).first()).toBeVisible()
  await page.getByRole('tab', { name: /Problems/ }).click()
  await expect(page.getByRole('gridcell', { name: '0505;ženy' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'too few fields' })).toBeVisible()

  await runGap(page)
  const findings = page.getByRole('list', { name: 'Findings' })
  await expect(findings).toContainText('0502')
  const text =
    (await findings.getByRole('listitem').first().locator('p').innerText()).split('\n').at(-1) ?? ''
  await expect(page.locator('.chart-canvas svg').first()).toBeVisible()
  await page.getByRole('button', { name: 'Table', exact: true }).first().click()
  await expect(page.locator('figure').first().getByRole('table')).toBeVisible()

  const file = join(folder, 'report.html')
  await answerDialogs(first, { save: file })
  await page.getByRole('button', { name: 'Save the report' }).click()
  await page.getByRole('button', { name: 'Save as HTML…' }).click()
  await expect(page.getByText(`Saved: ${file}`, { exact: false })).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(file, 'utf8')).toContain(text.slice(0, 40))
  await first.close()

  const second = await launchWorkbench({ args: [project] })
  await rail(second.page, 'Reports').click()
  await second.page
    .getByRole('button', { name: /Gap between women and men/ })
    .first()
    .click()
  await expect(second.page.getByRole('list', { name: 'Findings' })).toContainText(text.slice(0, 40))
  await second.close()
})

test('the same by keyboard alone', async () => {
  const workbench = await launchWorkbench()
  const { page } = workbench
  await expect(heading(page)).toBeVisible()
  await answerDialogs(workbench, { save: join(folder, 'kraj.duckdb'), open: [writeEmployment(folder)] })
  await tabTo(page, /^New project/)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Data', { timeout: 60_000 })
  await tabTo(page, /^Import data/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Import 24 rows' })).toBeVisible({ timeout: 30_000 })
  await tabTo(page, /^Import 24 rows/)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('zamestnanost_2023', { timeout: 30_000 })

  // Tabs by arrows, grid by arrows, header sorts by Enter.
  await tabTo(page, /^Table$/)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Columns' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('gridcell', { name: '0501' }).first()).toBeVisible()

  await tabTo(page, /^Analyse$/)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Analyses')
  await expect(page.getByRole('button', { name: /difference between women and men/ })).toBeVisible()
  await tabTo(page, /difference between women and men/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Run the analysis/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible({ timeout: 60_000 })
  await tabTo(page, /^Save the report/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // The focus comes back to where the dialog was opened from.
  await expect(page.getByRole('button', { name: 'Save the report' })).toBeFocused()
  await workbench.close()
})

test('the language changes while the window is open, and stays changed', async () => {
  const first = await launchWorkbench()
  const { page } = first
  await expect(heading(page)).toHaveText('Your projects')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Language').selectOption('cs')
  await expect(page.getByRole('dialog')).toContainText('Nastavení')
  await page.getByLabel('Jazyk').selectOption('pl')
  await expect(page.getByRole('dialog')).toContainText('Ustawienia')
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('Twoje projekty')
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
  await first.close()
})

test('a file that is no project is refused in words, and the window stays usable', async () => {
  const workbench = await launchWorkbench()
  const { page } = workbench
  await answerDialogs(workbench, { open: [writeEmployment(folder)] })
  await page.getByRole('button', { name: /^Open a project/ }).click()
  await expect(page.getByRole('alert')).toContainText('zaměstnanost 2023.csv', { timeout: 60_000 })
  await newProject(workbench, folder)
  await workbench.close()
})

/** Every screen of a project with one data set and one report. */
async function everyScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const places = page.locator('.rail-item')
  await places.nth(0).click()
  await look('home')
  await places.nth(1).click()
  await expect(page.locator('.ag-row').first()).toBeVisible()
  await look('data')
  await page.getByRole('tab').nth(1).click()
  await look('data-columns')
  await page.getByRole('tab').nth(2).click()
  await expect(page.locator('.profile-card').first()).toBeVisible()
  await look('data-quality')
  await page.getByRole('tab').nth(3).click()
  await look('data-source')
  await page.getByRole('tab').nth(4).click()
  await look('data-receipt')
  await page.getByRole('tab').nth(5).click()
  await expect(page.locator('.ag-row').first()).toBeVisible()
  await look('data-problems')
  await page.locator('.side-foot button').nth(1).click()
  await expect(page.locator('.table tbody tr').first()).toBeVisible()
  await look('code-lists')
  await page.locator('.screen-back button').click()
  await page.locator('.side-foot button').nth(2).click()
  await look('audit')
  await page.locator('.screen-back button').click()
  await page.locator('.side-head button').click()
  await expect(page.locator('.import .ag-row').first()).toBeVisible()
  await look('import')
  await page.getByRole('tab').nth(1).click()
  await page.locator('.disclosure').first().click()
  await look('import-columns')
  await page.getByRole('tab').nth(2).click()
  await look('import-shape')
  await page.getByRole('tab').nth(4).click()
  await look('import-lines')
  await page.locator('.screen-head button').first().click()
  await places.nth(2).click()
  await look('analyses')
  await page.locator('.card-choice').first().click()
  await expect(page.locator('.run-actions button')).toBeVisible()
  await look('pack')
  await places.nth(3).click()
  await look('reports')
  await reportScreens(page, look)
  await page.locator('[aria-labelledby="single-results"] .list-main').first().click()
  await expect(page.locator('.chart-canvas svg').first()).toBeVisible()
  await look('result')
  await page.locator('.screen-head .button-primary').click()
  await look('export')
  await page.keyboard.press('Escape')
  await places.nth(4).click()
  await look('settings')
  await page.keyboard.press('Escape')
}

test('axe finds nothing on any screen: light, dark, high contrast; empty, full and with faults', async () => {
  test.setTimeout(360_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  await expect(heading(page)).toBeVisible()
  await expectAccessible(page, 'home, empty')
  await newProject(workbench, folder)
  await expectAccessible(page, 'data, empty')
  await rail(page, 'Reports').click()
  await expectAccessible(page, 'reports, empty')
  await rail(page, 'Data').click()
  await importEmployment(workbench, folder)
  await runGap(page)
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.locator('.rail-item').nth(4).click()
    await page.getByLabel('Colours').selectOption(theme)
    await page.keyboard.press('Escape')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await everyScreen(page, (name) => expectAccessible(page, `${name}, ${theme}`))
  }
  await workbench.close()
})

test('nothing is cut off at 640 pixels (200 % zoom of 1280): the page never scrolls sideways', async () => {
  test.setTimeout(180_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  await newProject(workbench, folder)
  await importEmployment(workbench, folder)
  await runGap(page)
  await workbench.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1280, 720)
    window?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(640)
  await everyScreen(page, async (name) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, name).toBeLessThanOrEqual(0)
    for (const grid of await page.locator('.grid-box').all()) {
      expect((await grid.boundingBox())?.height ?? 0, `grid on ${name}`).toBeGreaterThan(200)
    }
    await picture(workbench, `en-light-200-${name}`)
  })
  await workbench.close()
})

// Made to be looked at by people, not compared: only where a folder for them is named.
const pictures = process.env['WORKBENCH_SCREENSHOTS'] ? test : () => {}

pictures('pictures of every screen in three languages, light and dark', async () => {
  test.setTimeout(600_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  await newProject(workbench, folder)
  await importEmployment(workbench, folder)
  await runGap(page)
  for (const locale of ['cs', 'en', 'pl']) {
    for (const theme of ['light', 'dark']) {
      await page.locator('.rail-item').nth(4).click()
      await page.getByRole('dialog').locator('select').nth(0).selectOption(locale)
      await page.getByRole('dialog').locator('select').nth(1).selectOption(theme)
      await page.keyboard.press('Escape')
      for (const zoom of theme === 'light' ? [1, 1.5] : [1]) {
        await workbench.app.evaluate(({ BrowserWindow }, factor) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.setContentSize(1280, 720)
          window?.webContents.setZoomFactor(factor)
        }, zoom)
        await everyScreen(page, (name) => picture(workbench, `${locale}-${theme}-${zoom * 100}-${name}`))
      }
    }
  }
  await workbench.close()
})
