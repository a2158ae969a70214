/** What antd's components say by themselves, in Chinese: only of those that are used, since every page loads it. */
import type { ConfigProviderProps } from "antd";

const WRONG = "$" + "{label}格式不正确";
const LABEL = "$" + "{label}";
const MIN = "$" + "{min}";
const MAX = "$" + "{max}";
const LEN = "$" + "{len}";

export const antdWords: NonNullable<ConfigProviderProps["locale"]> = {
  locale: "zh-cn",
  global: { placeholder: "请选择", close: "关闭", show: "显示", hide: "隐藏" },
  Modal: { okText: "确定", cancelText: "取消", justOkText: "知道了" },
  Empty: { description: "暂无数据" },
  Upload: { uploading: "上传中", removeFile: "删除文件", uploadError: "上传失败" },
  QRCode: { expired: "二维码已过期", refresh: "点击刷新", scanned: "已扫描" },
  Form: {
    optional: "（可选）",
    defaultValidateMessages: {
      default: WRONG,
      required: `请输入${LABEL}`,
      whitespace: `${LABEL}不能只有空格`,
      types: {
        string: WRONG,
        number: WRONG,
        integer: WRONG,
        array: WRONG,
        email: WRONG,
        url: WRONG,
        date: WRONG,
      },
      string: {
        len: `${LABEL}须为${LEN}个字符`,
        min: `${LABEL}最少${MIN}个字符`,
        max: `${LABEL}最多${MAX}个字符`,
        range: `${LABEL}须在${MIN}-${MAX}字符之间`,
      },
      number: {
        len: `${LABEL}必须等于${LEN}`,
        min: `${LABEL}最小值为${MIN}`,
        max: `${LABEL}最大值为${MAX}`,
        range: `${LABEL}须在${MIN}-${MAX}之间`,
      },
      array: {
        len: `须为${LEN}个${LABEL}`,
        min: `最少${MIN}个${LABEL}`,
        max: `最多${MAX}个${LABEL}`,
        range: `${LABEL}数量须在${MIN}-${MAX}之间`,
      },
      pattern: { mismatch: WRONG },
    },
  },
};
