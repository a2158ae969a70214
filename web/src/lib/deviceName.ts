/** A readable name from the browser's own description. */
export function deviceName(agent: string): string {
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0] ?? "";
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? "";
  const systems: Record<string, string> = {
    "Mac OS X": "macOS",
    Android: "安卓",
    iPhone: "iPhone",
    iPad: "iPad",
  };
  const browsers: Record<string, string> = { MicroMessenger: "微信", Edg: "Edge", Firefox: "火狐" };
  const names = [systems[system] ?? system, browsers[browser] ?? browser].filter(Boolean);
  return names.length > 0 ? names.join(" · ") : "未知设备";
}
