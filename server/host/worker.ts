import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from '../lsp/server.ts';
import { VERSION } from './version.ts';
import { workerFolder } from './workerFolder.ts';

declare const self: DedicatedWorkerGlobalScope;

// The server as a web worker: it has no files of its own, and asks the client for them.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, (uri) => workerFolder(connection, uri), VERSION);
