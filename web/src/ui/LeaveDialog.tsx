/**
 * The question of the unsaved-changes guards: of a page, and of a dialog that Esc would close. It begins on the button that loses
 * nothing (it has no ✕ before it), and who stays goes on where the question came from.
 */
import { Modal } from "antd";
import { useState } from "react";
import { keepFocus } from "@/lib/keepFocus";

const WORDS = {
  page: {
    title: "离开本页？",
    leave: "离开",
    stay: "留在本页",
    text: "您填写的内容还没有提交，离开后未保存的部分会丢失。",
  },
  dialog: {
    title: "放弃填写的内容？",
    leave: "放弃",
    stay: "继续填写",
    text: "您填写的内容还没有提交，关闭后会丢失。",
  },
};

type Props = { of: keyof typeof WORDS; onLeave: () => void; onStay: () => void };

export function LeaveDialog({ of, onLeave, onStay }: Props) {
  const { title, leave, stay, text } = WORDS[of];
  const [began] = useState(() => document.activeElement);
  return (
    <Modal
      open
      title={title}
      okText={leave}
      cancelText={stay}
      okButtonProps={{ danger: true }}
      onOk={onLeave}
      closable={false}
      onCancel={() => {
        keepFocus(began);
        onStay();
      }}
    >
      {text}
    </Modal>
  );
}
