import { faulty, type Mutant } from './plant.ts';

/** Which test noticed a fault, or `null`, and how many tests were asked. */
export interface Outcome {
  readonly by: string | null;
  readonly tests?: number;
}

/** A fault of the sample and what became of it. */
export interface Judged {
  readonly file: string;
  /** The first line of what was replaced, as it stands in the file but for its indent, and its number. */
  readonly line: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Noticed by the compiler, or the same program: neither is counted. */
  readonly fate: 'compiler' | 'same' | 'killed' | 'survived';
  readonly outcome?: Outcome | undefined;
}

/** The line in which a fault begins, and what it replaces. */
export function sourceLine(text: string, mutant: Mutant): Pick<Judged, 'line' | 'from'> {
  const line = text.split('\n')[mutant.start.line]!.trim();
  const rest = text.length - faulty(text, { ...mutant, text: '' }).length;
  const start =
    text.split('\n').slice(0, mutant.start.line).join('\n').length +
    Math.min(1, mutant.start.line) +
    mutant.start.column;
  return { line, from: text.slice(start, start + rest) };
}

const short = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 70 ? `${flat.slice(0, 67)}…` : flat;
};

export const shown = ({ file, at, from, to }: Judged): string =>
  `${file.replace('server/core/', '')}:${at} \`${short(from)}\` → \`${short(to)}\``;

const folderOf = (file: string): string => file.split('/')[2]!.replace(/\.ts$/, '');

/** The figures by folder, as a Markdown table. */
export function table(results: readonly Judged[]): string {
  const folders = [...new Set(results.map(({ file }) => folderOf(file)))].sort();
  const rows = [...folders, 'all'].map((folder) => {
    const own = results.filter(({ file }) => folder === 'all' || folderOf(file) === folder);
    const count = (fate: Judged['fate']): number => own.filter((each) => each.fate === fate).length;
    const [killed, survived] = [count('killed'), count('survived')];
    const score = ((100 * killed) / Math.max(1, killed + survived)).toFixed(1);
    return `| ${folder} | ${own.length} | ${count('compiler')} | ${count('same')} | ${killed} | ${survived} | ${score} % |`;
  });
  return [
    '| folder | planted | noticed by the compiler | same program | killed | survived | score |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
