/** CPU time of this process so far, in milliseconds: what a test may bound, since others may keep the machine busy. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
