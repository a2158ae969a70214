/** The page of a PDF that is looked at, drawn for the width of its place. */
import { useEffect, useRef, useState } from "react";
import styles from "./preview.module.css";
import type { Pdf } from "./usePdf";

type Props = { pdf: Pdf; page: number; name: string };

/** A page that another has taken the place of, before it was done. */
const isGivenUp = (error: unknown) => error instanceof Error && error.name === "RenderingCancelledException";

export function PdfPage({ pdf, page, name }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const { file } = pdf;
  const fail = useRef(pdf.fail);
  fail.current = pdf.fail;

  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return;
    const measure = () => setWidth(Math.round(sheet.clientWidth));
    const sizes = new ResizeObserver(measure);
    sizes.observe(sheet);
    measure();
    return () => {
      sizes.disconnect();
      // Browsers keep the picture of a canvas that has gone for a while.
      sheet.width = 0;
      sheet.height = 0;
    };
  }, []);

  useEffect(() => {
    const sheet = canvas.current;
    if (!file || !sheet || width === 0) return;
    file.paint(page, sheet, width).catch((error) => isGivenUp(error) || fail.current());
  }, [file, page, width]);

  return (
    <>
      {!file && <p className={styles.note}>正在打开…</p>}
      <canvas ref={canvas} className={styles.sheet} role="img" aria-label={`${name}第 ${page} 页`} />
    </>
  );
}
