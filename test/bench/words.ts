import { pick, random } from './random.ts';

// Words, sentences and titles of generated corpora.

const SEED_WORDS = `reward model trace reasoning step feedback language training policy signal judge answer sample search
memory agent token chain verifier rubric curve entropy context attention problem proof benchmark noise prior gradient
scale prompt latent structure outcome process error path branch stable dense sparse hidden shared early late longer
shorter partial correct corrupted useful faithful confident human expert small large single several general narrow`;

/** Most titles of a collection begin in one of few ways: of seeds, one in four begins as another one does. */
const FEW_OPENINGS = ['Do reasoning traces', 'Why do language models', 'Can reward models', 'What makes training'];

const OPENINGS =
  `Why do|Why does|Can|Do|Does|How do|How does|How should|What makes|What do|Which kinds of|When does|When do
|Should|Is there a|Are|Where does|Who decides whether|Under what conditions do|To what extent does`
    .replaceAll('\n', '')
    .split('|');

/** Words of one to three syllables after the real ones, so that rare words are rare. */
export function makeVocabulary(seed: number, size: number): string[] {
  const next = random(seed);
  const words = new Set(SEED_WORDS.split(/\s+/));
  const heads = 'b c d f g h l m n p r s t v w st tr pl gr cl'.split(' ');
  const hearts = 'a e i o u ea'.split(' ');
  const tails = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st'];
  while (words.size < size) {
    const syllables = 1 + Math.floor(2.5 * next());
    let word = '';
    for (let at = 0; at < syllables; at++) word += pick(next, heads) + pick(next, hearts);
    words.add(word + pick(next, tails));
  }
  return [...words];
}

/** Sentences without a question mark, so that nothing in them looks like a title. */
export function makeSentences(seed: number, vocabulary: readonly string[], count: number): string[] {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 8 + Math.floor(12 * next()) }, () => pick(next, vocabulary, 2.5));
    return `${words[0]![0]!.toUpperCase()}${words[0]!.slice(1)} ${words.slice(1).join(' ')}.`;
  });
}

/**
 * Different titles of about 70 characters, none of which is the beginning of another one: which title a text names is
 * certain then without knowing how a server chooses among several.
 */
export function makeTitles(seed: number, vocabulary: readonly string[], count: number): string[] {
  const next = random(seed);
  const titles = new Set<string>();
  const beginnings = new Set<string>();
  while (titles.size < count) {
    const opening = pick(next, next() < 0.25 ? FEW_OPENINGS : OPENINGS);
    const length = 54 + 22 * next();
    const words = [opening];
    for (let size = opening.length; size < length; size += words.at(-1)!.length + 1) {
      words.push(pick(next, vocabulary, 1.6));
    }
    const prefixes = words.map((_, at) => words.slice(0, at + 1).join(' '));
    const title = prefixes.pop()!;
    if (beginnings.has(title) || titles.has(title) || prefixes.some((prefix) => titles.has(prefix))) continue;
    for (const prefix of prefixes.slice(2)) beginnings.add(prefix);
    titles.add(title);
  }
  return Array.from(titles, (title) => `${title}?`);
}
