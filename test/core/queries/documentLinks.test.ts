import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, documentLinks, Workspace } from '../../../server/core/index.ts';
import { cpuNow } from '../../cpu.ts';
import { drawn, type Mark, readFixture } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

// What can be followed: `^^^` underlines each link, and behind it stands where it leads.

const PICTURES: Change[] = ['pictures/oven.png', 'a/plan.pdf', 'b/plan.pdf'].map((path) => ({ path, present: true }));

function check(picture: string): void {
  const { files, marks } = readFixture(picture);
  const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
  const snapshot = workspace.apply([...PICTURES, ...[...files].map(([path, text]) => ({ path, text }))]);
  const found = [...files.keys()].flatMap((path) =>
    documentLinks(snapshot, path).map((link): Mark => {
      const label = 'url' in link ? link.url : 'file' in link ? link.file : link.target.document.path;
      return { path, span: link.span, label };
    }),
  );
  assert.equal(drawn(files, found), drawn(files, marks));
}

test('arXiv ids: with the word, or in parentheses where papers are listed', () => {
  check(`
=== mud.txt
INQUIRING LINE
Why mud sticks
As arXiv:2305.12345 and arXiv 2401.00001v2 have it, see arXiv (2305.12345); but not (2305.12345) nor 2305.12345,
   ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2305.12345
                        ^^^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2401.00001v2
                                                               ^^^^^^^^^^ https://arxiv.org/abs/2305.12345
nor arXiv:2313.12345, arXiv:2305.123456, arXiv:2305.12345.6, myarXiv:2305.12345. ARXIV: 2305.1234.
                                                                                 ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2305.1234
Older: arXiv:cs/0112017, arXiv:math.GT/0309136v1, arXiv:cond-mat/9901001; not cs/0112017 nor arXiv cs/0112017.
       ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/cs/0112017
                         ^^^^^^^^^^^^^^^^^^^^^^^ https://arxiv.org/abs/math.GT/0309136v1
                                                  ^^^^^^^^^^^^^^^^^^^^^^ https://arxiv.org/abs/cond-mat/9901001
Research prompt for your LLMexpand ↓
Anchor papers (verify; mind their dates):
• arXiv:2505.13775 (May 2025) — platelets
  ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2505.13775
• Plates at rest (2505.13776v1), not (2025-05)
                  ^^^^^^^^^^^^ https://arxiv.org/abs/2505.13776v1
`);
  check(`
=== mud.md
# Why mud sticks

It sticks (2505.13776).

## Related papers in this collection 1

- Plates at rest (2505.13776)
                  ^^^^^^^^^^ https://arxiv.org/abs/2505.13776
`);
});

test('DOIs and addresses, without the marks of the sentence around', () => {
  check(`
=== mud.txt
INQUIRING LINE
Why mud sticks
(doi:10.1000/182), DOI: 10.1002/(SICI)1096(199)8:5<1::x. See https://example.org/mud_(clay)?a=b#c). Or
 ^^^^^^^^^^^^^^^ https://doi.org/10.1000/182
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://doi.org/10.1002/(SICI)1096(199)8:5
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://example.org/mud_(clay)?a=b#c
“https://arxiv.org/abs/2305.12345”, https://doi.org/10.1000/182. Not http://example.org, ftp://example.org,
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2305.12345
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://doi.org/10.1000/182
https://me@example.org, https://exämple.org, https://, doi:10.1/2, doi:10.1000/, https://example.org/?q=arXiv:2305.12345
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://example.org/?q=arXiv:2305.12345
`);
});

test('in Markdown addresses are left to the editor', () => {
  check(`
=== mud.md
# Mud

<https://example.org> and [clay](https://example.org) as arXiv:2305.12345 has it
                                                         ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2305.12345
`);
});

test('what stands in a title belongs to the title, whether a note has it or not', () => {
  check(`
=== mud.md
# What does arXiv:2305.12345 say of mud?
            ^^^^^^^^^^^^^^^^ https://arxiv.org/abs/2305.12345
=== rain.md
See What does arXiv:2305.12345 say of mud? and [[What does arXiv:2401.12345 say]].
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mud.md
`);
});

test('pictures and other files of the corpus, named by path or by an embed', () => {
  check(`
=== notes/mud.md
![oven](../pictures/oven.png) ![[oven.png|300]] [plan](/a/plan.pdf) ![[plan.pdf]] ![[b/plan.pdf]] [gone](gone.png)
        ^^^^^^^^^^^^^^^^^^^^ pictures/oven.png
                                 ^^^^^^^^ pictures/oven.png
                                                       ^^^^^^^^^^^ a/plan.pdf
                                                                                     ^^^^^^^^^^ b/plan.pdf
`);
});

test('links are in order and without overlap, and lead out by https only', () => {
  const verify = (files: ReadonlyMap<string, string>): void => {
    const workspace = new Workspace((path) => files.get(path), { minimumWords: 3 });
    const snapshot = workspace.apply([...PICTURES, ...[...files].map(([path, text]) => ({ path, text }))]);
    for (const [path, text] of files) {
      let end = 0;
      for (const link of documentLinks(snapshot, path)) {
        assert.ok(end <= link.span.start && link.span.start < link.span.end && link.span.end <= text.length, path);
        end = link.span.end;
        if ('url' in link) assert.match(link.url, /^https:\/\/[!-~]+$/);
      }
    }
  };
  holds(corpus, (files) => verify(new Map(files.map(({ path, text }) => [path, text]))));
  for (const path of ['x.md', 'x.txt']) {
    const cited = hardText.map((text) =>
      text.replaceAll('mud', 'arXiv:2305.12345').replaceAll('why', 'https://a.org/('),
    );
    holds(cited, (text) =>
      verify(
        new Map([
          [path, text],
          ['y.md', '# why mud sticks\n'],
        ]),
      ),
    );
  }
});

test('a text of beginnings without an end is looked through once', () => {
  const before = cpuNow();
  for (const piece of ['arXiv:', 'arXiv:a-', 'doi:10.1000/', 'https://a', '(', 'https://a.org/)))', '2305.1']) {
    const text = `INQUIRING LINE\n\nWhy mud sticks\n\n${piece.repeat(40_000)}`;
    const workspace = new Workspace(() => text, { minimumWords: 3 });
    documentLinks(workspace.apply([{ path: 'a.txt', text }]), 'a.txt');
  }
  assert.ok(cpuNow() - before < 8000);
});
