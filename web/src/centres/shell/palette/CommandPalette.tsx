/** 查找: pages, actions, and what the account works with, by a few letters; all of it by keyboard. */
import { Modal } from "antd";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useIsPhone } from "@/lib/useMedia";
import { useComposition } from "@/ui/useComposition";
import type { Centre } from "../centre";
import type { Group, Hit } from "./hits";
import styles from "./palette.module.css";
import { SHORTEST, useFound } from "./useFound";

type Props = { centre: Centre; onClose: () => void };

/** Keys belong to the input method while it composes; some browsers only say so by this code. */
const composes = ({ nativeEvent, keyCode }: KeyboardEvent) => nativeEvent.isComposing || keyCode === 229;

export function CommandPalette({ centre, onClose }: Props) {
  const navigate = useNavigate();
  const phone = useIsPhone();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const text = useComposition(typed, (next) => {
    setTyped(next);
    setAt(0);
  });
  const { groups, searching, partial, failed } = useFound(centre, typed);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = hits[Math.min(at, hits.length - 1)];
  const optionId = (hit: Hit) => `${id}-${hits.indexOf(hit)}`;

  useEffect(() => {
    if (chosen)
      document.getElementById(`${id}-${hits.indexOf(chosen)}`)?.scrollIntoView?.({ block: "nearest" });
  });

  const go = (hit: Hit) => {
    onClose();
    navigate(hit.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composes(event)) return;
    const last = hits.length - 1;
    if (event.key === "Escape") onClose();
    else if (event.key === "ArrowDown") setAt(at >= last ? 0 : at + 1);
    else if (event.key === "ArrowUp") setAt(at <= 0 ? Math.max(0, last) : Math.min(at, last) - 1);
    else if (event.key === "Enter" && chosen) go(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Modal
      open
      title="查找"
      footer={null}
      width={640}
      style={{ top: 64 }}
      // Escape is told apart from that of an input method above.
      keyboard={false}
      onCancel={onClose}
      afterOpenChange={(open) => open && input.current?.focus()}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and of the button beside it */}
      <div onKeyDown={onKeyDown}>
        <input
          {...text}
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
          autoFocus
          className={styles.input}
          type="text"
          role="combobox"
          aria-label="查找页面、编号或名称"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? optionId(chosen) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          placeholder="输入页面、编号或名称"
        />
        <p className={styles.status} role="status">
          {statusText(hits.length, searching, typed, phone)}
        </p>
        <div className={styles.list} id={`${id}-list`} role="listbox" aria-label="查找结果">
          {groups.map((group) => (
            <HitGroup key={group.heading} group={group} chosen={chosen} idOf={optionId} onChoose={go} />
          ))}
        </div>
        {failed && <p className={styles.note}>部分内容没有查到，请稍后再试。</p>}
        {partial.length > 0 && (
          <p className={styles.note}>只查找了{partial.join("、")}，更早的请到列表中查看。</p>
        )}
      </div>
    </Modal>
  );
}

function statusText(count: number, searching: boolean, typed: string, phone: boolean): string {
  if (searching) return "正在查找…";
  if (count > 0) {
    const found = typed.trim() ? `找到 ${count} 项，` : "";
    return `${found}${phone ? "点一项前往" : "按上下键选择，回车前往"}`;
  }
  return typed.trim().length < SHORTEST ? "请再输入一个字" : "没有找到，请换个说法，或输入完整的编号";
}

type GroupProps = {
  group: Group;
  chosen: Hit | undefined;
  idOf: (hit: Hit) => string;
  onChoose: (hit: Hit) => void;
};

function HitGroup({ group, chosen, idOf, onChoose }: GroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a listbox
    <div role="group" aria-labelledby={id}>
      <p className={styles.heading} id={id} role="presentation">
        {group.heading}
      </p>
      {group.hits.map((hit) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at the chosen one
        <div
          key={hit.id}
          id={idOf(hit)}
          className={hit === chosen ? `${styles.hit} ${styles.chosen}` : styles.hit}
          role="option"
          aria-selected={hit === chosen}
          onClick={() => onChoose(hit)}
        >
          <span className={styles.label}>{hit.label}</span>
          {hit.note && <span className={styles.quiet}>{hit.note}</span>}
        </div>
      ))}
    </div>
  );
}
