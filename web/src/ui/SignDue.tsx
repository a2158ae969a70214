/** On a page that was open when a new agreement came into force: it is signed there, as what is typed would be lost elsewhere. */
import { useContext, useEffect, useState } from "react";
import { SigningContext } from "@/api/agreements";

/** Asks at once; whoever does not sign reads why nothing goes on, and may sign later. */
export function SignDue() {
  const sign = useContext(SigningContext);
  const [asking, setAsking] = useState(true);
  useEffect(() => {
    if (!asking) return;
    let shown = true;
    void sign("due")
      .catch(() => false)
      .then(() => shown && setAsking(false));
    return () => {
      shown = false;
    };
  }, [asking, sign]);
  if (asking) return null;
  return (
    <p className="notice tone-warn shell-notice" role="status">
      协议有了新版本，同意后才能继续办理。本页填写的内容都还在。{" "}
      <button type="button" className="plain-button" onClick={() => setAsking(true)}>
        阅读并同意
      </button>
    </p>
  );
}
