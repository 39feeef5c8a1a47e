/**
 * What the extension tells becomes a picture.
 */
import type { Atlas, AtlasChange } from '../../server/protocol.ts';
import type { Deeds } from './deeds.ts';
import type { ToGraph } from './messages.ts';
import type { Parts } from './parts.ts';
import type { Sight } from './sight.ts';
import { rolesIn } from './summed.ts';

/** Takes a message that went through the gate. */
export function receive(message: ToGraph, parts: Parts, deeds: Deeds, sight: Sight): void {
  const { talk, told, stage, words, viewsPanel, details, searchBox } = parts;
  switch (message.type) {
    case 'remembered':
      told.hasMap = message.map;
      told.views = message.views;
      document.body.dataset.host = message.map ? 'panel' : 'view';
      talk.remember(message.state);
      deeds.recall();
      break;
    case 'views':
      told.views = message.views;
      viewsPanel.update();
      break;
    case 'show':
      if (stage.arrangement === 'map') return;
      delete document.body.dataset.ready;
      told.pinned = message.pinned;
      talk.save({ depth: message.depth });
      details.forget();
      stage.show(message.graph);
      break;
    case 'atlas':
      if (stage.arrangement !== 'map') return;
      told.pinned = message.pinned;
      takeAtlas(message.atlas, message.focus, parts, sight);
      break;
    case 'stand':
      told.pinned = message.pinned;
      if (stage.arrangement === 'map') stage.stand(message.focus);
      if (stage.map) sight.drawn();
      else sight.update();
      break;
    case 'empty':
      stage.clear();
      sight.drawn();
      words.tell(message.message);
      sight.rested(0);
      break;
    case 'details':
      details.take(message.id, message.details);
      break;
    case 'sentences':
      stage.say(message.id, message.sentences);
      break;
    case 'found':
      searchBox.show(message.query, message.hits);
      break;
    case 'expanded':
      stage.expand(message.id, message.graph);
      break;
    case 'said':
      words.say(message.message);
      break;
  }
}

function takeAtlas(atlas: Atlas | AtlasChange, focus: string | null, parts: Parts, sight: Sight): void {
  const { talk, told, stage, details } = parts;
  details.forget();
  told.roles = new Set([...told.roles, ...rolesIn(atlas)]);
  told.atlas = atlas.type;
  if (stage.take(atlas, focus, talk.saved().camera)) sight.update();
  else refused(parts);
}

/** What was taken is none: instead of a change the whole is asked for; a whole that is none is none, however often it is asked for. */
export function refused({ talk, told, words }: Parts): void {
  if (told.atlas === 'atlas') words.tell('The graph could not be read.');
  else talk.tell({ type: 'draw', arrangement: 'map', filter: talk.saved().filter });
}
