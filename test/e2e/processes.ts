/** The programs that VS Code runs for the window of a scenario, as Linux tells of them (`proc(5)`): a bare machine has no `ps`. */
import { readdirSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/**
 * The language server of the window that was opened last, once it runs: its process id.
 *
 * @param other than this one, which was ended
 */
export function languageServer(other?: number): Promise<number> {
  const found = until('the language server', serverOfLastWindow, (pid) => pid !== undefined && pid !== other);
  return found as Promise<number>;
}

/** Ends the language server as a lack of memory does: it is not asked, and cannot clear up. */
export async function killServer(other?: number): Promise<number> {
  const pid = await languageServer(other);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Each window has an extension host, and one whose window was closed lingers for a while. */
function serverOfLastWindow(): number | undefined {
  const all = processes();
  const ours = descendants(all, process.pid);
  const host = ours.filter(({ command }) => command.includes('--type=extensionHost')).at(-1);
  return ours.find(({ parent, command }) => parent === host?.pid && command.includes('dist/server.cjs'))?.pid;
}

/** In the order in which they were started. */
function processes(): Process[] {
  const all = readdirSync('/proc').flatMap((name): (Process & { started: number })[] => {
    try {
      // "4711 (node) S 4242 …": behind the name, which may have anything in it, the parent is the 2nd and the start the 20th.
      const stat = readFileSync(`/proc/${Number(name)}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(fields[1]), started: Number(fields[19]), command }];
    } catch {
      return []; // No process, or one that is gone.
    }
  });
  return all.sort((a, b) => a.started - b.started);
}

function descendants(all: readonly Process[], of: number): Process[] {
  const family = new Set([of]);
  // A child has mostly a higher number than its parent, but numbers begin anew when they are used up.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}
