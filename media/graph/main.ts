/**
 * The graph page: boots, talks with the extension, and ties the pictures and the frame around them to what the reader does.
 */
import { createFrame } from './frame.ts';
import { incoming } from './incoming.ts';
import { openTalk } from './talk.ts';

const page = document.querySelector<HTMLElement>('#graph') ?? document.body.appendChild(document.createElement('main'));
page.id = 'graph';
const talk = openTalk();
const receive = createFrame(page, talk);
window.addEventListener('message', ({ data }) => {
  const told = incoming(data);
  if (told !== undefined) receive(told);
});
talk.tell({ type: 'ready' });
