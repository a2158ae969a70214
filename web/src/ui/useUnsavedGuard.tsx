/** Asks before unsaved input is thrown away: inside the app with a dialog, on closing the tab with the browser's own question. */
import { Modal } from "antd";
import { useEffect } from "react";
import { useBlocker } from "react-router";

/** Returns the dialog; render it anywhere in the page. Set `dirty` false (in state) before navigating after a save. */
export function useUnsavedGuard(dirty: boolean) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  return (
    <Modal
      open={blocker.state === "blocked"}
      title="离开本页？"
      okText="离开"
      cancelText="留在本页"
      okButtonProps={{ danger: true }}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      您填写的内容还没有提交，离开后未保存的部分会丢失。
    </Modal>
  );
}
