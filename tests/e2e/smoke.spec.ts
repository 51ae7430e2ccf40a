import { expect, test } from '@playwright/test'
import { launchWorkbench } from './launch'

test('the window opens on the sample region, shows data, and tries no connection', async () => {
  const workbench = await launchWorkbench({ args: ['--sample'] })
  await expect(workbench.page).toHaveTitle(/Regional Workbench/)
  await expect(workbench.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 })
  await workbench.close()
})
