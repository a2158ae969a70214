/**
 * One block in the list of a form: what it is, what is wrong with it, and what can be done with it. It is moved by dragging, by its
 * buttons, or with Alt and an arrow from anywhere in its head.
 */
import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { inputKind } from "@/lib/forms/kinds";
import type { Block } from "@/lib/forms/model";
import { calledText, INPUT_TEXT } from "@/lib/forms/words";
import styles from "./builder.module.css";

type Props = {
  block: Block;
  at: number;
  count: number;
  faults: number;
  open: boolean;
  /** Whether another block is being dragged, which may be dropped here. */
  takes: boolean;
  headId: string;
  onToggle: () => void;
  onMove: (to: number) => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onDrag: (dragged: boolean) => void;
  onDrop: () => void;
  children: ReactNode;
};

function marks({ required, show_when, prefill }: Block): string {
  return [required && "必填", show_when && "按条件显示", prefill && "自动填入"].filter(Boolean).join(" · ");
}

export function BlockRow(props: Props) {
  const { block, at, count, faults, open, takes, headId, onMove, onDrag } = props;
  const [over, setOver] = useState(false);
  const name = calledText(block);
  const said = marks(block);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? at - 1 : at + 1);
  };
  return (
    <li
      className={over && takes ? `${styles.block} ${styles.over}` : styles.block}
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
        props.onDrop();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons within have the focus; Alt and an arrow work on each. */}
      <div
        className={styles.head}
        draggable
        onKeyDown={onKeyDown}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", name);
          onDrag(true);
        }}
        onDragEnd={() => onDrag(false)}
      >
        <button
          type="button"
          id={headId}
          className={styles.title}
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={props.onToggle}
        >
          <span className={styles.grip} aria-hidden="true">
            ⠿
          </span>
          <span className={styles.number}>{at + 1}</span>
          <span className={styles.name}>
            <strong>{name}</strong>
            <span className={styles.kind}>
              {INPUT_TEXT[inputKind(block.input)]}
              {said && ` · ${said}`}
            </span>
          </span>
          {faults > 0 && <span className={styles.wrong}>{faults} 处问题</span>}
        </button>
        <div className={styles.tools}>
          <Button aria-label={`上移“${name}”`} disabled={at === 0} onClick={() => onMove(at - 1)}>
            ↑
          </Button>
          <Button aria-label={`下移“${name}”`} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
            ↓
          </Button>
          <Button aria-label={`复制“${name}”`} onClick={props.onDuplicate}>
            复制
          </Button>
          <Button aria-label={`删除“${name}”`} onClick={props.onDelete}>
            删除
          </Button>
        </div>
      </div>
      {open && props.children}
    </li>
  );
}
