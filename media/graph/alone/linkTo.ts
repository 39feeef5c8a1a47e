/** Where the page was written into the corpus' folder, its documents lie beside it. */
export const linkTo = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`;
