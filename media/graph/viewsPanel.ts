/**
 * The panel of views that have names.
 */
import { html } from './dom.ts';
import { icon } from './icons.ts';
import type { NamedView } from './messages.ts';
import { action, createPopover, type Popover } from './popover.ts';

export interface ViewActions {
  views(): readonly NamedView[];
  apply(view: NamedView): void;
  save(): void;
  forget(name: string): void;
}

export interface ViewsPanel extends Popover {
  /** There are other views. */
  update(): void;
}

/** A closed panel. */
export function createViewsPanel({ views, apply, save, forget }: ViewActions): ViewsPanel {
  const list = html('ul', { class: 'named' });
  const none = html(
    'p',
    { class: 'hint' },
    'A view keeps the arrangement, the place, the filters and the colours under a name.',
  );
  const fill = (): void => {
    none.hidden = views().length > 0;
    list.replaceChildren(
      ...views().map((view) => {
        const go = action(view.name, () => {
          popover.close();
          apply(view);
        });
        go.dir = 'auto';
        const drop = html('button', {
          class: 'tool',
          type: 'button',
          title: 'Forget',
          'aria-label': `Forget ${view.name}`,
        });
        drop.append(icon('close'));
        drop.addEventListener('click', () => forget(view.name));
        return html('li', {}, go, drop);
      }),
    );
  };
  const popover = createPopover('views', 'Views', fill);
  const keep = action('Save this view…', () => {
    popover.close();
    save();
  });
  popover.panel.append(list, none, html('div', { class: 'actions' }, keep));
  return {
    ...popover,
    update: () => {
      if (!popover.panel.matches(':popover-open')) return;
      const held = popover.panel.contains(document.activeElement);
      fill();
      if (held) (list.querySelector('button') ?? keep).focus();
    },
  };
}
