/** Ctrl or ⌘ with Enter in a form of a dialog sends it, as in the fields of one line Enter does. */
import type { FormInstance } from "antd";
import type { KeyboardEvent } from "react";

export const sendKey =
  (form: Pick<FormInstance, "submit">, disabled = false) =>
  (event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey;
    if (!held || event.key !== "Enter" || event.repeat || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!disabled) form.submit();
  };
