// The runtime's own default app would open any folder it is given: a packaged app has none.
const { rmSync } = require('node:fs')
const { join } = require('node:path')

exports.default = async ({ appOutDir, packager, electronPlatformName }) => {
  const mac = electronPlatformName === 'darwin' || electronPlatformName === 'mas'
  const resources = mac
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources')
  rmSync(join(resources, 'default_app.asar'), { force: true })
}
