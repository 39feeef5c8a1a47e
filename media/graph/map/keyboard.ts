/**
 * The keyboard on the map: which key does what, and what is spoken of what it comes to.
 */
import { html } from '../dom.ts';
import { command, type Direction } from '../keyboard.ts';
import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import type { Point } from '../point.ts';
import { type Mark, markOf, thingOf } from './attention.ts';
import { panned, zoomedAt } from './camera.ts';
import { middleThing, panStep, steps, thingTowards } from './keys.ts';
import { spoken } from './said.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

/** What the keyboard moves. */
export interface Moved {
  readonly scene: Scene;
  readonly sheet: Sheet;
  look(to: Camera, how?: 'jump' | 'fly'): void;
  home(): Camera;
  point(mark: Mark | undefined, at: Point): void;
  activate(mark: Mark, beside: boolean): void;
  menu(mark: Mark | undefined, at: Point): void;
  /** The node that the reader stands on. */
  focusMark(): Mark | undefined;
}

export interface Keyboard {
  press(event: KeyboardEvent): boolean;
  /** Moves the keyboard to something, and that into view. */
  take(mark: Mark | undefined): void;
}

export function createKeyboard({ scene, sheet, look, home, point, activate, menu, focusMark }: Moved): Keyboard {
  const live = html('div', { class: 'spoken', 'aria-live': 'polite' });
  sheet.element.append(live);

  const middle = (): Point => ({ x: sheet.size().width / 2, y: sheet.size().height / 2 });
  const onPage = ({ x, y }: Point): Point => {
    const { left, top } = sheet.element.getBoundingClientRect();
    return { x: x + left, y: y + top };
  };
  /** Where something is on the stage, if it is drawn. */
  const placeOf = (mark: Mark | undefined): Point | undefined => {
    const drawn = scene.drawn();
    const thing = drawn && thingOf(drawn, mark);
    const { x, y } = scene.standing();
    return thing === undefined ? undefined : { x: x[thing]!, y: y[thing]! };
  };

  const take = (mark: Mark | undefined): void => {
    scene.keyboard(mark);
    const drawn = scene.drawn();
    live.textContent = drawn ? spoken(drawn, mark) : '';
    const at = placeOf(mark);
    if (!at) return;
    point(mark, onPage(at));
    const away = outside(at, sheet.size());
    if (away.x !== 0 || away.y !== 0) look(panned(scene.camera(), away.x, away.y), 'fly');
  };
  const move = (direction: Direction): void => {
    const drawn = scene.drawn();
    if (!drawn) return;
    const at = scene.standing();
    const from = thingOf(drawn, scene.ring() ?? focusMark());
    const { width, height } = sheet.size();
    const isOnStage = (thing: number): boolean =>
      at.x[thing]! > 0 && at.y[thing]! > 0 && at.x[thing]! < width && at.y[thing]! < height;
    const to =
      from === undefined ? middleThing(drawn, at, middle()) : thingTowards(drawn, at, from, direction, isOnStage);
    if (to !== undefined) take(markOf(drawn, to));
  };

  const press = (event: KeyboardEvent): boolean => {
    const pressed = command(event);
    const mark = scene.ring() ?? focusMark();
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const at = placeOf(mark);
      if (!at) return false;
      menu(mark, onPage(at));
    } else if (pressed?.do === 'move' && event.shiftKey) {
      const step = steps[pressed.direction];
      look(panned(scene.camera(), step.x * panStep, step.y * panStep), 'fly');
    } else if (pressed?.do === 'move') move(pressed.direction);
    else if (pressed?.do === 'zoom') look(zoomedAt(scene.camera(), sheet.size(), pressed.factor, middle()));
    else if (pressed?.do === 'fit') look(home(), 'fly');
    else if (pressed?.do === 'activate' && mark) activate(mark, pressed.beside);
    else return false;
    return true;
  };
  return { press, take };
}

/** How far to pan so that a point is well inside. */
function outside({ x, y }: Point, { width, height }: Size): Point {
  const over = (at: number, length: number): number => {
    const room = Math.min(150, length / 4);
    return at < room ? room - at : at > length - room ? length - room - at : 0;
  };
  return { x: over(x, width), y: over(y, height) };
}
