import { readdirSync, readFileSync } from 'node:fs';

/** What a process and those that it started have used so far. */
export interface Usage {
  /** Most memory that was ever resident, of each process the most, added up; 10^6 bytes. */
  readonly peakMegabytes: number;
  /** Milliseconds on the processors, in user and system mode, of all threads. */
  readonly processorTime: number;
}

/** Linux counts time in hundredths of a second there, whatever the kernel's own tick (proc(5), sysconf(_SC_CLK_TCK)). */
const TICK = 10;

/** @returns undefined where there is no /proc to be asked. */
export function usageOf(pid: number): Usage | undefined {
  let kilobytes = 0;
  let ticks = 0;
  try {
    for (const each of familyOf(pid)) {
      kilobytes += Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0);
      // The second field is the program's name in brackets, and may have blanks in it.
      const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    }
  } catch {
    return undefined;
  }
  return { peakMegabytes: (kilobytes * 1024) / 1e6, processorTime: ticks * TICK };
}

function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}
