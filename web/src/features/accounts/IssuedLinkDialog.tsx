/** A link that works once, shown this once; the operator hands it over. */
import { Button, Modal } from "antd";
import type { Schema } from "@/api/types";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";
import styles from "./links.module.css";

type Props = { link: Schema<"IssuedLink">; what: string; onClose: () => void };

export function IssuedLinkDialog({ link, what, onClose }: Props) {
  const toast = useToast();
  // Not every browser lets a page write to the clipboard; the text can still be selected.
  const copy = () =>
    navigator.clipboard
      ?.writeText(link.url)
      .then(() => toast("已复制"))
      .catch(() => toast("浏览器不允许复制，请手工选取"));
  return (
    <Modal
      open
      title="请将链接转交本人"
      closable={false}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" onClick={copy}>
          复制链接
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          我已转交
        </Button>,
      ]}
    >
      <p>
        {what}，<DateText value={link.expires_at} mode="time" />{" "}
        前有效，只能使用一次，关闭后不再显示。请先核实本人身份，再通过可靠方式转交。
      </p>
      <p className={`${styles.issuedLink} mono`}>{link.url}</p>
    </Modal>
  );
}
