/** The account behind one button; what it opens loads then, and closes with Escape and on a click elsewhere. */
import { useId } from "react";
import type { Schema } from "@/api/types";
import { useDisclosure } from "@/lib/useDisclosure";
import { Icon } from "@/ui/Icon";
import { lazyPart } from "@/ui/lazyPart";

const AccountPanel = lazyPart(() => import("./AccountPanel").then((m) => m.AccountPanel));

export function AccountMenu({ security, me }: { security: string; me: Schema<"Me"> }) {
  const { open, setOpen, box, button } = useDisclosure();
  const id = useId();
  return (
    <div className="account-menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="tool-link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="user" />
        <span className="tool-text">{me.name}</span>
        <span className="visually-hidden">账号菜单</span>
      </button>
      <div id={id} className="account-panel" hidden={!open}>
        {open && <AccountPanel security={security} me={me} onClose={() => setOpen(false)} />}
      </div>
    </div>
  );
}
