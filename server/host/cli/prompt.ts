import { bundle, copied, madePrompt, promptOf } from '../../core/index.ts';
import { DEFAULT_SETTINGS } from '../../lsp/settings.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printableText } from './printable.ts';
import type { Reading } from './readCorpus.ts';
import type { Answer } from './run.ts';
import { subjectOf } from './subject.ts';

/** The research prompt of an inquiry, alone or with its sources; or a new one for an inquiry that has none. */
export function promptCommand({ snapshot }: Reading, { subject, withSources, isNew, now }: Arguments): Answer {
  const about = subjectOf(snapshot, subject!);
  if (!('document' in about)) throw new UsageError(`no document has the title “${about.title}”`);
  const { document } = about;
  const own = promptOf(snapshot, document)?.text;
  const made = isNew ? madePrompt(snapshot, document) : undefined;
  if (made && 'refused' in made) throw new UsageError(made.refused.replace(/\.$/, ''));
  const text = made?.text ?? own;
  if (text === undefined) {
    const isInquiry = document.kind === 'inquiry';
    const why = isInquiry
      ? 'has no research prompt. Make one with --new'
      : 'is no inquiring line with a research prompt';
    throw new UsageError(`“${document.path}” ${why}`);
  }
  const { staleAfterMonths, maximumLength } = DEFAULT_SETTINGS.prompt;
  const prompt = copied(text, {
    links: withSources || document.layout === 'markdown',
    ...((withSources || isNew) && { age: { now, staleAfter: staleAfterMonths } }),
  });
  const whole = withSources ? bundle(snapshot, document, prompt, maximumLength) : `${prompt}\n`;
  return { output: printableText(whole), code: 0 };
}
