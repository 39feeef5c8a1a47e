import type { InitializationOptions } from '../protocol.ts';

/** What the client says of itself at the start, checked: what is of the wrong kind is not there. */
export type StartOptions = InitializationOptions;

export function startOptions(sent: unknown): StartOptions {
  if (typeof sent !== 'object' || sent === null) return {};
  const { cache, commands, trail, careful, leaveOut } = sent as Record<string, unknown>;
  return {
    ...(isPath(cache) && { cache }),
    ...(isPath(trail) && { trail }),
    commands: commands === true,
    careful: careful === true,
    leaveOut: strings(leaveOut),
  };
}

/** The uris of `LeaveOutParams`. */
export function urisIn(params: unknown): string[] {
  return typeof params === 'object' && params !== null ? strings((params as Record<string, unknown>).uris) : [];
}

const isPath = (value: unknown): value is string => typeof value === 'string' && value !== '';

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
