/** What an institution reads until it is certified. */

export function NotCertified() {
  return (
    <p className="notice tone-warn">
      贵机构尚未通过平台认证。平台核对许可和经办人信息后完成认证；认证前只能查看需求的汇总数量，认证后可查看脱敏需求并抢单。
    </p>
  );
}
