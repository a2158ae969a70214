/**
 * The window of a dialog with a form: Esc asks before it throws away what was typed; what its buttons do they say themselves. The
 * question comes with it: loaded later it would be drawn twice at first, and the one thrown away would keep Esc for itself.
 */
import { type FormInstance, Modal, type ModalProps } from "antd";
import { useRef, useState } from "react";
import { LeaveDialog } from "./LeaveDialog";
import { useSendKey } from "./useSendKey";

type Props<T> = Omit<ModalProps, "open" | "onCancel"> & { form: FormInstance<T>; onClose: () => void };

export function FilledModal<T>({ form, onClose, children, ...rest }: Props<T>) {
  const [asking, setAsking] = useState(false);
  /** What was being filled in when the question came. */
  const began = useRef<Element | null>(null);
  const stay = () => {
    setAsking(false);
    void import("@/lib/keepFocus").then(({ keepFocus }) => keepFocus(began.current));
  };
  const inside = useRef<HTMLDivElement>(null);
  const ready = !rest.okButtonProps?.disabled && !rest.confirmLoading && !asking;
  useSendKey(inside, ready ? () => form.submit() : undefined);
  return (
    <Modal
      {...rest}
      open
      onCancel={({ type }) => {
        if (type.startsWith("key") && form.isFieldsTouched()) {
          began.current = document.activeElement;
          setAsking(true);
        } else onClose();
      }}
    >
      <div ref={inside}>{children}</div>
      {asking && <LeaveDialog of="dialog" onLeave={onClose} onStay={stay} />}
    </Modal>
  );
}
