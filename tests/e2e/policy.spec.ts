import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchWorkbench, type Workbench } from './launch'
import {
  answerDialogs,
  expectAccessible,
  heading,
  newProject,
  picture,
  rail,
  tabTo,
  writePolicy,
} from './window-helpers'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podpora obcí – '))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

async function withPolicy(workbench: Workbench): Promise<string> {
  const { page } = workbench
  const project = await newProject(workbench, folder)
  await answerDialogs(workbench, { open: [writePolicy(folder)] })
  await page.getByRole('button', { name: 'Import data' }).click()
  await page.getByRole('button', { name: 'Import 264 rows' }).click()
  await expect(heading(page)).toHaveText('podpora', { timeout: 30_000 })
  return project
}

/** Light and dark: what axe finds on the screen as it is. */
async function accessibleInBothThemes(workbench: Workbench, what: string): Promise<void> {
  const { page } = workbench
  for (const theme of ['dark', 'light'] as const) {
    await page.locator('.rail-item').nth(4).click()
    await page.getByLabel('Colours').selectOption(theme)
    await page.keyboard.press('Escape')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectAccessible(page, `${what}, ${theme}`)
    await picture(workbench, `policy-${what}-${theme}`)
  }
}

async function save(workbench: Workbench, format: string): Promise<Buffer> {
  const { page } = workbench
  const file = join(folder, `report.${format}`)
  await answerDialogs(workbench, { save: file })
  await page.getByRole('button', { name: 'Save the report' }).click()
  await page.getByRole('radio', { name: new RegExp(`^${format}`, 'i') }).check()
  await page.getByRole('button', { name: `Save as ${format.toUpperCase()}…` }).click()
  await expect(page.getByText(`Saved: ${file}`, { exact: false })).toBeVisible({ timeout: 60_000 })
  // The dialog stays to say what was written and what was kept back.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return readFileSync(file)
}

const findings = (page: Page) => page.getByRole('list', { name: 'Findings' })

test('a policy by sex: find, choose columns and settings, cancel, run, findings, chart, exports, reopen', async () => {
  test.setTimeout(360_000)
  const first = await launchWorkbench()
  const { page } = first
  const project = await withPolicy(first)

  await rail(page, 'Analyses').click()
  await page.getByLabel('Find an analysis').fill('no such question')
  await expect(page.getByText('Nothing matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all analyses' }).click()
  for (const area of ['Did the policy work?', 'What is our region good at?', 'How do we compare?'])
    await expect(page.getByRole('heading', { level: 2, name: area })).toBeVisible()
  await page.getByLabel('Find an analysis').fill('staggered')
  await page.getByRole('button', { name: /Difference-in-differences/ }).click()

  // The outcome's name says nothing: it is asked for, in sight and with the focus on it.
  await expect(page.getByLabel('Period', { exact: true })).toHaveValue('rok')
  await expect(page.getByLabel('Sex (optional)')).toHaveValue('pohlavi')
  await page.getByRole('button', { name: 'Run the analysis' }).click()
  await expect(page.getByLabel('Outcome', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Outcome', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await accessibleInBothThemes(first, 'form')
  await page.getByLabel('Outcome', { exact: true }).selectOption('mira')
  await page.getByLabel('First treated period').selectOption('zavedeno')
  await page.getByLabel('Total of women and men').selectOption('mean')

  // Draws without end, stopped on the way; the form keeps what was chosen.
  await page.getByLabel('Errors').selectOption('bootstrap')
  await page.getByText(/more settings/).click()
  await page.getByLabel('Random draws').fill('20000')
  await page.getByRole('button', { name: 'Run the analysis' }).click()
  await page.locator('.run-actions').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The analysis was cancelled; nothing was saved.')).toBeVisible()
  await page.getByLabel('Errors').selectOption('analytic')
  await page.getByLabel('Random draws').fill('0')
  await page.getByRole('button', { name: 'Run the analysis' }).click()

  await expect(findings(page)).toBeVisible({ timeout: 90_000 })
  await expect(findings(page)).toContainText(/women/i)
  const text = (await findings(page).getByRole('listitem').first().innerText()).split('\n').at(-1) ?? ''
  const figure = page.locator('figure').first()
  for (const name of ['Women', 'Men', 'Total', 'Women minus men'])
    await expect(figure.locator('.chart-canvas svg')).toContainText(name)
  await figure.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(figure.getByRole('table')).toContainText('Women')
  await accessibleInBothThemes(first, 'result')

  // Both are zip packages; what is in them is read back by the tests of the exports.
  for (const format of ['docx', 'xlsx'])
    expect((await save(first, format)).subarray(0, 2).toString(), format).toBe('PK')
  expect((await save(first, 'html')).toString()).toContain(text.slice(0, 40))
  await first.close()

  const second = await launchWorkbench({ args: [project] })
  await rail(second.page, 'Reports').click()
  await second.page.locator('.list-main').first().click()
  await expect(heading(second.page)).toHaveText('Difference-in-differences')
  await expect(findings(second.page)).toContainText(text.slice(0, 40))
  await second.close()
})

test('by keyboard alone: the treated unit and the others from the values of the data', async () => {
  test.setTimeout(300_000)
  const workbench = await launchWorkbench()
  const { page } = workbench
  await withPolicy(workbench)
  await rail(page, 'Analyses').click()

  await expect(page.getByRole('button', { name: /weighted mix of similar units/ })).toBeVisible()
  await tabTo(page, /weighted mix of similar units/)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Synthetic control')
  const choose = async (field: RegExp, letters: string) => {
    await tabTo(page, field)
    await page.keyboard.type(letters)
  }
  await expect(page.getByLabel('Unit', { exact: true })).toHaveValue('obec')
  await choose(/^Outcome/, 'mira')
  const treated = page.getByRole('group', { name: /^Treated units/ })
  await expect(treated.getByRole('checkbox', { name: 'U01' })).toBeVisible()
  await tabTo(page, /^U01$/)
  await page.keyboard.press('Space')
  await expect(treated.getByRole('checkbox', { name: 'U01' })).toBeChecked()
  await expect(treated).toContainText('1 chosen')
  await choose(/^First treated period/, '2018')
  for (const other of ['U02', 'U03', 'U04', 'U05']) {
    const box = page
      .getByRole('group', { name: /^Units to leave out/ })
      .getByRole('checkbox', { name: other })
    await box.focus()
    await page.keyboard.press('Space')
  }
  await tabTo(page, /^Run the analysis/)
  await page.keyboard.press('Enter')
  await expect(findings(page)).toBeVisible({ timeout: 120_000 })
  await expect(findings(page)).toContainText('U01')
  await workbench.close()
})
