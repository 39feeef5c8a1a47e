// Messages of errors may hold titles, texts and paths of notes. What may leave the window of them is what is known to be ours: the
// name of a request, the kind of an error, the code of a system's error, and places in our own programs.

/** Our own programs, as they are called in `dist`. */
const programs = ['server', 'thread', 'client', 'languageClient', 'server-web', 'client-web', 'cli'];

const kinds = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'AggregateError'];

const codes = [
  ...[
    'EACCES',
    'EAGAIN',
    'EBUSY',
    'ECONNREFUSED',
    'ECONNRESET',
    'EDQUOT',
    'EEXIST',
    'EINTR',
    'EINVAL',
    'EIO',
    'EISDIR',
    'ELOOP',
  ],
  ...[
    'EMFILE',
    'ENAMETOOLONG',
    'ENFILE',
    'ENOENT',
    'ENOMEM',
    'ENOSPC',
    'ENOTDIR',
    'ENOTEMPTY',
    'EPERM',
    'EPIPE',
    'EROFS',
    'ESTALE',
  ],
  ...['ETIMEDOUT', 'ERR_OUT_OF_RANGE', 'ERR_STREAM_DESTROYED', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_INVALID_ARG_TYPE'],
];

/** How messages begin that are ours from the first word on. */
const sayings = [
  'The server went down',
  'The server does not answer',
  'The connection to the server was closed',
  'Server process exited',
  'The cache could not be deleted',
];

/** So many places tell enough. */
const mostPlaces = 8;

const anyOf = (words: readonly string[]): string => words.map((word) => word.replaceAll('.', '\\.')).join('|');

const kind = new RegExp(`(?<![\\w.])(?:${anyOf(kinds)})(?=: |\\n|$)`);
const code = new RegExp(`(?<![\\w])(?:${anyOf(codes)})(?![\\w])`);
const place = new RegExp(`^[ \\t]+at .*?(?<![\\w-])((?:${anyOf(programs)})\\.c?js:\\d{1,9}:\\d{1,9})\\)?$`, 'gm');

/**
 * What of a message may be shown to others: `hover: TypeError ENOENT at server.cjs:12:345 server.cjs:6:7`. All other words are left
 * out, whatever they are.
 *
 * @param requests names that a message may begin with
 */
export function redacted(message: string, requests: ReadonlySet<string>): string {
  const [begin = ''] = message.split(':', 1);
  const places = [...message.matchAll(place)].map(([, found]) => found!).slice(0, mostPlaces);
  const parts = [
    requests.has(begin) ? `${begin}:` : '',
    kind.exec(message)?.[0] ?? sayings.find((each) => message.startsWith(each)) ?? 'a message',
    code.exec(message)?.[0] ?? '',
    places.length > 0 ? `at ${places.join(' ')}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
