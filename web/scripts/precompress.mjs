/** After the build: writes .br and .gz beside every text asset, so that the server only picks a file. Of scripts and styles it has those alone. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url).pathname;
const TEXT = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest"]);
/** Other files below this are sent as they are: the headers weigh more than the saving. */
const MIN_BYTES = 512;
const PACKED_ALONE = new Set([".js", ".css"]);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // Build information is not served.
    if (entry.name === ".vite") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

let count = 0;
for (const path of [...files(DIST)]) {
  const small = statSync(path).size < MIN_BYTES && !PACKED_ALONE.has(extname(path));
  if (!TEXT.has(extname(path)) || small) continue;
  const content = readFileSync(path);
  const options = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  };
  writeFileSync(`${path}.br`, brotliCompressSync(content, options));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  count += 1;
}
console.log(`precompressed ${count} files`);
