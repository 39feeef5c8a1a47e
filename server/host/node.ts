import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { cacheArgument } from './cacheArgument.ts';
import { nodeFolder } from './nodeFolder.ts';
import { beginTrail } from './trail.ts';
import { VERSION } from './version.ts';

// Each call to a disk that does not answer keeps one of these; no more than eight wait at a time.
process.env.UV_THREADPOOL_SIZE ??= '16';

// The server as a process of its own: over IPC under VS Code, over standard input and output elsewhere.
const given = cacheArgument(process.argv);
serve(
  createConnection(ProposedFeatures.all),
  (uri, { cache, trail, careful }) =>
    nodeFolder(fileURLToPath(uri), { cache: given ?? cache, trail, careful, goesOn: true }),
  VERSION,
  beginTrail,
);
