import { ProgressLocation, TabInputText, Uri, ViewColumn, window } from 'vscode';
import {
  type ConversionResult,
  type ConvertParams,
  type ConvertResult,
  convertRequest,
} from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { MovedOn } from '../edits/verified.ts';
import { inform, question, warn } from '../say.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { replaceFiles, unsavedAmong } from './replaceFiles.ts';

type Layout = ConvertParams['to'];

const names = { markdown: 'Markdown', spaced: 'Plain Text (Spaced)', dense: 'Plain Text (Dense)' } as const;

/** Converts one document, at once: undo takes it back. Asks first where links in others follow. */
export async function convertDocument(session: Session, uri: Uri | undefined, to: Layout): Promise<void> {
  if (!uri) return;
  await carryOut(session, { uri: uri.toString(), to });
}

/** Converts all notes and inquiring lines of a folder, after the reader has chosen a layout and seen how many there are. */
export async function convertBelow(session: Session, folder: string): Promise<void> {
  const items = (Object.keys(names) as Layout[]).map((to) => ({ label: names[to], detail: details[to], to }));
  const place = shownPath(Uri.parse(folder));
  const picked = await window.showQuickPick(items, {
    placeHolder: `Convert the notes and inquiring lines of ${place} to`,
  });
  if (picked) await carryOut(session, { uri: folder, below: true, to: picked.to });
}

const details: Readonly<Record<Layout, string>> = {
  markdown: 'Front matter, headings, [[wikilinks]]; .md',
  spaced: 'A blank line between paragraphs, bare titles; .txt',
  dense: 'No blank lines, bare titles; .txt',
};

async function carryOut(session: Session, params: ConvertParams): Promise<void> {
  const name = names[params.to];
  const result = await asked(session, params);
  if (!result) return;
  const unsaved = unsavedAmong(result.files);
  if (unsaved.length > 0) {
    if (!(await agreesToSave(unsaved.length, name))) return;
    for (const document of unsaved) if (!(await document.save())) return;
    return carryOut(session, params);
  }
  if (result.converted === 0) return tellNothing(result, name);
  const answer = await agreed(result, params.below === true, name);
  if (!answer) return;
  try {
    if (await replaceFiles(result, answer === preview)) await showInstead(result);
    else if (answer !== preview) {
      void warn(`Convert to ${name}: VS Code could not apply all of this. Undo takes back what it did.`);
    }
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    void warn(`Convert to ${name}: ${error.message}`);
  }
}

async function asked(session: Session, params: ConvertParams): Promise<ConversionResult | undefined> {
  const options = { location: ProgressLocation.Notification, title: `Converting to ${names[params.to]}` };
  const ask = (): Promise<ConvertResult | undefined> => session.ask<ConvertResult>(convertRequest, params);
  const result = params.below ? await window.withProgress(options, ask) : await ask();
  if (!result || !('refused' in result)) return result;
  void warn(result.refused);
  return undefined;
}

function tellNothing({ unconverted }: ConversionResult, name: string): void {
  const [first] = unconverted;
  if (first) void warn(first.reason + more(unconverted.length - 1));
  else void inform(`There is nothing to convert: it is in ${name} already.`);
}

const more = (others: number): string => (others > 0 ? ` (and ${counted(others, 'other')})` : '');

const convert = 'Convert';
const preview = 'Preview';

/** What the reader wants, who was told what it comes to. One document that nobody else is changed for is converted at once. */
async function agreed(result: ConversionResult, below: boolean, name: string): Promise<string | undefined> {
  const { converted, files, edit, unconverted } = result;
  // In place are those that keep their file; the rest of the edits are links.
  const followed = edit.files.length - (converted - files.length);
  if (!below && followed === 0) return convert;
  const lines = [
    files.length > 0 && `${counted(files.length, 'file')} get${files.length === 1 ? 's' : ''} another ending.`,
    followed > 0 && `Links in ${counted(followed, 'other file')} follow.`,
    unconverted.length > 0 &&
      `${counted(unconverted.length, 'document')} stay${unconverted.length === 1 ? 's' : ''} as written:`,
    ...unconverted.slice(0, 5).map(({ reason }) => reason),
    unconverted.length > 5 && `… and ${counted(unconverted.length - 5, 'other')}.`,
  ];
  const detail = lines.filter((line) => line !== false).join('\n');
  return question(`Convert ${counted(converted, 'document')} to ${name}?`, detail, convert, preview);
}

async function agreesToSave(count: number, name: string): Promise<boolean> {
  const save = 'Save and Go On';
  const what = count === 1 ? 'A document has' : `${count} documents have`;
  const detail = `They must be saved before they are converted to ${name}, so that undo finds them again.`;
  return (await question(`${what} changes that are not saved.`, detail, save)) === save;
}

/** Shows the new files in the places of the old ones, whose tabs are closed. */
async function showInstead({ files }: ConversionResult): Promise<void> {
  const newUris = new Map(files.map(({ oldUri, newUri }) => [Uri.parse(oldUri).toString(), Uri.parse(newUri)]));
  for (const group of window.tabGroups.all) {
    for (const tab of group.tabs) {
      const to = tab.input instanceof TabInputText ? newUris.get(tab.input.uri.toString()) : undefined;
      if (!to) continue;
      const viewColumn = group.viewColumn ?? ViewColumn.Active;
      if (tab.isActive)
        await window.showTextDocument(to, { viewColumn, preview: false, preserveFocus: !group.isActive });
      // VS Code closes tabs of files that are gone by itself, and may have been quicker.
      await window.tabGroups.close(tab, true).then(undefined, () => {});
    }
  }
}
