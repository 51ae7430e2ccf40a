import { app, type Event, type Session, type WebContents } from 'electron'
import { type AllowedPages, isAllowedRequest, isOurPage, networkSwitches } from './security-policy'

/** Must run before the app is ready. */
export function closeChromiumNetwork(pages: AllowedPages): void {
  for (const [name, value] of networkSwitches(pages)) app.commandLine.appendSwitch(name, value)
}

/** No permission, no device, no download, no dictionary, no request that leaves the machine. */
function hardenSession(session: Session, pages: AllowedPages): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // Even when switched off, Chromium fetches a dictionary for the system's language with every new profile.
  session.setSpellCheckerDictionaryDownloadURL('app://no-dictionaries/')
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url, pages) }))
}

/** Holds for every session and page that ever comes into being in this app, also one we forgot about. */
export function hardenEverything(pages: AllowedPages): void {
  app.on('session-created', (session) => hardenSession(session, pages))
  const refuse = (event: Event) => event.preventDefault()
  // The development server reloads its own page when a file changes; a built window never navigates.
  const refuseForeign = (event: Event<{ url: string }>) => {
    if (pages.development === null || !isOurPage(event.url, pages)) event.preventDefault()
  }
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', refuse)
    contents.on('will-frame-navigate', refuseForeign)
    contents.on('will-navigate', refuseForeign)
    contents.on('will-redirect', refuseForeign)
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
  app.on('select-client-certificate', refuse)
  app.on('login', refuse)
}
