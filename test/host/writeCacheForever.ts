import { cacheFile } from '../../server/host/cacheFile.ts';

// Writes caches again and again, each full of one byte, until it is killed.

const [root, place, first] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let byte = Number(first); ; byte = (byte + 2) % 250) {
  const pieces = Array.from({ length: 64 }, (_, at) => new Uint8Array(1000 * at).fill(byte));
  await cacheFile(root!, place!).write(pieces, () => new Promise((resolve) => setImmediate(resolve)));
}
