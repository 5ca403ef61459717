/** Many small targets as one stop of the tab key: arrows move within, as in a grid `columns` wide. */
export function roving(container: HTMLElement, targets: readonly HTMLElement[], columns = targets.length) {
  targets.forEach((target, i) => {
    target.tabIndex = i === 0 ? 0 : -1
  })
  const STEPS: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -targets.length,
    End: targets.length,
  }
  container.addEventListener('keydown', (event) => {
    const at = targets.indexOf(document.activeElement as HTMLElement)
    const step = STEPS[event.key]
    if (at < 0 || step === undefined) return
    event.preventDefault()
    const far = Math.abs(step) === targets.length && (event.key === 'Home' || event.key === 'End')
    const to = far ? (step < 0 ? 0 : targets.length - 1) : at + step
    const next = targets[to]
    if (next === undefined) return
    targets[at]!.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  })
}
