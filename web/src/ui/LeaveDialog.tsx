/** The question of the unsaved-changes guard. */
import { Modal } from "antd";

export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  return (
    <Modal
      open
      title="离开本页？"
      okText="离开"
      cancelText="留在本页"
      okButtonProps={{ danger: true }}
      onOk={onLeave}
      onCancel={onStay}
    >
      您填写的内容还没有提交，离开后未保存的部分会丢失。
    </Modal>
  );
}
