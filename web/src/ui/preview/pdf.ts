/**
 * The reader of PDFs, which loads when the first one is opened. It gets the whole file at once, since every request for a file is
 * noted; nothing that a file brings with it is run, and a page is drawn only when it is looked at.
 */
import { getDocument, PDFWorker, type RenderTask, version } from "pdfjs-dist/legacy/build/pdf.mjs";
import Worker from "./pdf.worker?worker";

/** Where what it asks for by name stands, see `pdfFiles.ts`. */
const FILES = `/assets/pdf-${version}/`;

/** So many pages are shown; who needs more reads the file itself. */
export const MOST_PAGES = 20;

/** A picture of a page is never larger, whatever the file says of its size. */
const MOST_PIXELS = 16_000_000;
/** Finer than this no screen shows. */
const FINEST = 2;

/** Why a file cannot be shown: it asks for a password, or is none. */
export type Trouble = "locked" | "broken";

export type OpenPdf = {
  /** Of the file, shown or not. */
  pages: number;
  /** Draws a page, `width` pixels wide on the screen; what was being drawn before is given up. */
  paint: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  close: () => void;
};

export const troubleOf = (error: unknown): Trouble =>
  error instanceof Error && error.name === "PasswordException" ? "locked" : "broken";

export async function openPdf(data: ArrayBuffer): Promise<OpenPdf> {
  const port = new Worker();
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data,
    worker,
    cMapUrl: `${FILES}cmaps/`,
    standardFontDataUrl: `${FILES}standard_fonts/`,
    wasmUrl: `${FILES}wasm/`,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  const close = () => {
    void task.destroy().catch(() => undefined);
    worker.destroy();
    port.terminate();
  };
  try {
    const file = await task.promise;
    let drawing: RenderTask | null = null;
    let wanted = 0;
    const paint: OpenPdf["paint"] = async (number, canvas, width) => {
      wanted += 1;
      const mine = wanted;
      drawing?.cancel();
      const page = await file.getPage(number);
      if (mine !== wanted) return;
      const { width: units, height } = page.getViewport({ scale: 1 });
      const fine = Math.min(globalThis.devicePixelRatio || 1, FINEST);
      const scale = Math.min((width * fine) / units, Math.sqrt(MOST_PIXELS / (units * height)));
      drawing = page.render({ canvas, viewport: sized(canvas, page.getViewport({ scale })) });
      await drawing.promise;
      page.cleanup();
    };
    return { pages: file.numPages, paint, close };
  } catch (error) {
    close();
    throw error;
  }
}

function sized<V extends { width: number; height: number }>(canvas: HTMLCanvasElement, viewport: V): V {
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return viewport;
}
