// Where the file comes from: chosen, dropped, or cells copied in a spreadsheet.
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xlsm,.ods,.odt,.docx,.md,.json'

/** @param {(file: File) => unknown} look @param {string} problem */
export function chooser(look, problem) {
  const input = h('input', { type: 'file', accept: ACCEPT, class: 'vh', 'aria-label': t('import.choose') })
  input.addEventListener('change', () => input.files?.[0] && look(input.files[0]))
  const button = h('button', { type: 'button', class: 'primary', onclick: () => input.click() }, t('import.choose'))
  const area = h('div', { class: 'drop' }, button, input, h('p', { class: 'hint' }, t('import.drop')))
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.dataset['over'] = ''
  })
  area.addEventListener('dragleave', () => delete area.dataset['over'])
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) void look(file)
  })
  return [
    h('p', { class: 'hint' }, t('import.what')),
    problem !== '' && h('p', { class: 'error', role: 'alert' }, icon('warn'), problem),
    area
  ]
}

/** Cells copied in a spreadsheet are a file as well. @param {HTMLElement} element @param {(file: File) => unknown} look */
export function pasting(element, look) {
  element.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (event.target instanceof HTMLInputElement || text.trim() === '') return
    event.preventDefault()
    void look(pastedCells(text))
  })
}

/** What was copied in a spreadsheet, as a file to import. @param {string} text */
export function pastedCells(text) {
  return new File([text], `${t('import.pasted')}.${text.includes('\t') ? 'tsv' : 'txt'}`, { type: 'text/plain' })
}
