/**
 * Lets only messages through that the page has sent itself: who opened it, or shows it in a frame, is not to draw in it. It must
 * listen before anybody else does.
 */
export function onlyOwn(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('message', (event) => {
    if (event.source !== page) event.stopImmediatePropagation();
  });
}
