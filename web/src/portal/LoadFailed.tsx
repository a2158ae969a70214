/** A part of a public page could not be loaded. */

export function LoadFailed({ onRetry }: { onRetry: () => unknown }) {
  return (
    <div className="load-failed" role="alert">
      <p>数据暂时没能加载成功。</p>
      <button type="button" className="plain-button" onClick={() => onRetry()}>
        重新加载
      </button>
    </div>
  );
}
