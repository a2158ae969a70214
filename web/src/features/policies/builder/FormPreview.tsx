/** A form as a firm will fill it in, to be tried out at the width of a screen and of a phone; nothing of it is kept. */
import { Button } from "antd";
import { useState } from "react";
import { todayIn } from "@/lib/dates";
import type { Form, Values } from "@/lib/forms/model";
import { now } from "@/lib/now";
import { useIsPhone } from "@/lib/useMedia";
import { FormFiller } from "@/ui/forms/FormFiller";
import styles from "./builder.module.css";

export function FormPreview({ form }: { form: Form }) {
  const phone = useIsPhone();
  const [narrow, setNarrow] = useState(false);
  const [values, setValues] = useState<Values>({});
  const [checks, setChecks] = useState(0);
  return (
    <div className={styles.preview}>
      <div className={styles.buttons}>
        {!phone && (
          <>
            <Button aria-pressed={!narrow} onClick={() => setNarrow(false)}>
              电脑
            </Button>
            <Button aria-pressed={narrow} onClick={() => setNarrow(true)}>
              手机
            </Button>
          </>
        )}
        <Button onClick={() => setChecks(checks + 1)}>试着提交</Button>
        <Button
          onClick={() => {
            setValues({});
            setChecks(0);
          }}
        >
          清空
        </Button>
      </div>
      <p className="card-note">可以试填，填写的内容不会保存。</p>
      <div className={narrow || phone ? `${styles.paper} ${styles.phone}` : styles.paper}>
        <FormFiller
          // A check that is asked for again leads to what is wrong again.
          key={checks}
          form={form}
          values={values}
          onChange={setValues}
          day={todayIn(now())}
          checked={checks > 0}
          narrow={narrow || phone}
          files={({ id, label, most }) => (
            <Button id={id} disabled aria-label={`选择文件：${label}`}>
              选择文件（预览时不上传，最多 {most} 个）
            </Button>
          )}
        />
      </div>
    </div>
  );
}
