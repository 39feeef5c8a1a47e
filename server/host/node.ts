import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { nodeFolder } from './nodeFolder.ts';
import { VERSION } from './version.ts';

// The server as a process of its own: over IPC under VS Code, over standard input and output elsewhere.
serve(createConnection(ProposedFeatures.all), (uri) => nodeFolder(fileURLToPath(uri)), VERSION);
