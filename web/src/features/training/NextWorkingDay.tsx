/** 下一个工作日: the operator moves the time of a server for training on, and everybody's limits with it. */
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { refresh } from "@/api/queries";
import { useTrainingTime } from "@/api/settings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";

export function NextWorkingDay() {
  const toast = useToast();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (useTrainingTime().time === null) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        下一个工作日
      </Button>
      {asking && (
        <ConfirmDialog
          title="移到下一个工作日"
          okText="移到下一个工作日"
          write={(_, headers) => unwrap(api.POST("/operator/training/next-working-day", { headers }))}
          onDone={() => {
            // What else it changes is asked for once the page knows (useLive).
            void refresh(queryClient, ["settings"]);
            toast("平台时间已移到下一个工作日");
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          平台时间会移到下一个工作日上午，所有单位的办理时限、提醒和逾期随之发生，不能移回。登录状态和验证码不受影响。
        </ConfirmDialog>
      )}
    </>
  );
}
