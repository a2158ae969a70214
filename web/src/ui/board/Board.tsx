/**
 * A board: what runs as cards in columns, each with its count and sum. A card's next step is its button; where the step brings
 * it into another column it may be dragged there as well. A drop does what the button does: it opens the form of the step and
 * never acts by itself. On a phone the columns are tabs.
 */
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useIsPhone } from "@/lib/useMedia";
import { Parts } from "../now/Parts";
import styles from "./board.module.css";

type BoardStep = {
  label: string;
  run: () => void;
  /** The column that it leads to; without it the card stays where it is. */
  into?: string;
};

export type BoardCard = {
  key: string;
  column: string;
  /** Whose it is, for those who hear its button. */
  name: string;
  content: ReactNode;
  step?: BoardStep;
  /** Said in place of a step. */
  waits?: string;
};

export type BoardColumn = { key: string; title: string; sum?: ReactNode };

type Props = { label: string; columns: readonly BoardColumn[]; cards: readonly BoardCard[] };

export function Board({ label, columns, cards }: Props) {
  const phone = useIsPhone();
  const [dragged, setDragged] = useState<BoardCard | null>(null);
  const of = (column: BoardColumn) => cards.filter((card) => card.column === column.key);
  if (phone)
    return (
      <Parts
        label={label}
        start={columns.find((column) => of(column).some(({ step }) => step))?.key}
        parts={columns.map((column) => ({
          key: column.key,
          title: column.title,
          count: of(column).length,
          content: (
            <>
              {column.sum && <p className={styles.sum}>合计 {column.sum}</p>}
              <Cards cards={of(column)} />
            </>
          ),
        }))}
      />
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields.
    <div className={styles.board} role="group" aria-label={label}>
      {columns.map((column) => (
        <Column key={column.key} column={column} cards={of(column)} dragged={dragged} onDrag={setDragged} />
      ))}
    </div>
  );
}

type ColumnProps = {
  column: BoardColumn;
  cards: readonly BoardCard[];
  dragged: BoardCard | null;
  onDrag: (card: BoardCard | null) => void;
};

function Column({ column, cards, dragged, onDrag }: ColumnProps) {
  const [over, setOver] = useState(false);
  const takes = dragged?.step?.into === column.key ? dragged.step : undefined;
  const place = takes ? (over ? `${styles.takes} ${styles.over}` : styles.takes) : "";
  return (
    <section
      className={`${styles.column} ${place}`}
      aria-label={column.title}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(false);
        onDrag(null);
        takes.run();
      }}
    >
      <h2>
        {column.title} <span className="num">{cards.length}</span>
      </h2>
      <p className={styles.sum}>{column.sum && <>合计 {column.sum}</>}</p>
      {takes && <p className={styles.here}>放在这里：{takes.label}</p>}
      <Cards cards={cards} onDrag={onDrag} />
    </section>
  );
}

function Cards({ cards, onDrag }: { cards: readonly BoardCard[]; onDrag?: ColumnProps["onDrag"] }) {
  if (cards.length === 0) return <p className="card-note">暂无</p>;
  return (
    <ul className={styles.cards}>
      {cards.map((card) => {
        const { key, name, content, step, waits } = card;
        const moves = onDrag !== undefined && step?.into !== undefined;
        return (
          <li
            key={key}
            className={moves ? `${styles.card} ${styles.moves}` : styles.card}
            draggable={moves}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", name);
              onDrag?.(card);
            }}
            onDragEnd={() => onDrag?.(null)}
          >
            {content}
            {step ? (
              <Button block onClick={step.run} aria-label={`${step.label}：${name}`}>
                {step.label}
                {step.into && <span aria-hidden="true"> →</span>}
              </Button>
            ) : (
              waits && <p className={styles.waits}>{waits}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
