/** 消息设置: of each subject, whether its messages come one by one, once a day, or quietly. */
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useId } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { MESSAGE_TOPIC, MESSAGE_WAY } from "@/labels/messages";
import { NativeSelect } from "@/ui/NativeSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import styles from "./messages.module.css";
import { topicsQuery } from "./topicsQuery";

export function MessageSettings({ onClose }: { onClose: () => void }) {
  const query = useQuery(topicsQuery);
  const toast = useToast();
  const set = useIntent(
    (body: Schema<"WayIn">, headers) => unwrap(api.PUT("/messages/topics", { headers, body })),
    { changes: "messages", onSuccess: () => toast("已保存，从新的消息起生效") },
  );
  return (
    <Modal open title="消息设置" footer={null} width={520} onCancel={onClose}>
      <p className="card-note">
        每日汇总：新消息先不提醒，下一个工作日上午用一条消息说明有多少条。不提醒：只保留在列表中。
      </p>
      <ProblemAlert problem={set.error} />
      <Loaded query={query} rows={8}>
        {(topics) => (
          <ul className={styles.settings}>
            {topics.map(({ topic, way }) => (
              <Setting key={topic} topic={topic} way={way} onChange={(way) => set.mutate({ topic, way })} />
            ))}
          </ul>
        )}
      </Loaded>
    </Modal>
  );
}

type SettingProps = Schema<"WayIn"> & { onChange: (way: Schema<"MessageWay">) => void };

function Setting({ topic, way, onChange }: SettingProps) {
  const id = useId();
  return (
    <li>
      <label htmlFor={id}>{MESSAGE_TOPIC[topic]}</label>
      <NativeSelect
        id={id}
        options={options(MESSAGE_WAY)}
        value={way}
        onChange={(next?: Schema<"MessageWay">) => next && onChange(next)}
      />
    </li>
  );
}
