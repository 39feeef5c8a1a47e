/**
 * The workbench of VS Code as a person sees it: files, commands, the cursor, views, problems, webviews.
 *
 * Every method waits for a state of the page, and none sleeps.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { readColours, readEditor } from './editors.ts';
import { readRows, revealRow } from './lists.ts';
import { findPlace } from './places.ts';
import { type Problem, readProblems } from './problems.ts';
import { QuickInput } from './quickInput.ts';
import { type Settings, THEMES, writeFolderSettings } from './settings.ts';
import { fits, LONG_PATIENCE, PATIENCE, until, whole } from './until.ts';
import { folderAddress } from './vscode.ts';
import { webviewIn } from './webviews.ts';

export const PICTURES = join(import.meta.dirname, 'pictures');

const ACTIVE_GROUP = '.editor-group-container.active';
/** Two elements in a file's tab, since VS Code draws the ending by itself. */
const TAB_LABEL = ':is(.label-name, .label-suffix)';

export interface ViewRow {
  label: string;
  description: string;
  /** 1 at the top of the tree. */
  level: number;
  /** Absent where there is nothing to expand. */
  expanded?: boolean;
}

export class Workbench {
  readonly page: Page;
  /** The folder that is open, absolute. */
  readonly folder: string;
  /** What the page wrote to its console, extension host included: for the message of a test that failed. */
  readonly console: string[] = [];
  /** Lists and questions of commands. */
  readonly quickInput: QuickInput;

