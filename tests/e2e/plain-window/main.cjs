/*
 * An ordinary window without anything of ours, to see a report as a reader's browser shows it. The test says what it
 * opens.
 */
const { app, BrowserWindow } = require('electron')

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 900 })
  window.loadURL('data:text/html,<title>plain</title>')
})
