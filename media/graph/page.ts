// The program of a page that stands alone (`note-corpus graph --format html`): the same graph page, with the graph itself in
// place of the extension. The stand-in must be there before the page boots, hence the order.
import './standIn.ts';
import './main.ts';
