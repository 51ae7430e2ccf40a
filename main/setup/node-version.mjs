// Imported before everything else, so that an old Node gets a sentence instead of a syntax error or a stack.
import { pick } from './language.mjs'

const needed = { major: 20, minor: 19 }
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < needed.major || (major === needed.major && minor < needed.minor)) {
  const values = { have: process.versions.node, need: `${needed.major}.${needed.minor}` }
  process.stderr.write(
    `${pick({
      cs: `Je potřeba Node.js ${values.need} nebo novější, tady běží ${values.have}. Nainstalujte novější a spusťte příkaz znovu.`,
      en: `Node.js ${values.need} or newer is needed, this is ${values.have}. Please install a newer one and run the command again.`,
      pl: `Potrzebny jest Node.js ${values.need} lub nowszy, a tutaj działa ${values.have}. Proszę zainstalować nowszy i uruchomić polecenie ponownie.`,
    })}\n`,
  )
  process.exit(1)
}
