import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/**
 * Draws the icon in every size a desktop asks for; electron-builder makes the Windows and macOS files from them.
 * @param {string} root
 * @returns {Promise<string>} the folder
 */
export const drawIcons = async (root) => {
  const { Resvg } = await import('@resvg/resvg-js')
  const svg = readFileSync(join(root, 'main', 'packaging', 'icon.svg'), 'utf8')
  const folder = join(root, '.cache', 'packaging')
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of sizes) {
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png)
    if (size === 1024) writeFileSync(join(folder, 'icon.png'), png)
  }
  return folder
}
