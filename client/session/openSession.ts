import { EventEmitter, type LogOutputChannel } from 'vscode';
import { type ChangedParams, changedNotification, type StatusResult, statusRequest } from '../../server/protocol.ts';
import { actionsThatStay } from '../edits/actions.ts';
import { renamingWithProof } from '../edits/renaming.ts';
import { ask } from './ask.ts';
import { inLogOnly, sayServerIsDown, startFailure, whenServerFails } from './failing.ts';
import { answerForFiles } from './files.ts';
import { clientOptions, folderSchemes, type MakeClient, type Server } from './options.ts';
import { cancelNotification, watchReading } from './reading.ts';
import type { Session } from './session.ts';
import { worthStarting } from './worthStarting.ts';

/** Milliseconds in which a server may still change its mind that there is no corpus. */
const settle = 1000;

/** Opens the session; nothing is started yet. */
export function openSession(makeClient: MakeClient, log: LogOutputChannel): Session {
  const state = new EventEmitter<void>();
  const corpus = new EventEmitter<void>();
  const reading = watchReading(
    () => announce(),
    (token) => {
      server?.client
        .sendNotification(cancelNotification, { token })
        .catch((error) => log.debug(`Cancelling: ${error}`));
    },
  );
  let server: Server | undefined;
  let schemes = '';
  let status: StatusResult = [];
  /** Before the first status of this server. */
  let unknown = false;
  let gaveUp = false;
  let asleepSince = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Starts and stops happen one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const isActive = () => status.some(({ isCorpus }) => isCorpus);
  const isIndexing = () => server !== undefined && (unknown || reading.busy);
  const inTurn = (step: () => Promise<void>) => {
    turn = turn.then(step).catch((error) => log.error(error));
    return turn;
  };

  function announce(): void {
    state.fire();
    clearTimeout(settling);
    if (!server || isIndexing() || isActive()) return;
    settling = setTimeout(() => void inTurn(sleepUnlessCorpus), settle);
  }

  function learn(next: StatusResult): void {
    status = next;
    unknown = false;
    // Cancel came too late, or what changed since has made the server read it.
    if (next.length > 0 && next.every(({ isCorpus }) => isCorpus)) reading.goOn();
    announce();
    corpus.fire();
  }

  async function bringUp(): Promise<void> {
    log.debug('Starting the server.');
    const failing = whenServerFails({
      client: () => up.client,
      isWanted: () => server === up,
      gaveUp: (what) => {
        if (server === up) onGiveUp(what);
      },
    });
    const up: Server = await makeClient(
      clientOptions(log, failing, reading, {
        ...renamingWithProof(() => up.client),
        ...actionsThatStay(() => up.client),
      }),
    );
    server = up;
    schemes = folderSchemes().join();
    unknown = true;
    announce();
    inLogOnly(up.client);
    answerForFiles(up.client);
    up.client.onNotification(changedNotification, ({ status }: ChangedParams) => {
      if (server === up) learn(status);
    });
    // 2 is `State.Running`: the first time, and after every crash that the library itself has mended.
    up.client.onDidChangeState(({ newState }) => {
      if (newState === 2) void askStatus(up);
      else if (server === up) reading.forget();
    });
    // Not awaited: a server that never answers must not stand in the way of a restart.
    void up.client.start().catch((error) => {
      const what = startFailure(error);
      if (what && server === up) onGiveUp(what);
    });
  }

  async function askStatus(up: Server): Promise<void> {
    const next = await ask<StatusResult>(up.client, log, statusRequest, undefined);
    if (next && server === up) learn(next);
  }

  async function takeDown(): Promise<void> {
    const down = server;
    if (!down) return;
    server = undefined;
    status = [];
    reading.forget();
    await down.client.dispose().catch((error) => log.debug(`Stopping the server: ${error}`));
    down.end();
    announce();
    corpus.fire();
  }

  async function sleepUnlessCorpus(): Promise<void> {
    if (!server || isIndexing() || isActive()) return;
    await askStatus(server);
    if (isIndexing() || isActive()) return;
    clearTimeout(settling);
    log.info(
      reading.stopped
        ? 'The reading was stopped; the server sleeps until the corpus is to be read again.'
        : 'No folder of this workspace is a corpus; the server sleeps until there could be one.',
    );
    asleepSince = Date.now();
    await takeDown();
  }

  function onGiveUp(what: string): void {
    if (gaveUp) return;
    gaveUp = true;
    void inTurn(takeDown);
    void sayServerIsDown(what, log, () => void session.restart());
  }

  const session: Session = {
    log,
    get status() {
      return status;
    },
    get running() {
      return server !== undefined;
    },
    get active() {
      return isActive();
    },
    get indexing() {
      return isIndexing();
    },
    get stopped() {
      return reading.stopped && !isIndexing();
    },
    get failed() {
      return gaveUp;
    },
    get asleepSince() {
      return asleepSince;
    },
    onDidChangeState: state.event,
    onDidChangeCorpus: corpus.event,
    ask: async (method, params, token) => (server ? ask(server.client, log, method, params, token) : undefined),
    wake: () =>
      inTurn(async () => {
        if (server && schemes !== folderSchemes().join()) await takeDown();
        if (!server && !gaveUp && !reading.stopped && (await worthStarting())) await bringUp();
      }),
    restart: () =>
      inTurn(async () => {
        gaveUp = false;
        reading.goOn();
        await takeDown();
        if (await worthStarting()) await bringUp();
      }),
    stop: () => inTurn(takeDown),
    dispose: () => {
      clearTimeout(settling);
      state.dispose();
      corpus.dispose();
    },
  };
  return session;
}
