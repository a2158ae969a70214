/** The value of a parameter, and in its place the field that changes it: Enter saves, Escape leaves it as it was. */
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { refresh } from "@/api/queries";
import type { Schema } from "@/api/types";
import { WholeInput } from "@/ui/ScaledInput";
import { useToast } from "@/ui/Toast";
import { isChanged } from "./groups";
import styles from "./parameters.module.css";
import { parametersQuery } from "./queries";

type Props = {
  parameter: Schema<"ParameterView">;
  /** What is typed; nothing while it is not being changed. */
  draft: number | null | undefined;
  onDraft: (value: number | null | undefined) => void;
};

export function ParameterValue({ parameter, draft, onDraft }: Props) {
  const { text, unit, value } = parameter;
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(draft);
  // Whoever has changed it goes on where it began.
  useEffect(() => {
    if (was.current !== undefined && draft === undefined) button.current?.focus();
    was.current = draft;
  }, [draft]);
  if (draft !== undefined) return <Editor parameter={parameter} draft={draft} onDraft={onDraft} />;
  return (
    <span className={styles.value}>
      <span>
        <strong className="num">{value}</strong> {unit}
      </span>
      {isChanged(parameter) && <span className={styles.changed}>已调整</span>}
      <Button ref={button} size="small" aria-label={`修改：${text}`} onClick={() => onDraft(value)}>
        修改
      </Button>
    </span>
  );
}

function Editor({ parameter, draft, onDraft }: Props) {
  const { key, text, unit, min, max, value } = parameter;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useIntent(
    (next: number) =>
      unwrap(api.PUT("/operator/parameters/{key}", { params: { path: { key } }, body: { value: next } })),
    {
      onSuccess: (all) => {
        queryClient.setQueryData(parametersQuery.queryKey, all);
        void refresh(queryClient, ["settings"]);
        toast(`“${text}”已保存，对之后发生的业务生效`);
        onDraft(undefined);
      },
    },
  );
  useEffect(() => {
    box.current?.querySelector("input")?.select();
  }, []);
  const fits = typeof draft === "number" && draft >= min && draft <= max;
  const said = save.error ? (save.error.errors[0]?.message ?? save.error.detail) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fits) box.current?.querySelector("input")?.focus();
    else if (draft === value) onDraft(undefined);
    else save.mutate(draft);
  };
  return (
    <form
      ref={box}
      className={styles.editor}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onDraft(undefined);
      }}
    >
      <WholeInput
        unit={unit}
        digits={String(max).length}
        value={draft}
        onChange={(next) => onDraft(next)}
        aria-label={`${text}（${unit}）`}
        aria-describedby={`${id}-range`}
        aria-invalid={!fits}
      />
      <span className={styles.editorButtons}>
        <Button type="primary" size="small" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
        <Button size="small" onClick={() => onDraft(undefined)}>
          取消
        </Button>
      </span>
      <span id={`${id}-range`} role="status" className={fits && !said ? styles.range : styles.wrong}>
        {said ?? `可设为 ${min} 至 ${max}`}
      </span>
    </form>
  );
}
