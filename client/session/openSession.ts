import { EventEmitter, type LogOutputChannel, type Memento } from 'vscode';
import {
  type ChangedParams,
  changedNotification,
  leaveOutNotification,
  pulseRequest,
  type StatusResult,
  statusRequest,
} from '../../server/protocol.ts';
import { actionsThatStay, pickedCommands } from '../edits/actions.ts';
import { renamingWithProof } from '../edits/renaming.ts';
import { ask } from './ask.ts';
import { type Crash, nextAfter } from './crashes.ts';
import { couldNotStart, inLogOnly, sayServerIsDown, startFailure, whenServerFails } from './failing.ts';
import { answerForFiles } from './files.ts';
import { keepLeftOut } from './leftOut.ts';
import { clientOptions, folderSchemes, type MakeClient, type Server } from './options.ts';
import { watchPulse } from './pulse.ts';
import { cancelNotification, watchReading } from './reading.ts';
import type { Session } from './session.ts';
import { traceChannel } from './trace.ts';
import { worthStarting } from './worthStarting.ts';

/** Milliseconds in which a server may still change its mind that there is no corpus. */
const settle = 1000;

/** A server that is to stop may write its cache for so long, in milliseconds; VS Code waits five seconds for all of us. */
const patience = 4_000;

/** After a crash the server works on one document at a time for so long, in milliseconds. */
const carefulFor = 10 * 60_000;

/** Opens the session; nothing is started yet. `memory` is of the workspace. */
export function openSession(makeClient: MakeClient, log: LogOutputChannel, memory: Memento): Session {
  const trace = traceChannel();
  const picked = pickedCommands();
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
  /** It went down by itself, and its next status is still awaited. */
  let recovering = false;
  let asleepSince = 0;
  const crashes: Crash[] = [];
  /** When the reader last started the server, in milliseconds since 1970. */
  let startedByReader = 0;
  let recovery: ReturnType<typeof setTimeout> | undefined;
  const leftOut = keepLeftOut(memory, () => {
    session.tell(leaveOutNotification, { uris: [...leftOut.uris] });
    announce();
  });
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Starts and stops happen one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const isActive = () => status.some(({ isCorpus }) => isCorpus);
  const isIndexing = () => recovering || (server !== undefined && (unknown || reading.busy));
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
    recovering = false;
    // Cancel came too late, or what changed since has made the server read it.
    if (next.length > 0 && next.every(({ isCorpus }) => isCorpus)) reading.goOn();
    announce();
    corpus.fire();
  }

  async function bringUp(): Promise<void> {
    log.debug('Starting the server.');
    await leftOut.remembered;
    const pulse = watchPulse({
      ask: () => up.client.sendRequest(pulseRequest),
      isBusy: () => reading.busy,
      lost: () => {
        if (server !== up) return;
        log.error('The server does not answer: it is ended, and started again.');
        onDown(up);
      },
    });
    const failing = whenServerFails({
      client: () => up.client,
      isWanted: () => server === up,
      wentDown: () => onDown(up),
      gaveUp: (what) => {
        if (server === up) onGiveUp(what);
      },
    });
    const edits = { ...renamingWithProof(() => up.client), ...actionsThatStay(() => up.client, picked) };
    const careful = Date.now() - (crashes.at(-1)?.at ?? 0) < carefulFor;
    const options = clientOptions(log, trace, failing, reading, edits, pulse.beat);
    const made = await makeClient(options, { leaveOut: [...leftOut.uris], careful }).catch((error) => {
      onGiveUp(couldNotStart(error));
    });
    if (!made) return;
    const up: Server = {
      ...made,
      end: () => {
        pulse.stop();
        made.end();
      },
    };
    server = up;
    clearTimeout(recovery);
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
    endRecovery();
    if (!down) return;
    server = undefined;
    await clearAway(down);
  }

  async function clearAway(down: Server): Promise<void> {
    status = [];
    reading.forget();
    const kill = down.killer();
    await down.client.dispose(patience).catch((error) => {
      log.debug(`Stopping the server: ${error}`);
      kill();
    });
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

  /** The server is gone, or as good as gone: it is started again, without what brought it down twice. */
  function onDown(down: Server): void {
    if (server !== down) return;
    server = undefined;
    recovering = true;
    const at = Date.now();
    down.killer()();
    announce();
    void inTurn(async () => {
      const working = await down.working();
      crashes.push({ at, working });
      const { restartIn, leaveOut } = nextAfter(crashes, leftOut.uris, startedByReader);
      const over = working.length > 0 ? working.join(', ') : 'over no document';
      log.warn(
        `The server went down (${over}), ${restartIn === undefined ? 'once too often' : 'and is started again'}.`,
      );
      leftOut.add(leaveOut);
      if (restartIn === undefined) onGiveUp('Note Corpus has stopped working: its language server keeps crashing.');
      else recovery = setTimeout(() => void session.wake(), at + restartIn - Date.now());
      await clearAway(down);
    });
  }

  function onGiveUp(what: string): void {
    if (gaveUp) return;
    gaveUp = true;
    recovering = false;
    announce();
    void inTurn(takeDown);
    void sayServerIsDown(what, log, () => void session.restart());
  }

  /** Also where nothing was started, since there is no text any more: nobody is to be told for ever that it is starting. */
  function endRecovery(): void {
    clearTimeout(recovery);
    if (!recovering) return;
    recovering = false;
    announce();
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
    get leftOut() {
      return leftOut.uris;
    },
    get crashes() {
      return crashes.map(({ at }) => at);
    },
    get recovering() {
      return recovering;
    },
    get asleepSince() {
      return asleepSince;
    },
    onDidChangeState: state.event,
    onDidChangeCorpus: corpus.event,
    ask: async (method, params, token) => (server ? ask(server.client, log, method, params, token) : undefined),
    tell: (method, params) => {
      server?.client.sendNotification(method, params).catch((error) => log.debug(`${method}: ${error}`));
    },
    wake: () =>
      inTurn(async () => {
        if (server && schemes !== folderSchemes().join()) await takeDown();
        if (!server && !gaveUp && !reading.stopped && (await worthStarting())) await bringUp();
        if (!server) endRecovery();
      }),
    restart: () =>
      inTurn(async () => {
        gaveUp = false;
        startedByReader = Date.now();
        reading.goOn();
        await takeDown();
        if (await worthStarting()) await bringUp();
      }),
    // A crash that is being looked into is to start nothing behind it.
    stop: () => inTurn(takeDown),
    tryAgain: () => leftOut.clear(),
    dispose: () => {
      clearTimeout(recovery);
      leftOut.dispose();
      picked.dispose();
      clearTimeout(settling);
      trace.dispose();
      state.dispose();
      corpus.dispose();
    },
  };
  return session;
}
