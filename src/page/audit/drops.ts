/** Files dropped anywhere while the view is shown: beside the zone the browser would leave the page for the file. */

export function acceptDrops(root: HTMLElement, take: (files: FileList) => void, signal: AbortSignal) {
  const isOurs = (event: DragEvent) =>
    root.getClientRects().length > 0 && event.dataTransfer?.types.includes('Files') === true
  const over = (is: boolean) => root.classList.toggle('over', is)
  const on = <K extends 'dragover' | 'dragleave' | 'drop'>(name: K, react: (event: DragEvent) => void) =>
    document.addEventListener(name, react, { signal })

  on('dragover', (event) => {
    if (!isOurs(event)) return
    event.preventDefault()
    over(true)
  })
  on('dragleave', (event) => {
    // Left for no other element: out of the window.
    if (event.relatedTarget === null) over(false)
  })
  on('drop', (event) => {
    if (!isOurs(event)) return
    event.preventDefault()
    over(false)
    take(event.dataTransfer!.files)
  })
}
