import { styleText } from 'node:util';
import {
  type Diagnostic,
  type Document,
  diagnostics,
  documentAt,
  documentsOf,
  type Severity,
  type Snapshot,
} from '../../core/index.ts';
import type { Skipped } from '../../lsp/ports.ts';
import { DEFAULT_SETTINGS } from '../../lsp/settings.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './printable.ts';
import { json, placeOf, rangeOf } from './ranges.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { sarif } from './sarif.ts';

/** A diagnostic with the document it is of, and how grave it is. */
export interface Finding {
  readonly document: Document;
  readonly diagnostic: Diagnostic;
  readonly severity: Exclude<Severity, 'off'>;
}

/** Gravest first. */
const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The same findings as in the editor. */
export function checkCommand(reading: Reading, args: Arguments): Answer {
  const { snapshot, skipped } = reading;
  const documents = documentsOf(snapshot);
  const findings = documents.flatMap((document) =>
    diagnostics(snapshot, document).flatMap((diagnostic): Finding[] => {
      const severity = DEFAULT_SETTINGS.severity[diagnostic.code];
      return severity === 'off' ? [] : [{ document, diagnostic, severity }];
    }),
  );
  const code = findings.some(({ severity }) => ORDER.indexOf(severity) <= ORDER.indexOf(args.failOn as Severity))
    ? 1
    : 0;
  const output = {
    pretty: () => pretty(documents, findings, args.styled),
    json: () => json(asJson(snapshot, documents.length, findings, skipped)),
    sarif: () => sarif(findings, skipped),
  }[args.format as 'pretty' | 'json' | 'sarif']();
  return { output, code };
}

function asJson(snapshot: Snapshot, documents: number, findings: readonly Finding[], skipped: readonly Skipped[]) {
  return {
    version: 1,
    documents,
    skipped,
    diagnostics: findings.map(({ document, diagnostic, severity }) => ({
      path: document.path,
      range: rangeOf(document, diagnostic.span),
      severity,
      code: diagnostic.code,
      message: diagnostic.message,
      related: diagnostic.related.map(({ path, span, message }) => ({
        path,
        range: rangeOf(documentAt(snapshot, path)!, span),
        message,
      })),
    })),
  };
}

function pretty(documents: readonly Document[], findings: readonly Finding[], styled: boolean): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    styled ? styleText(format, text) : text;
  const lines: string[] = [];
  let before: Document | undefined;
  for (const { document, diagnostic, severity } of findings) {
    if (document !== before) lines.push(...(before ? [''] : []), style('underline', printable(document.path)));
    before = document;
    const place = placeOf(document, diagnostic.span).padEnd(8);
    const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'cyan';
    lines.push(
      `  ${place}${style(colour, severity)}  ${printable(diagnostic.message)}  ${style('dim', diagnostic.code)}`,
    );
  }
  if (before) lines.push('');
  const count = (kind: string): number => documents.filter((each) => each.kind === kind).length;
  const kinds = [
    plural(count('inquiry'), 'inquiring line'),
    plural(count('note'), 'note'),
    plural(count('page'), 'page'),
  ];
  const verdict = findings.length === 0 ? 'nothing to report' : plural(findings.length, 'finding');
  lines.push(`${plural(documents.length, 'document')} (${kinds.join(', ')}): ${verdict}.`);
  return lines.map((line) => `${line}\n`).join('');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
