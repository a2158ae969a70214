/**
 * 申报表单 as a control of a form: blocks in their order, each with its settings, what is wrong with them, and the form as a firm
 * will see it. Everything works by keyboard, and what has been done is said.
 */
import { Button } from "antd";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { faultsOf, partsOf } from "@/lib/forms/faults";
import type { FieldOf, InputKind } from "@/lib/forms/kinds";
import { type Block, type Form, MOST_BLOCKS } from "@/lib/forms/model";
import { calledText, INPUT_TEXT } from "@/lib/forms/words";
import { inserted, moved, useRowKeys, without } from "@/lib/useRowKeys";
import { BlockRow } from "./BlockRow";
import { BlockSettings } from "./BlockSettings";
import { added, BLOCK_KINDS, duplicated } from "./blocks";
import styles from "./builder.module.css";
import { FormPreview } from "./FormPreview";

type Props = {
  id?: string;
  value?: Form | null;
  fields: readonly FieldOf[];
  onChange?: (form: Form | null) => void;
};

const NOTHING: Form = { blocks: [] };

export function FormBuilder({ id, value, fields, onChange }: Props) {
  const form = value ?? NOTHING;
  const { blocks } = form;
  const own = useId();
  const rows = useRowKeys(blocks.length);
  const [open, setOpen] = useState<number | null>(null);
  const [preview, setPreview] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const [gone, setGone] = useState<{ block: Block; at: number } | null>(null);
  const [said, setSaid] = useState("");
  const faults = useMemo(() => (blocks.length > 0 ? faultsOf({ blocks }, fields) : []), [blocks, fields]);
  const parts = partsOf(form);
  const full = parts >= MOST_BLOCKS;
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const headOf = (key: number | undefined) => `${own}head${key}`;
  const labelOf = (key: number | undefined) => `${own}label${key}`;
  const change = (next: Form) => onChange?.(next.blocks.length > 0 ? next : null);

  const add = (kind: InputKind) => {
    const opened = rows.keys.indexOf(open ?? -1);
    const at = opened < 0 ? blocks.length : opened + 1;
    rows.insert(at);
    setOpen(rows.keyAt(at));
    wanted.current = labelOf(rows.keyAt(at));
    setSaid(`已添加${INPUT_TEXT[kind]}，为第 ${at + 1} 项`);
    change(added(form, kind, at));
  };
  const move = (from: number, to: number) => {
    const block = blocks[from];
    if (!block || to < 0 || to >= blocks.length || to === from) return;
    wanted.current = headOf(rows.keys[from]);
    rows.move(from, to);
    setSaid(`“${calledText(block)}”已移到第 ${to + 1} 项，共 ${blocks.length} 项`);
    change({ blocks: moved(blocks, from, to) });
  };
  const duplicate = (at: number) => {
    rows.insert(at + 1);
    wanted.current = headOf(rows.keyAt(at + 1));
    setSaid(`已复制为第 ${at + 2} 项`);
    change(duplicated(form, at));
  };
  const remove = (at: number) => {
    const block = blocks[at];
    if (!block) return;
    rows.remove(at);
    setGone({ block, at });
    wanted.current = `${own}undo`;
    setSaid(`已删除“${calledText(block)}”`);
    change({ blocks: without(blocks, at) });
  };
  const restore = () => {
    if (!gone) return;
    rows.insert(gone.at);
    wanted.current = headOf(rows.keyAt(gone.at));
    setSaid(`已恢复“${calledText(gone.block)}”`);
    setGone(null);
    change({ blocks: inserted(blocks, gone.at, gone.block) });
  };

  return (
    <div id={id} tabIndex={-1} className={styles.builder}>
      <div className={styles.bar}>
        <div className={styles.buttons}>
          <Button aria-pressed={!preview} onClick={() => setPreview(false)}>
            编辑
          </Button>
          <Button aria-pressed={preview} disabled={blocks.length === 0} onClick={() => setPreview(true)}>
            预览
          </Button>
        </div>
        <span className="card-note num">
          已用 {parts} / {MOST_BLOCKS} 项（含表格的列）
        </span>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {preview && blocks.length > 0 ? (
        <FormPreview form={form} />
      ) : (
        <>
          {blocks.length === 0 && (
            <p className="notice tone-info">
              还没有内容。从下面选择要企业填写的内容；只需要提交材料的事项可以不设表单。
            </p>
          )}
          {blocks.length > 1 && <p className="card-note">拖动、用箭头按钮，或按 Alt 加 ↑、↓ 调整顺序。</p>}
          {faults
            .filter(({ path }) => path === "/blocks")
            .map(({ text }) => (
              <p key={text} className="notice tone-err">
                {text}
              </p>
            ))}
          <ol className={styles.blocks}>
            {blocks.map((block, at) => {
              const key = rows.keys[at];
              const mine = faults.filter(({ path }) => path.startsWith(`/blocks/${at}/`));
              return (
                <BlockRow
                  key={key}
                  block={block}
                  at={at}
                  count={blocks.length}
                  faults={mine.length}
                  open={open === key}
                  takes={dragged !== null && dragged !== at}
                  headId={headOf(key)}
                  onToggle={() => setOpen(open === key ? null : (key ?? null))}
                  onMove={(to) => move(at, to)}
                  onDuplicate={() => duplicate(at)}
                  onDelete={() => remove(at)}
                  onDrag={(started) => setDragged(started ? at : null)}
                  onDrop={() => {
                    if (dragged !== null) move(dragged, at);
                    setDragged(null);
                  }}
                >
                  <BlockSettings
                    form={form}
                    at={at}
                    block={block}
                    fields={fields}
                    faults={mine}
                    labelId={labelOf(key)}
                    onChange={change}
                  />
                </BlockRow>
              );
            })}
          </ol>
          {gone && (
            <p className={`notice tone-warn ${styles.gone}`}>
              已删除“{calledText(gone.block)}”。
              <Button id={`${own}undo`} onClick={restore}>
                撤销删除
              </Button>
            </p>
          )}
          <fieldset className={styles.palette}>
            <legend>添加内容{open === null ? "" : "（加在展开的一项之后）"}</legend>
            {BLOCK_KINDS.map((kind) => (
              <Button key={kind} disabled={full} onClick={() => add(kind)}>
                {INPUT_TEXT[kind]}
              </Button>
            ))}
            {full && <span className="card-note">已达 {MOST_BLOCKS} 项，不能再添加</span>}
          </fieldset>
        </>
      )}
    </div>
  );
}
