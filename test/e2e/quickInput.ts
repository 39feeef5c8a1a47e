import type { Locator, Page } from 'playwright-core';
import { LONG_PATIENCE, until, whole } from './until.ts';

/** A look for a file takes a moment, one for a command none. */
const OFFERED_WITHIN = 3_000;

/** The box at the top of the window, in which one looks for commands and files, and answers what a command asks. */
export class QuickInput {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Opens the box, writes `text` and takes the row labelled `label`. The row is clicked, and never confirmed blindly
   * with Enter: what is selected may change while it is pressed.
   *
   * The list of commands is as old as the box: one whose extension is still starting comes only with the next.
   */
  async open(text: string, label: string | RegExp): Promise<void> {
    const row = this.row(label);
    const offer = async () => {
      await this.page.keyboard.press('F1');
      await this.box().fill(text);
      try {
        await row.waitFor({ timeout: OFFERED_WITHIN });
        return true;
      } catch {
        const offered = await this.labels();
        await this.page.keyboard.press('Escape');
        return offered;
      }
    };
    await until(`${label} in the quick input`, offer, (offered) => offered === true, LONG_PATIENCE);
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Takes a row of the list that a command has put up, after narrowing it by `text`. */
  async pick(label: string | RegExp, text?: string): Promise<void> {
    await this.box().waitFor();
    if (text !== undefined) await this.box().fill(text);
    const row = this.row(label);
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** Answers a command that wants free text. */
  async answer(text: string): Promise<void> {
    await this.box().fill(text);
    await this.box().press('Enter');
    await this.box().waitFor({ state: 'hidden' });
  }

  /** Answers a question that comes with an answer of its own, once that stands there. */
  async answerInsteadOf(proposed: RegExp, text: string): Promise<void> {
    await until(
      `${proposed} in the quick input`,
      () => this.box().inputValue(),
      (value) => proposed.test(value),
    );
    await this.answer(text);
  }

  /** Writes into the box and leaves it open. */
  async type(text: string): Promise<void> {
    await this.box().fill(text);
  }

  /** Answers a command that wants to know more: waits until it asks the next question. */
  async answerFirst(text: string): Promise<void> {
    const question = await this.box().getAttribute('placeholder');
    await this.box().fill(text);
    await this.box().press('Enter');
    await until(
      'the next question',
      () => this.box().getAttribute('placeholder'),
      (next) => next !== question,
    );
  }

  /** Ticks a row of a list of which several may be taken, after narrowing it by `text`. The box stays open for `confirm`. */
  async tick(label: string | RegExp, text?: string): Promise<void> {
    await this.box().waitFor();
    if (text !== undefined) await this.box().fill(text);
    await this.row(label).locator('.label-name').first().click();
    await until(
      `${label} to be ticked`,
      () => this.row(label).getAttribute('aria-checked'),
      (ticked) => ticked === 'true',
    );
  }

  /** Takes all that is ticked. */
  async confirm(): Promise<void> {
    await this.box().press('Enter');
    await this.box().waitFor({ state: 'hidden' });
  }

  /** Why what is typed will not do. */
  async expectRefusal(text: RegExp): Promise<void> {
    const message = this.page.locator('.quick-input-widget .quick-input-message').filter({ visible: true });
    await until(
      `${text} below the box`,
      () => message.innerText(),
      (shown) => text.test(shown),
    );
  }

  /** What is offered, as far as it is on the screen. */
  labels(): Promise<string[]> {
    return this.page.locator('.quick-input-list .monaco-list-row .label-name').allTextContents();
  }

  private box(): Locator {
    return this.page.locator('.quick-input-widget').filter({ visible: true }).locator('.quick-input-box input');
  }

  private row(label: string | RegExp): Locator {
    const labelled = this.page.locator('.label-name', { hasText: whole(label) });
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ has: labelled }).first();
  }
}
