/**
 * What the reader of PDFs asks for besides its worker, by names that it makes itself: the character maps of Chinese fonts that a
 * file does not carry with it, two fonts of signs, and the decoders of scanned pages as plain scripts, since our policy lets no
 * WebAssembly run. They stand under a path with the version, as assets do, and load only when a file needs them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = new URL("./node_modules/pdfjs-dist/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));
const PLACE = `assets/pdf-${version}/`;

const FOLDERS: readonly (readonly [folder: string, files: RegExp])[] = [
  ["cmaps", /^(Adobe-GB1|GB|UniGB).*\.bcmap$/],
  ["standard_fonts", /^Foxit(Symbol|Dingbats)\.pfb$/],
  ["wasm", /_nowasm_fallback\.js$/],
];

const files = FOLDERS.flatMap(([folder, wanted]) =>
  readdirSync(new URL(folder, PACKAGE))
    .filter((name) => wanted.test(name))
    .map((name) => `${folder}/${name}`),
);

export const pdfFiles: Plugin = {
  name: "pdf-files",
  generateBundle() {
    for (const file of files)
      this.emitFile({
        type: "asset",
        fileName: PLACE + file,
        source: readFileSync(new URL(file, PACKAGE)),
      });
  },
  configureServer(server) {
    server.middlewares.use(`/${PLACE}`, (request, response, next) => {
      const file = files.find((one) => `/${one}` === request.url);
      if (!file) return next();
      response.setHeader(
        "content-type",
        basename(file).endsWith(".js") ? "text/javascript" : "application/octet-stream",
      );
      response.end(readFileSync(new URL(file, PACKAGE)));
    });
  },
};
