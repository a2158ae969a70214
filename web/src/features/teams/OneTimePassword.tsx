/** A one-time password, shown this once; the primary account passes it on. */
import { Button, Modal } from "antd";
import { useToast } from "@/ui/Toast";
import styles from "./teams.module.css";

type Props = { login: string; password: string; onClose: () => void };

export function OneTimePassword({ login, password, onClose }: Props) {
  const toast = useToast();
  // Not every browser lets a page write to the clipboard; the text can still be selected.
  const copy = () =>
    navigator.clipboard
      ?.writeText(`登录名 ${login}，一次性密码 ${password}`)
      .then(() => toast("已复制"))
      .catch(() => toast("浏览器不允许复制，请手工选取"));
  return (
    <Modal
      open
      title="请转告本人"
      closable={false}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" onClick={copy}>
          复制
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          我已记下
        </Button>,
      ]}
    >
      <p>关闭后不再显示。本人首次登录时须设置自己的密码；7 天内未登录即失效，可以重新发放。</p>
      <dl className={styles.oneTime}>
        <div>
          <dt>登录名</dt>
          <dd className="mono">{login}</dd>
        </div>
        <div>
          <dt>一次性密码</dt>
          <dd className="mono">{password}</dd>
        </div>
      </dl>
    </Modal>
  );
}
