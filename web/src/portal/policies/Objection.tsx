/** What somebody has against an application that is public: asked for where it stands, after the login. */
import { type FormEvent, useId, useState } from "react";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ObjectionIn } from "@/api/limits.gen";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { loginWithNext, paths } from "@/app/paths";
import styles from "./policy.module.css";

const LEAST = 10;
const MAY = ["enterprise", "institution", "agency"];

export function Objection({ item }: { item: Schema<"PublicApplication"> }) {
  const session = useSession();
  const me = session.data?.me;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const id = useId();
  // Its publicity stands still from then on: read anew, the list would take the answer away with the entry.
  const object = useIntent((words: string, headers) =>
    unwrap(
      api.POST("/publicity/{id}/objections", {
        params: { path: { id: item.id } },
        body: { text: words },
        headers,
      }),
    ),
  );
  if (session.isPending || (me && !MAY.includes(me.role))) return null;
  if (!me) return <Link to={loginWithNext(paths.publicity)}>登录后提出异议</Link>;
  if (object.isSuccess) return <p role="status">异议已提交，部门核实后在进展中答复。</p>;
  if (!open)
    return (
      <button
        type="button"
        className="plain-button"
        onClick={() => setOpen(true)}
        aria-label={`对${item.enterprise}提出异议`}
      >
        提出异议
      </button>
    );
  const length = [...text.trim()].length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (length >= LEAST && !object.isPending) object.mutate(text.trim());
  };
  return (
    <form className={styles.objection} onSubmit={submit}>
      <label htmlFor={id}>异议的内容和依据（至少 {LEAST} 个字）</label>
      <textarea
        id={id}
        rows={4}
        maxLength={ObjectionIn.text.max}
        value={text}
        // Whoever has opened it wants to write.
        // biome-ignore lint/a11y/noAutofocus: it was opened by a press of its button.
        autoFocus
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-note`} className="calculator-note">
        已写 {length} 个字。部门能看到是谁提出的，公示页不显示。
      </p>
      {object.error && (
        <p className="notice tone-err" role="alert">
          {object.error.errors[0]?.message ?? object.error.detail}
        </p>
      )}
      <div className={styles.objectionButtons}>
        <button type="submit" className="portal-button" disabled={length < LEAST || object.isPending}>
          提交异议
        </button>
        <button type="button" className="plain-button" onClick={() => setOpen(false)}>
          取消
        </button>
      </div>
    </form>
  );
}