  private constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
    this.quickInput = new QuickInput(page);
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`page error: ${error.stack ?? error.message}`));
  }

  /** Opens `folder` in a new page, and waits until the workbench is there. Extensions may still be starting. */
  static async open(context: BrowserContext, url: string, folder: string): Promise<Workbench> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const workbench = new Workbench(page, folder);
    await page.goto(folderAddress(url, folder), { timeout: LONG_PATIENCE });
    await workbench.started();
    return workbench;
  }

  private async started(): Promise<void> {
    await this.page.waitForFunction(
      // VS Code measures its own start. (Its test driver would tell too, but takes away messages and dialogs.)
      () => performance.getEntriesByName('code/didStartWorkbench').length > 0,
      undefined,
      { timeout: LONG_PATIENCE },
    );
  }

  /** Loads the window anew, as a person does: VS Code keeps what it has to before. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: LONG_PATIENCE });
    await this.command('Developer: Reload Window');
    await loaded;
    await this.started();
  }

  // Keys and commands

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types as a person does, letter by letter: VS Code may close brackets and offer completions meanwhile. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 30 });
  }

  /** Runs a command of the palette, by its whole title with the category, as `View: Show Explorer`. */
  command(title: string): Promise<void> {
    return this.quickInput.open(`>${title}`, title);
  }

  // Files and editors

  /** Opens a file by its path in the folder, with `/`. */
  async openFile(path: string): Promise<void> {
    await this.quickInput.open(path, path.split('/').at(-1)!);
    await this.expectActiveFile(path);
  }

  /** The label of the active tab: a file's name, or the title of a webview. */
  async activeTab(): Promise<string> {
    return (await this.page.locator(`${ACTIVE_GROUP} .tab.active ${TAB_LABEL}`).allTextContents()).join('');
  }

  expectActiveTab(label: string | RegExp): Promise<string> {
    return until(
      `the tab ${label}`,
      () => this.activeTab(),
      (tab) => fits(tab, label),
    );
  }

  /** The path of the file in the active editor, in the folder and with `/`. */
  async activeFile(): Promise<string> {
    const uri = new URL((await this.editor().getAttribute('data-uri')) ?? '');
    return relative(this.folder, decodeURIComponent(uri.pathname)).replaceAll('\\', '/');
  }

  async expectActiveFile(path: string): Promise<void> {
    await until(
      `the file ${path}`,
      () => this.activeFile(),
      (file) => file === path,
    );
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** The text editor of the active group. */
  editor(): Locator {
    return this.page.locator(`${ACTIVE_GROUP} .monaco-editor[data-uri]`).first();
  }

  /** The text in the active editor as far as it is on the screen, saved or not. Wrapped lines are put together again. */
  editorText(): Promise<string> {
    return this.editor().evaluate(readEditor);
  }

  expectEditorText(expected: string | RegExp): Promise<string> {
    return until(
      `the editor to show ${expected}`,
      () => this.editorText(),
      (text) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text)),
    );
  }

  /** What is on the disk: it stays behind the editor until the file is saved. */
  fileText(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  expectFileText(path: string, accept: (text: string) => boolean): Promise<string> {
    return until(`${path} to be changed on the disk`, () => this.fileText(path), accept);
  }

  /** Saves the active file. */
  async save(): Promise<void> {
    await this.press('Control+S');
    await this.page.locator(`${ACTIVE_GROUP} .tab.active:not(.dirty)`).waitFor();
  }

  // The cursor, and what is asked there

  /** Puts the cursor at a line and column, both from 1 and as the status bar shows them. */
  async goto(line: number, column: number): Promise<void> {
    await this.quickInput.open(`:${line}:${column}`, new RegExp(`line ${line}\\b`));
    await this.expectCursor(line, column);
  }

  /**
   * Puts the cursor before the first character of `text`, which is looked for in the active file as it is on the disk.
   *
   * @param occurrence which one of several, from 1
   * @throws Error where the file has fewer of them
   */
  async placeCursorAt(text: string, { occurrence = 1 } = {}): Promise<void> {
    const content = this.fileText(await this.activeFile());
    const { offset, line, column } = findPlace(content, text, occurrence);
    // Not by line and column: the quick input counts a wide character as two.
    await this.quickInput.open(`::${offset}`, new RegExp(`line ${line}\\b`));
    await this.expectCursor(line, column);
  }

  async expectCursor(line: number, column: number): Promise<void> {
    await until(
      `the cursor at ${line}:${column}`,
      () => this.page.locator('[id="status.editor.selection"]').innerText(),
      (shown) => shown.trim() === `Ln ${line}, Col ${column}`,
    );
  }

  /** Waits until so many characters are selected. */
  async expectSelected(characters: number): Promise<void> {
    await until(
      `${characters} characters to be selected`,
      () => this.page.locator('[id="status.editor.selection"]').innerText(),
      (shown) => shown.includes(`(${characters} selected)`),
    );
  }

  /**
   * Waits until the hover at the cursor says something; its parts come one after the other. It stays on the screen until
   * another key is pressed.
   */
  async expectHover(text: RegExp): Promise<void> {
    await this.command('Show or Focus Hover');
    const hover = this.page.locator('.monaco-editor-hover, .monaco-hover').filter({ visible: true }).first();
    await until(
      `${text} in the hover`,
      () => hover.innerText(),
      (shown) => text.test(shown),
    );
  }

  /** The labels of the completions that are offered at the cursor, as far as they are on the screen. */
  async completions(): Promise<string[]> {
    await this.press('Control+Space');
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    return until(
      'completions',
      () => labels.allTextContents(),
      (found) => found.length > 0,
    );
  }

  /** Drags a file from the explorer into the text, behind the last character of its last line on the screen, with Shift held. */
  async dropFile(name: string): Promise<void> {
    await this.command('View: Show Explorer');
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: whole(name) });
    const line = this.editor().locator('.view-lines .view-line').last();
    const [from, to] = [await row.boundingBox(), await line.boundingBox()];
    if (!from || !to) throw new Error(`${name} and the end of the text must be on the screen`);
    const { mouse, keyboard } = this.page;
    await mouse.move(from.x + 60, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + 300, to.y + to.height / 2, { steps: 10 });
    await keyboard.down('Shift');
    await mouse.move(to.x + 302, to.y + to.height / 2, { steps: 2 });
    await mouse.up();
    await keyboard.up('Shift');
  }

  /** Waits until a completion is offered, while one types or when one asks. */
  async expectCompletion(label: string): Promise<void> {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await until(
      `the completion ${label}`,
      () => labels.allTextContents(),
      (found) => found.includes(label),
    );
  }

  /** Takes a completion that `completions` has shown. */
  async complete(label: string | RegExp): Promise<void> {
    const labelled = this.page.locator('.label-name', { hasText: whole(label) });
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ has: labelled }).first();
    await row.click();
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** The titles of the quick fixes at the cursor. The menu stays open for `fix`. */
  async fixes(): Promise<string[]> {
    const titles = this.page.locator('.action-widget .monaco-list-row.action .title');
    await until(
      'quick fixes',
      async () => {
        // Until the server has answered there is only “No code actions available”, which goes away by itself.
        if ((await titles.count()) === 0) await this.press('Control+.');
        await titles.first().waitFor({ timeout: 2_000 });
        return titles.count();
      },
      (count) => count > 0,
    );
    return titles.allTextContents();
  }

  /** Takes the quick fix with that title, at the cursor. */
  async fix(title: string | RegExp): Promise<void> {
    await this.fixes();
    const row = this.page.locator('.action-widget .monaco-list-row.action', { hasText: whole(title) }).first();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Renames what stands at the cursor. */
  async rename(name: string): Promise<void> {
    await this.press('F2');
    const input = this.page.locator('.rename-box .rename-input');
    await input.fill(name);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Renames the active file in the explorer. */
  async renameInExplorer(name: string, newName: string): Promise<void> {
    await this.command('File: Reveal Active File in Explorer View');
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: whole(name) });
    await row.click();
    await this.press('F2');
    const input = this.page.locator('.explorer-folders-view .monaco-inputbox input');
    await input.fill(newName);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  async expectCodeLens(text: RegExp): Promise<void> {
    const lenses = this.editor().locator('.codelens-decoration a');
    await until(
      `the lens ${text}`,
      () => lenses.allTextContents(),
      (found) => found.some((each) => text.test(each)),
    );
  }

  /** Clicks a lens until what it opens is there: lenses may be drawn anew under the mouse. */
  async clickCodeLens(text: RegExp, opens: Locator): Promise<void> {
    const lens = this.editor().locator('.codelens-decoration a', { hasText: text }).first();
    const click = async (): Promise<boolean> => {
      await lens.click();
      return opens.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    };
    await until(`what the lens ${text} opens`, click, Boolean);
  }

  /** Waits for the colours of the texts that these words stand in, one for each of them. */
  async expectColours(words: readonly string[], accept: (colours: readonly string[]) => boolean): Promise<string[]> {
    return until(
      `colours of ${words.join(', ')}`,
      () => this.editor().evaluate(readColours, words),
      (found) => found.every(Boolean) && accept(found),
    );
  }

  // Around the editors

  /** The texts in the status bar, without their icons. */
  async status(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  /** Waits long, because this is how a test learns that the extension is ready. */
  async expectStatus(text: string | RegExp): Promise<void> {
    await until(
      `${text} in the status bar`,
      () => this.status(),
      (texts) => texts.some((each) => fits(each, text)),
      LONG_PATIENCE,
    );
  }

  /** Clicks what the status bar says. */
  clickStatus(text: string | RegExp): Promise<void> {
    return this.page
      .locator('.statusbar-item', { hasText: whole(text) })
      .first()
      .click();
  }

  /** Clicks Cancel of work in progress, in the notification that its line in the status bar opens. */
  async cancelProgress(message: RegExp): Promise<void> {
    const notification = this.page.locator('.notifications-center .notification-list-item', { hasText: message });
    await notification.getByRole('button', { name: 'Cancel', exact: true }).click();
    await notification.waitFor({ state: 'hidden' });
  }

  /** The messages that are on the screen. */
  notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Clicks a button of a message or a dialog. */
  clickButton(label: string): Promise<void> {
    const asking = this.page.locator('.notifications-toasts, .monaco-dialog-box').filter({ visible: true });
    return asking.getByRole('button', { name: label, exact: true }).click();
  }

  async expectNotification(text: string | RegExp): Promise<void> {
    await until(
      `the message ${text}`,
      () => this.notifications(),
      (texts) => texts.some((each) => fits(each, text)),
    );
  }

  /** Opens the Problems panel, and reads all of it. Hints are not shown there. */
  async problems(): Promise<Problem[]> {
    if (!(await this.problemList().isVisible())) await this.command('Problems: Focus on Problems View');
    return readProblems(this.problemList());
  }

  /** Waits until the problems are as `accept` wants them. */
  expectProblems(what: string, accept: (problems: Problem[]) => boolean): Promise<Problem[]> {
    return until(what, () => this.problems(), accept, LONG_PATIENCE);
  }

  private problemList(): Locator {
    return this.page.locator('.markers-panel .monaco-list');
  }

  /** Hides what stands below the editors: problems, output. */
  closePanel(): Promise<void> {
    return this.command('View: Hide Panel');
  }

  // Views

  /** Brings a view to the screen, by the title of its container and its own. */
  async openView(container: string, title: string): Promise<void> {
    await this.command(`${container}: Focus on ${title} View`);
    await this.view(title).waitFor();
  }

  /** All rows of a tree, on the screen or not. */
  async viewRows(title: string): Promise<ViewRow[]> {
    const rows = await readRows(this.viewList(title), { label: '.label-name', description: '.label-description' });
    return rows.map(({ label, description, level, expanded }) => ({
      label,
      description,
      level,
      ...(expanded !== undefined && { expanded }),
    }));
  }

  expectViewRows(title: string, what: string, accept: (rows: ViewRow[]) => boolean): Promise<ViewRow[]> {
    return until(`${what} in ${title}`, () => this.viewRows(title), accept, LONG_PATIENCE);
  }

  /** Waits for the rows of VS Code's own tree of references or calls, whatever its title. */
  expectTree(accept: (labels: string[]) => boolean): Promise<string[]> {
    const labels = this.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row .label-name');
    return until('the rows of the tree', () => labels.allTextContents(), accept, LONG_PATIENCE);
  }

  /** Clicks a row, as a person does to open what it names. */
  async clickRow(title: string, label: string | RegExp): Promise<void> {
    const row = await revealRow(this.viewList(title), label);
    await row.locator('.label-name').first().click();
  }

  /** Presses the button that a row shows under the mouse, by what it says. */
  async clickRowAction(title: string, label: string | RegExp, action: string): Promise<void> {
    const row = await revealRow(this.viewList(title), label);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** Opens a row's branch, and waits until its children are there. */
  async expandRow(title: string, label: string | RegExp): Promise<void> {
    const row = await revealRow(this.viewList(title), label);
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
    await row.locator('.monaco-tl-twistie:not(.collapsed):not(.codicon-tree-item-loading)').waitFor();
  }

  /** The text of a view that has no rows: a welcome, or the message above a tree. */
  viewText(title: string): Promise<string> {
    return this.view(title).locator('.pane-body').innerText();
  }

  async expectViewText(title: string, text: RegExp): Promise<void> {
    await until(
      `${text} in ${title}`,
      () => this.viewText(title),
      (found) => text.test(found),
      LONG_PATIENCE,
    );
  }

  private view(title: string): Locator {
    const named = this.page.locator('.pane-header .title', { hasText: whole(title) });
    return this.page.locator('.pane').filter({ has: named });
  }

  private viewList(title: string): Locator {
    return this.view(title).locator('.monaco-list').first();
  }

  // Webviews

  /** The document of a view that is a webview, by the view's title. Its program may still be starting. */
  webviewOfView(title: string): Promise<FrameLocator> {
    return webviewIn(this.view(title), title);
  }

  /** The document of a webview among the editors, by the title in its tab, which must be the active one of its group. */
  webviewOfTab(title: string): Promise<FrameLocator> {
    return webviewIn(this.tabGroup(title), title);
  }

  private tabGroup(label: string): Locator {
    const tab = this.page.locator('.tab.active .monaco-icon-label-container', { hasText: whole(label) });
    return this.page.locator('.editor-group-container').filter({ has: tab }).first();
  }

  // Settings and pictures

  /** Changes settings of the folder, on top of those it has. VS Code sees it a moment later: wait for the effect. */
  setSettings(settings: Settings): void {
    writeFolderSettings(this.folder, settings);
  }

  async setTheme(kind: keyof typeof THEMES): Promise<void> {
    const { theme, worn } = THEMES[kind];
    this.setSettings({ 'workbench.colorTheme': theme });
    await this.page.locator(`.monaco-workbench.${worn}`).waitFor();
  }

  /** Keeps a picture of the window as `pictures/<name>.png`. Nothing compares it: it is for people to look at. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(PICTURES, { recursive: true });
    const path = join(PICTURES, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}
