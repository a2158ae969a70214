/** Accessibility statement. */
import { useSite } from "@/api/settings";
import { useTitle } from "@/lib/useTitle";

export function AccessibilityPage() {
  useTitle("无障碍声明");
  const site = useSite();
  return (
    <article className="portal-width portal-article">
      <h1>无障碍声明</h1>
      <p>{site.name || "本平台"}希望每一位用户都能独立办理业务，按照 WCAG 2.2 AA 级要求设计和检查页面。</p>
      <h2>我们做了什么</h2>
      <ul>
        <li>所有功能都可以只用键盘完成，当前焦点清晰可见；每页开头可以直接跳到主要内容。</li>
        <li>表单的每一项都有文字标签，错误提示写明原因，并会被读屏软件播报。</li>
        <li>文字与背景的对比度不低于 4.5:1；状态同时用文字表示，不只依靠颜色。</li>
        <li>页面右上角可切换大字版，也可以用浏览器放大到 400% 使用。</li>
        <li>手机上按钮和链接的点按区域不小于 44 像素；系统设置减少动态效果时，页面不播放动画。</li>
      </ul>
      <h2>遇到困难时</h2>
      <p>如果某个页面不便使用，请联系{site.contact}，工作人员可以协助您办理，并记录问题加以改进。</p>
    </article>
  );
}
