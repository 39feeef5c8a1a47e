/** What `note-corpus --help` prints. */
export const HELP = `note-corpus: notes and inquiring lines that name each other by title

  note-corpus check      [DIR] [--format pretty|json|sarif] [--fail-on error|warning|information|never]
  note-corpus references [DIR] [--format pretty|json]
  note-corpus backlinks  TITLE|PATH [DIR] [--format pretty|json]
  note-corpus graph      [DIR] [--format json|dot|graphml|gexf|html] [--focus TITLE|PATH] [--depth N] [FILTER]
  note-corpus prompt     TITLE|PATH [DIR] [--with-sources] [--new] [--now YYYY-MM]
  note-corpus stats      [DIR] [--format pretty|json] [--top N]
  note-corpus relations  [DIR] [--one-sided | --suggested] [--format pretty|json]
  note-corpus fix        [DIR] [--write] [--format pretty|json]
  note-corpus convert    [DIR|PATH [DIR]] --to markdown|spaced|dense [--bare] [--write | --out NEW]
  note-corpus lsp --stdio

fix brings lists up to date: Sources, lists of inquiring lines, numbers, lost titles that are proven. convert writes
documents in another layout. Both say what they would do, file by file, and do it with --write: a new file is written
first, then the old one is removed. --out writes all documents to another folder, empty or new, and leaves the corpus
alone; pictures and other files are not copied. --bare leaves bare titles bare in Markdown, which get brackets otherwise.

FILTER says what of a graph is left in: --kind note|inquiry|page|missing and --role body|sources|used-by|related|papers|next
(several with commas), --folder PATH, --tag TAG (tags below it, TAG/…, count), --orphans shown|hidden|alone: nodes without an
edge that is left in. One walks from --focus along what is left in. html is one page for a browser with nothing beside it;
it holds a description of each document up to 20,000 documents, and the sentences around links up to 10 MB.

DIR is the corpus' folder (default: this one). --jobs N reads with that many threads (default: as many as there are
cores). --cache DIR keeps what was read in that folder, and reads only changed files the next time; without it, or with
--no-cache, nothing is kept. The answers are the same.

prompt prints the research prompt of an inquiring line as it stands; with --with-sources the text of its sources behind it;
with --new one made for an inquiring line that has none. In these two, findings that are older than a year are marked:
counted from --now, else from this month. stats tells the first N of each list (default: 10).

Exit code: 0 everything checked, clean; 1 findings at or above --fail-on (default: warning); 2 could not check
(wrong usage, a folder or file that could not be read or written). convert: 1 where a document stays as it is;
fix: 1 where something is left to do.
`;
