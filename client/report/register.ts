import { commands, type Disposable, type ExtensionContext, env, languages, version, window, workspace } from 'vscode';
import { type ReportResult, reportRequest } from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';
import { findingsByCode } from './findings.ts';
import type { HeardLog } from './hearLog.ts';
import { reportOf } from './report.ts';
import { changedSettings, type SettingSchema } from './settings.ts';

/** Registers the command that opens a report, for the person to look through. */
export function registerReport(context: ExtensionContext, session: Session, heard: HeardLog): Disposable {
  return commands.registerCommand('noteCorpus.report', async () => {
    const content = reportOf({
      versions: versions(context),
      state: stateOf(session),
      corpora: session.status.map(({ skipped, ...counts }) => ({ ...counts, skipped: skipped.length })),
      findings: findingsByCode(
        languages.getDiagnostics().flatMap(([, all]) => all),
        Object.keys(schemas(context)),
      ),
      settings: changedSettings(schemas(context), (name) => workspace.getConfiguration().get(name)),
      server: await session.ask<ReportResult>(reportRequest, undefined),
      leftOut: session.leftOut.size,
      crashes: session.crashes,
      errors: heard.errors,
    });
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  });
}

function versions({ extension }: ExtensionContext): string[] {
  // A browser has no such thing.
  const system =
    typeof process === 'object' ? `${process.platform} ${process.arch}, Node ${process.versions.node}` : 'browser';
  const place = env.remoteName === undefined ? '' : ', remote';
  return [`Note Corpus ${extension.packageJSON.version}`, `VS Code ${version} (${env.appHost}${place})`, system];
}

function stateOf({ failed, recovering, stopped, indexing, running }: Session): string {
  if (failed) return 'stopped after crashes';
  if (recovering) return 'starting again after a crash';
  if (stopped) return 'the reading was stopped';
  if (indexing) return 'reading';
  return running ? 'running' : 'asleep: no corpus';
}

function schemas({ extension }: ExtensionContext): Record<string, SettingSchema> {
  const sections: { properties: Record<string, SettingSchema> }[] = [
    extension.packageJSON.contributes.configuration,
  ].flat();
  return Object.assign({}, ...sections.map(({ properties }) => properties));
}
