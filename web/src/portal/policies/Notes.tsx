/** 调整说明: how an item has changed beside its versions, the newest in sight. */
import type { Schema } from "@/api/types";
import { formatDate } from "@/lib/dates";
import styles from "./policy.module.css";

export function Notes({ notes }: { notes: readonly Schema<"PolicyNote">[] }) {
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="调整说明">
      {notes.map((note) => (
        <div key={note.id} className="notice tone-warn">
          <p>
            <strong>调整说明</strong>（{formatDate(note.published_at)} 发布，{formatDate(note.effective_on)}{" "}
            生效
            {note.basis && `，${note.basis}`}）{" "}
            {note.link && (
              <a href={note.link} target="_blank" rel="noreferrer">
                查看原文
              </a>
            )}
          </p>
          <p className="product-text">{note.text}</p>
        </div>
      ))}
    </section>
  );
}
