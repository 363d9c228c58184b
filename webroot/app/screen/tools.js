/** The screen's own buttons: hold it, full screen, light or dark, as text. They fade while nobody moves the mouse. */
import { h, icon, fill } from '../dom.js'
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
  const theme = h('button', { type: 'button', class: 'icon', 'aria-label': t('screen.theme'), onclick: flipTheme }, icon('theme'))
  const full = h('button', { type: 'button', class: 'icon', 'aria-label': t('screen.full'), onclick: fullScreen }, icon('full'))
  full.hidden = !document.fullscreenEnabled
  fadeWhenIdle()
  return h('div', { class: 'tools', role: 'group', 'aria-label': t('screen.tools') }, held, text, theme, full)
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {boolean} pressed
 * @param {(pressed: boolean) => void} act
 * @returns {HTMLButtonElement}
 */
function toggle(sign, label, pressed, act) {
  const button = h('button', {
    type: 'button',
    class: 'icon',
    'aria-pressed': String(pressed),
    'aria-label': label,
    title: label
  })
  fill(button, icon(sign))
  button.addEventListener('click', () => {
    const now = button.getAttribute('aria-pressed') !== 'true'
    button.setAttribute('aria-pressed', String(now))
    act(now)
  })
  return button
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
