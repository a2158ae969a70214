/** What can be chosen: names, each with a code that is made from it. Lines that are pasted become options. */
import { Button } from "antd";
import Input from "antd/es/input/Input";
import type { ClipboardEvent } from "react";
import { type Choice, MOST_OPTIONS } from "@/lib/forms/model";
import { moved, useRowKeys, without } from "@/lib/useRowKeys";
import { idFor } from "./blocks";
import styles from "./builder.module.css";

type Props = { options: readonly Choice[]; onChange: (options: Choice[]) => void };

export function OptionRows({ options, onChange }: Props) {
  const rows = useRowKeys(options.length);
  const codes = (but: number) => options.filter((_, at) => at !== but).map(({ code }) => code);
  const replace = (at: number, option: Choice) =>
    onChange(options.map((one, place) => (place === at ? option : one)));
  const name = (at: number, { code, name: before }: Choice, next: string) => {
    const taken = codes(at);
    const made = code === "" || code === idFor(before, "option", taken) || /^option_\d+$/.test(code);
    replace(at, { name: next, code: made ? idFor(next, "option", taken) : code });
  };
  const add = (names: readonly string[], from: readonly Choice[] = options) => {
    const next = [...from];
    for (const one of names.slice(0, MOST_OPTIONS - from.length)) {
      const taken = next.map(({ code }) => code);
      next.push({ name: one, code: idFor(one, "option", taken) });
    }
    onChange(next);
  };
  const paste = (at: number, event: ClipboardEvent) => {
    const lines = event.clipboardData.getData("text").split(/\r?\n/);
    const names = lines.map((line) => line.trim()).filter(Boolean);
    if (names.length < 2) return;
    event.preventDefault();
    const kept = options[at]?.name.trim() === "" ? without(options, at) : options;
    add(names, kept);
  };
  const move = (from: number, to: number) => {
    rows.move(from, to);
    onChange(moved(options, from, to));
  };
  return (
    <fieldset className={styles.rows}>
      <legend>选项（可以粘贴多行，每行一个）</legend>
      {options.map((option, at) => (
        <div key={rows.keys[at]} className={styles.option}>
          <Input
            aria-label={`选项 ${at + 1} 名称`}
            value={option.name}
            maxLength={100}
            onPaste={(event) => paste(at, event)}
            onChange={(event) => name(at, option, event.target.value)}
          />
          <Input
            aria-label={`选项 ${at + 1} 编码`}
            value={option.code}
            maxLength={60}
            onChange={(event) => replace(at, { ...option, code: event.target.value })}
          />
          <Button aria-label={`上移选项 ${at + 1}`} disabled={at === 0} onClick={() => move(at, at - 1)}>
            ↑
          </Button>
          <Button
            aria-label={`删除选项 ${at + 1}`}
            onClick={() => {
              rows.remove(at);
              onChange(without(options, at));
            }}
          >
            删除
          </Button>
        </div>
      ))}
      <div>
        <Button
          type="dashed"
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => add([`选项 ${options.length + 1}`])}
        >
          添加选项
        </Button>
      </div>
    </fieldset>
  );
}
