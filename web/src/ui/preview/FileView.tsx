/** One file as it is looked at: a page or a picture in a place that scrolls, with keys and buttons to turn and to come nearer. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type Look, moved, moveOf, type PreviewKind, ZOOMS } from "./kinds";
import { PdfPage } from "./PdfPage";
import styles from "./preview.module.css";
import { type Pdf, usePdf } from "./usePdf";

type Props = { kind: PreviewKind; name: string; href: string };

export function FileView({ kind, name, href }: Props) {
  return kind === "pdf" ? <PdfView name={name} href={href} /> : <PictureView name={name} href={href} />;
}

function PdfView({ name, href }: Omit<Props, "kind">) {
  return <Viewer name={name} href={href} pdf={usePdf(href)} />;
}

function PictureView({ name, href }: Omit<Props, "kind">) {
  const [failed, setFailed] = useState(false);
  return (
    <Viewer name={name} href={href} failure={failed ? "图片打不开，可能已经损坏。" : null}>
      <img className={styles.sheet} src={href} alt={name} onError={() => setFailed(true)} />
    </Viewer>
  );
}

type ViewerProps = {
  name: string;
  href: string;
  pdf?: Pdf;
  failure?: string | null;
  children?: ReactNode;
};

function Viewer({ name, href, pdf, failure = pdf?.failure, children }: ViewerProps) {
  const [look, setLook] = useState<Look>({ page: 1, zoom: 0 });
  const place = useRef<HTMLElement>(null);
  const shown = pdf?.shown ?? 1;
  const zoom = ZOOMS[look.zoom] ?? ZOOMS[0];
  const go = (move: Parameters<typeof moved>[1]) => setLook(moved(look, move, shown));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    go(move);
  };
  // Another page is read from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the page alone
  useEffect(() => {
    if (place.current) place.current.scrollTop = 0;
  }, [look.page]);
  // At the ends the buttons stay where the keyboard is, and do nothing.
  const turn = (move: "next" | "previous", words: string, off: boolean) => (
    <button type="button" aria-disabled={off} onClick={() => go(move)}>
      {words}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what its buttons do
    <div className={failure ? styles.failed : styles.view} onKeyDown={onKeyDown}>
      {failure ? (
        <p className="notice tone-warn" role="alert">
          {failure}
          <a href={href} download>
            下载文件
          </a>
        </p>
      ) : (
        <>
          <div className={styles.tools} role="toolbar" aria-label={`${name}的查看工具`}>
            {pdf && (
              <>
                {turn("previous", "上一页", look.page <= 1)}
                <span aria-live="polite">
                  {look.page} / {shown} 页
                </span>
                {turn("next", "下一页", look.page >= shown)}
              </>
            )}
            <button
              type="button"
              aria-label="缩小"
              aria-disabled={look.zoom === 0}
              onClick={() => go("farther")}
            >
              −
            </button>
            <span className={styles.zoom} aria-live="polite">
              {zoom}%
            </span>
            <button
              type="button"
              aria-label="放大"
              aria-disabled={look.zoom === ZOOMS.length - 1}
              onClick={() => go("nearer")}
            >
              +
            </button>
          </div>
          <section
            ref={place}
            className={styles.place}
            aria-label={`${name}，可以用加号、减号缩放${shown > 1 ? "，用 Page Up、Page Down 翻页" : ""}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
            tabIndex={0}
          >
            <div style={{ width: `${zoom}%` }}>
              {pdf ? <PdfPage pdf={pdf} page={look.page} name={name} /> : children}
            </div>
          </section>
          {pdf?.file && pdf.file.pages > shown && (
            <p className={styles.note}>
              共 {pdf.file.pages} 页，这里显示前 {shown} 页，其余请下载后查看。
            </p>
          )}
        </>
      )}
    </div>
  );
}
