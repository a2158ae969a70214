/** Reads PDFs beside the page, which stays usable meanwhile. */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
