import { h } from '../report/dom.js'

/** While someone types, only what still holds after a pause is said. */
const PAUSE = 500

export function createAnnouncer() {
  const region = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  let timer: number | undefined
  return {
    region,
    announce(text: string) {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        region.textContent = text
      }, PAUSE)
    },
  }
}
