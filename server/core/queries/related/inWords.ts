import type { Document } from '../../index/document.ts';
import type { Related } from './related.ts';

/** So many titles are told of more. */
const SHOWN = 2;

/**
 * Why a document is related to another one, a reason a text: `shares 4 sources: “…”, “…” …`, `cited together by 2 inquiring lines`.
 *
 * @param isSuggested say that no relation joins the two
 */
export function reasonsInWords(about: Document, related: Related, isSuggested = false): string[] {
  const { document, shared, together, words } = related;
  const lack = isSuggested ? ', no relation' : '';
  const titles = shared.slice(0, SHOWN).map(({ title }) => `“${title.replace(/\s+/g, ' ')}”`);
  const listed = titles.join(', ') + (shared.length > SHOWN ? ' …' : '');
  const areInquiries = about.kind === 'inquiry' && document.kind === 'inquiry';
  const many = shared.length > 1 ? `${shared.length} others: ` : '';
  return [
    ...(shared.length > 0
      ? [areInquiries ? `shares ${counted(shared.length, 'source')}: ${listed}` : `both name ${many}${listed}`]
      : []),
    ...(together.length > 0 ? [`cited together by ${counted(together.length, 'inquiring line')}${lack}`] : []),
    ...(words.length > 0 ? [`alike in words: ${words.join(', ')}`] : []),
  ];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
