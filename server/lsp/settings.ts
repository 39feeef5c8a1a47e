import { CODES, DIAGNOSTIC_CODES, type DiagnosticCode, type Severity, type TitlesToIgnore } from '../core/index.ts';
import type { FolderUris } from './uris.ts';

/** The settings of one folder, checked: `noteCorpus.…` in package.json says what each means. */
export interface Settings {
  readonly corpus: 'auto' | 'always' | 'never';
  /** Patterns of files to leave out, in gitignore syntax. */
  readonly exclude: readonly string[];
  readonly minimumWords: number;
  /** Whether a title that is renamed stays as an alias. */
  readonly keepAlias: boolean;
  /** Whether links are kept when files move. */
  readonly updateOnMove: boolean;
  /** Whether bare titles become wikilinks in Markdown. */
  readonly convertToWikilinks: boolean;
  readonly completion: {
    /** How a title is written that was chosen in Markdown. */
    readonly form: 'wikilink' | 'link' | 'bare';
    /** Whether titles are suggested while their words are typed bare. */
    readonly prose: boolean;
  };
  /** Whether the lists of a document are written up before it is saved. */
  readonly updateOnSave: boolean;
  /** Whether it is said over a title who uses it. */
  readonly codeLens: boolean;
  /** Whether it is said behind the entries of lists who else uses them. */
  readonly inlayHints: boolean;
  readonly prompt: {
    /** After how many months findings and papers in prompts are old; 0 for never. */
    readonly staleAfterMonths: number;
    /** Whether that is marked in a prompt that is copied alone, too. */
    readonly markStale: boolean;
    /** Of a prompt with its sources, in UTF-16 units. */
    readonly maximumLength: number;
  };
  /** So many inquiring lines that cite two notes together make a relation of the two worth a thought. */
  readonly citedTogether: number;
  /** Whether what is known is compared with all files read anew, after each change. */
  readonly paranoid: boolean;
  readonly severity: Readonly<Record<DiagnosticCode, Severity>>;
  readonly ignoredTitles: TitlesToIgnore;
}

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies Severity[];
const FORMS: readonly unknown[] = ['wikilink', 'link', 'bare'] satisfies Settings['completion']['form'][];
const CORPUS: readonly unknown[] = ['auto', 'always', 'never'] satisfies Settings['corpus'][];

export const DEFAULT_SETTINGS = readSettings(undefined);

/** Reads what the client sent for the section `noteCorpus`. What is missing or of the wrong kind is as by default. */
export function readSettings(sent: unknown): Settings {
  const at = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const corpus = at(sent, 'corpus');
  const exclude = at(sent, 'exclude');
  const words = at(at(sent, 'mentions'), 'minimumWords');
  const together = at(at(sent, 'relations'), 'citedTogether');
  const form = at(at(sent, 'completion'), 'form');
  const enabled = (key: string): boolean => at(at(sent, key), 'enabled') !== false;
  const severity = (code: DiagnosticCode): Severity => {
    const value = at(at(sent, 'diagnostics'), settingOf(code));
    return SEVERITIES.includes(value) ? (value as Severity) : CODES[code].severity;
  };
  return {
    corpus: CORPUS.includes(corpus) ? (corpus as Settings['corpus']) : 'auto',
    exclude: Array.isArray(exclude) ? exclude.filter((each) => typeof each === 'string') : [],
    minimumWords: typeof words === 'number' && words >= 1 && words <= 10 ? Math.floor(words) : 3,
    citedTogether: typeof together === 'number' && together >= 2 && together <= 100 ? Math.floor(together) : 3,
    keepAlias: at(at(sent, 'rename'), 'keepAlias') !== false,
    updateOnMove: at(at(sent, 'links'), 'updateOnMove') !== false,
    convertToWikilinks: at(at(sent, 'convert'), 'wikilinks') !== false,
    completion: {
      form: FORMS.includes(form) ? (form as Settings['completion']['form']) : 'wikilink',
      prose: at(at(sent, 'completion'), 'prose') !== false,
    },
    updateOnSave: at(at(sent, 'lists'), 'updateOnSave') === true,
    codeLens: enabled('codeLens'),
    inlayHints: enabled('inlayHints'),
    prompt: {
      staleAfterMonths: countOf(at(at(sent, 'prompt'), 'staleAfterMonths'), 0, 1200) ?? 12,
      markStale: at(at(sent, 'prompt'), 'markStale') === true,
      maximumLength: countOf(at(at(sent, 'prompt'), 'maximumLength'), 1000, 10_000_000) ?? 100_000,
    },
    paranoid: at(sent, 'paranoid') === true,
    severity: Object.fromEntries(DIAGNOSTIC_CODES.map((code) => [code, severity(code)])) as Settings['severity'],
    ignoredTitles: titlesIn(at(at(sent, 'diagnostics'), 'ignoredTitles')),
  };
}

/** A number within bounds, without its fraction; undefined for any other value. */
function countOf(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? Math.floor(value) : undefined;
}

/** `{ "Mud": true, "Rain": "a.md", "Sand": ["a.md", "b.md"] }`; what is of another shape is not there. */
function titlesIn(value: unknown): TitlesToIgnore {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([title, where]): TitlesToIgnore => {
    if (where === true) return [[title, true]];
    const paths = (Array.isArray(where) ? where : [where]).filter((each) => typeof each === 'string');
    return paths.length > 0 ? [[title, paths]] : [];
  });
}

/** `dangling-reference` is set by `noteCorpus.diagnostics.danglingReference`. */
export function settingOf(code: DiagnosticCode): string {
  return code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether both settings make the same files, documents and references: the rest is only how they are shown. */
export function readAlike(a: Settings, b: Settings): boolean {
  const read = ({ corpus, exclude, minimumWords }: Settings): string => JSON.stringify([corpus, exclude, minimumWords]);
  return read(a) === read(b);
}

/** Patterns for those of some folders that lie in this one: `/inner/`. */
export function nestedIn({ pathOf }: FolderUris, folders: Iterable<string>): string[] {
  const inner = [...folders].map((uri) => pathOf(uri.replace(/\/+$/, ''))).filter((path) => path !== undefined);
  return inner.map((path) => `/${path.replace(/[\\*?[\]!# ]/g, '\\$&')}/`).sort();
}
