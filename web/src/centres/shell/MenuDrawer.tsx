/** The full menu on phones (loaded when first opened). */
import { Drawer } from "antd";
import type { ReactNode } from "react";

type Props = { title: string; onClose: () => void; children: ReactNode };

export function MenuDrawer({ title, onClose, children }: Props) {
  return (
    <Drawer
      open
      placement="left"
      size={280}
      title={title}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      {children}
    </Drawer>
  );
}
