import { onMounted, useTemplateRef, watch } from 'vue'

type Modal = {
  /** For clicks on the dialog element: its own padding box is empty, so a hit on it is one on the backdrop. */
  onClick: (event: MouseEvent) => void
}

/** The native dialog traps the focus, closes with Escape and gives the focus back; this opens and closes it. */
export function useModal(element: string, isOpen: () => boolean, onClose: () => void): Modal {
  const dialog = useTemplateRef<HTMLDialogElement>(element)
  function sync(): void {
    if (dialog.value === null || dialog.value.open === isOpen()) return
    if (isOpen()) dialog.value.showModal()
    else dialog.value.close()
  }
  watch(isOpen, sync, { flush: 'post' })
  onMounted(sync)
  return {
    onClick: (event) => {
      if (event.target === dialog.value) onClose()
    },
  }
}
