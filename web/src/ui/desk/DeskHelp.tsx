/** What the keys of the desk do, and the switch that turns them off. */
import { Checkbox, Modal } from "antd";
import styles from "./desk.module.css";
import { type Command, KEYS } from "./keys";
import { useSingleKeys } from "./useDeskKeys";

const WORDS: Record<Command, string> = {
  next: "下一件",
  previous: "上一件",
  approve: "通过，办结后打开下一件",
  return: "退回补正（没有退回的事项除外）",
  refuse: "不予通过",
  claim: "领取，或放弃领取",
  help: "显示本说明",
};

const IN_DIALOGS: readonly (readonly [string, string])[] = [
  ["1–9", "选用对应的常用意见，选用后可以修改"],
  ["Enter", "确认（没有要填写的内容时）"],
  ["Ctrl Enter", "提交填写的内容"],
  ["Esc", "取消"],
];

export function DeskHelp({ onClose }: { onClose: () => void }) {
  const [on, set] = useSingleKeys();
  return (
    <Modal open title="键盘快捷键" footer={null} width={480} onCancel={onClose}>
      <h3 className={styles.helpHeading}>在队列和审核页面</h3>
      <Keys
        rows={(Object.keys(KEYS) as Command[]).map((command) => [
          KEYS[command].toUpperCase(),
          WORDS[command],
        ])}
      />
      <h3 className={styles.helpHeading}>在办理窗口中</h3>
      <Keys rows={IN_DIALOGS} />
      <p className={styles.helpNote}>正在输入文字或使用输入法时，字母键照常输入。</p>
      <Checkbox checked={on} onChange={(event) => set(event.target.checked)}>
        启用字母快捷键（仅对本设备有效）
      </Checkbox>
    </Modal>
  );
}

function Keys({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.keys}>
      {rows.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd className="action-key">{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
