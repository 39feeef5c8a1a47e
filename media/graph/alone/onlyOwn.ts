/** As much of a window as is needed. */
export interface Listening {
  addEventListener(
    type: 'message',
    hear: (event: { readonly source: unknown; stopImmediatePropagation(): void }) => void,
  ): void;
}

/**
 * Lets only messages through that the page has sent itself: who opened it, or shows it in a frame, is not to draw in it. It must
 * listen before anybody else does.
 */
export function onlyOwn(page: Listening): void {
  page.addEventListener('message', (event) => {
    if (event.source !== page) event.stopImmediatePropagation();
  });
}
