import { type Event, EventEmitter, type Memento, window } from 'vscode';
import type { NamedView } from '../../media/graph/messages.ts';
import { question } from '../say.ts';
import { readState } from './fromPage.ts';

/** The views of a workspace that have names, by name. */
export interface NamedViews {
  all(): readonly NamedView[];
  /** Asks for a name; one that there is already is replaced where the reader says so. */
  save(state: unknown): Promise<void>;
  forget(name: string): Promise<void>;
  readonly onDidChange: Event<void>;
}

const key = 'noteCorpus.graph.views';
const most = 100;
const longest = 200;

/** Those that this workspace remembers; anything that is not of their shape is forgotten. */
export function openNamedViews(memory: Memento): NamedViews {
  const changed = new EventEmitter<void>();
  const all = (): readonly NamedView[] => {
    const kept = memory.get<unknown>(key);
    return Array.isArray(kept) ? kept.flatMap(readView).slice(0, most) : [];
  };
  const keep = async (views: readonly NamedView[]): Promise<void> => {
    await memory.update(key, views);
    changed.fire();
  };
  return {
    all,
    onDidChange: changed.event,
    forget: (name) => keep(all().filter((view) => view.name !== name)),
    save: async (state) => {
      const typed = await window.showInputBox({
        title: 'Save View',
        prompt: 'Name of the view',
        ignoreFocusOut: true,
        validateInput: (text) => whyNot(text, all().length),
      });
      const name = typed?.trim();
      if (!name) return;
      const others = all().filter((view) => view.name !== name);
      if (others.length < all().length && !(await mayReplace(name))) return;
      await keep([...others, { name, state }].sort((a, b) => a.name.localeCompare(b.name)));
    },
  };
}

function whyNot(name: string, count: number): string | undefined {
  if (name.trim() === '') return 'A view needs a name.';
  if (name.trim().length > longest) return `A name has at most ${longest} characters.`;
  return count >= most ? `There are ${most} views already: forget one first.` : undefined;
}

async function mayReplace(name: string): Promise<boolean> {
  const replace = 'Replace';
  const message = `There is a view “${name}” already.`;
  return (await question(message, 'What it shows now is forgotten.', replace)) === replace;
}

function readView(value: unknown): NamedView[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, state } = value as Record<string, unknown>;
  const read = readState(state);
  return typeof name === 'string' && name !== '' && read ? [{ name: name.slice(0, longest), state: read }] : [];
}
