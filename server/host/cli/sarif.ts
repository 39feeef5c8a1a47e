import { CODES, DIAGNOSTIC_CODES } from '../../core/index.ts';
import type { Skipped } from '../../lsp/ports.ts';
import { VERSION } from '../version.ts';
import type { Finding } from './check.ts';
import { printableJson } from './printable.ts';
import { rangeOf } from './ranges.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** SARIF 2.1.0 (OASIS): lines and columns count from one, columns in UTF-16 units. */
export function sarif(findings: readonly Finding[], skipped: readonly Skipped[]): string {
  const seen = new Map<string, number>();
  const results = findings.map(({ document, diagnostic, severity }) => {
    const { start, end } = rangeOf(document, diagnostic.span);
    const region = {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
    // Which of the equal findings of a file it is: lines move, and the alert shall stay the same one.
    const finding = `${diagnostic.code}\n${document.path}\n${diagnostic.message}`;
    const nth = (seen.get(finding) ?? 0) + 1;
    seen.set(finding, nth);
    return {
      ruleId: diagnostic.code,
      level: LEVELS[severity],
      message: { text: diagnostic.message },
      locations: [{ physicalLocation: { artifactLocation: artifact(document.path), region } }],
      partialFingerprints: { 'noteCorpus/v1': `${diagnostic.code}:${document.path}:${diagnostic.message}:${nth}` },
    };
  });
  const notifications = skipped.map(({ path, reason }) => ({
    level: 'error',
    message: { text: `Skipped ${path}: it ${reason}.` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  }));
  const rules = DIAGNOSTIC_CODES.map((id) => ({ id, shortDescription: { text: CODES[id].says } }));
  const run = {
    tool: { driver: { name: 'note-corpus', version: VERSION, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: skipped.length === 0, toolExecutionNotifications: notifications }],
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${printableJson(JSON.stringify(log, null, 2))}\n`;
}

/** Windows lets a name have half a surrogate pair, which has no encoding. */
function artifact(path: string) {
  const parts = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: 'CORPUS' };
}
