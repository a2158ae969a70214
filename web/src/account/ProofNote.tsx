/** Shown while the page works for a further proof. */
export function ProofNote({ working }: { working: boolean }) {
  return (
    <p role="status" className={working ? "proof-note notice tone-info" : undefined}>
      {working && "近期尝试次数较多，正在自动完成安全验证，通常只需几秒，请稍候…"}
    </p>
  );
}
