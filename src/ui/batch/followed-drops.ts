import { BATCH } from './address.ts';

/**
 * Opens files that are dropped where no drop area takes them, whatever view is shown: the browser would leave the page
 * for the file.
 */
export function followDrops(open: (files: readonly File[]) => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault(); // else there is no drop
  });
  window.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    location.hash = BATCH;
    open([...event.dataTransfer!.files]);
  });
}
