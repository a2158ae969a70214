/** A one-time password, shown this once; the primary account passes it on. */
import { Button, Modal } from "antd";
import type { Schema } from "@/api/types";
import { useToast } from "@/ui/Toast";
import styles from "./teams.module.css";

type Props = {
  login: string;
  password: string;
  /** The second factor of an account whose role never gets in without one. */
  authenticator?: Schema<"FirstAuthenticator"> | null;
  onClose: () => void;
};

export function OneTimePassword({ login, password, authenticator, onClose }: Props) {
  const toast = useToast();
  // Not every browser lets a page write to the clipboard; the text can still be selected.
  const copy = () =>
    navigator.clipboard
      ?.writeText(
        [
          `登录名 ${login}，一次性密码 ${password}`,
          ...(authenticator
            ? [`动态验证码密钥 ${authenticator.key}`, `备用码 ${authenticator.recovery_codes.join(" ")}`]
            : []),
        ].join("\n"),
      )
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
      {authenticator && (
        <p>本人须在手机的动态验证码应用中添加下面的密钥，登录时填写验证码；备用码每个可用一次。</p>
      )}
      <dl className={styles.oneTime}>
        <div>
          <dt>登录名</dt>
          <dd className="mono">{login}</dd>
        </div>
        <div>
          <dt>一次性密码</dt>
          <dd className="mono">{password}</dd>
        </div>
        {authenticator && (
          <>
            <div>
              <dt>动态验证码密钥</dt>
              <dd className="mono">{authenticator.key}</dd>
            </div>
            <div>
              <dt>备用码</dt>
              <dd className="mono">{authenticator.recovery_codes.join(" ")}</dd>
            </div>
          </>
        )}
      </dl>
    </Modal>
  );
}
