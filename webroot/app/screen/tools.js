/** The screen's own buttons: hold it, full screen, light or dark, as text. They fade while nobody moves the mouse. */
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { flipTheme } from '../theme.js'

/** The buttons stay this long after the last movement. Milliseconds. */
const AWAKE = 3000

/**
 * @param {{hold(held: boolean): void, read(reading: boolean): void}} on
 * @param {boolean} reading whether the page starts as text
 * @returns {HTMLElement}
 */
export function tools(on, reading) {
  const held = toggle('pause', t('screen.hold'), false, (now) => on.hold(now))
  const text = toggle('text', t('screen.asText'), reading, (now) => on.read(now))
  const theme = button('theme', t('screen.theme'), flipTheme)
  const full = button('full', t('screen.full'), fullScreen)
  full.hidden = !document.fullscreenEnabled
  fadeWhenIdle()
  return h('div', { class: 'tools', role: 'group', 'aria-label': t('screen.tools') }, held, text, theme, full)
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
function button(sign, label, act) {
  return h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick: act }, icon(sign))
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {boolean} pressed
 * @param {(pressed: boolean) => void} act
 * @returns {HTMLButtonElement}
 */
function toggle(sign, label, pressed, act) {
  const made = button(sign, label, () => {
    const now = made.getAttribute('aria-pressed') !== 'true'
    made.setAttribute('aria-pressed', String(now))
    act(now)
  })
  made.setAttribute('aria-pressed', String(pressed))
  return made
}

function fullScreen() {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
}

function fadeWhenIdle() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let sleep
  const wake = () => {
    document.body.dataset['awake'] = ''
    clearTimeout(sleep)
    sleep = setTimeout(() => delete document.body.dataset['awake'], AWAKE)
  }
  addEventListener('pointermove', wake)
  addEventListener('keydown', wake)
  wake()
}
