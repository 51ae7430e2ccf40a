import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { tableFromIPC } from 'apache-arrow'
import { workbench } from '../cli/cli'
import { launchWorkbench } from './launch'
import { answerDialogs, importEmployment, newProject, runGap } from './window-helpers'

const formats = ['html', 'docx', 'xlsx', 'svg', 'png', 'csv', 'arrow', 'json', 'pdf'] as const

test('the window and the command line write the same bytes for the same run', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'stejná čísla '))
  const window = await launchWorkbench({ locale: 'en' })
  const { page } = window
  const project = await newProject(window, folder)
  await importEmployment(window, folder)
  await runGap(page)
  for (const format of formats) {
    const file = join(folder, `window.${format}`)
    await answerDialogs(window, { save: file })
    await page.getByRole('button', { name: 'Save the report' }).click()
    await page.getByRole('radio', { name: new RegExp(`^${format} `, 'i') }).check()
    await page.getByRole('button', { name: `Save as ${format.toUpperCase()}…` }).click()
    await expect(page.getByText(`Saved: ${file}`, { exact: false })).toBeVisible({ timeout: 60_000 })
    // The dialog stays to say what was written and what was kept back.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await window.close()

  const saved = (name: string) => readFileSync(join(folder, name))
  const run = await workbench(['run', 'gender-gap', '--project', project, '--json', '--locale', 'en'])
  expect(run.code).toBe(0)

  const record = join(folder, 'run.json')
  writeFileSync(record, run.out)
  const parts = new Map<string, string>([
    ['svg', 'gap_dumbbell'],
    ['png', 'gap_dumbbell'],
    ['csv', 'gap'],
    ['arrow', 'gap'],
  ])
  for (const format of ['html', 'docx', 'xlsx', 'svg', 'png', 'csv', 'arrow', 'json'] as const) {
    const out = join(folder, `cli.${format}`)
    const part = parts.get(format)
    const chosen = part === undefined ? [] : ['--part', part]
    const written = await workbench([
      'report',
      record,
      '--project',
      project,
      '--to',
      format,
      '--out',
      out,
      '--locale',
      'en',
      ...chosen,
    ])
    expect([written.code, written.err]).toEqual([0, ''])
    expect(saved(`cli.${format}`).equals(saved(`window.${format}`)), format).toBe(true)
  }

  // The numbers, read back from a table for machines, are those of the record to the last bit.
  const gap: readonly Record<string, unknown>[] = JSON.parse(run.out).tables.gap
  const difference = tableFromIPC(saved('window.arrow')).getChild('difference')
  expect([...(difference ?? [])]).toEqual(gap.map((row) => row['difference']))
  expect(saved('window.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  expect(saved('window.pdf').includes('/StructTreeRoot')).toBe(true)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
