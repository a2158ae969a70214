/** A view gets its name; and all of them can be renamed and deleted. Nothing of it goes to the server. */
import { Button, Form, Modal } from "antd";
import Input from "antd/es/input/Input";
import { useRef } from "react";
import { nameProblem, renamed, type SavedView, withoutView, withView } from "@/lib/savedViews";
import { FilledModal } from "./FilledModal";
import styles from "./savedViews.module.css";

/** A name stands on a button. */
const LONGEST = 20;

type Views = readonly SavedView[];

const named = (views: Views, own?: string) => ({
  validator: async (_rule: unknown, value: string | undefined) => {
    const problem = nameProblem(views, value ?? "", own);
    if (problem) throw new Error(problem);
  },
});

type SaveProps = { views: Views; search: string; onSave: (views: Views) => void; onClose: () => void };

export function SaveViewDialog({ views, search, onSave, onClose }: SaveProps) {
  const [form] = Form.useForm<{ name: string }>();
  return (
    <FilledModal
      form={form}
      title="保存为常用视图"
      okText="保存"
      cancelText="取消"
      onOk={() => form.submit()}
      onClose={onClose}
      afterOpenChange={(open) => open && form.focusField("name")}
    >
      <p className="dialog-text">
        保存当前的筛选条件和排序，下次点名称即可使用。只保存在本浏览器，其他人看不到。
      </p>
      <Form form={form} layout="vertical" onFinish={({ name }) => onSave(withView(views, name, search))}>
        <Form.Item name="name" label="名称" rules={[named(views)]} required>
          <Input maxLength={LONGEST} placeholder="例如：待审核的金融机构" />
        </Form.Item>
      </Form>
    </FilledModal>
  );
}

type ManageProps = { views: Views; onChange: (views: Views) => void; onClose: () => void };

export function ManageViewsDialog({ views, onChange, onClose }: ManageProps) {
  const list = useRef<HTMLUListElement>(null);
  const remove = (name: string) => {
    onChange(withoutView(views, name));
    if (views.length === 1) return onClose();
    // The button that was pressed goes with its view.
    requestAnimationFrame(() => list.current?.querySelector("input")?.focus());
  };
  return (
    <Modal open title="管理常用视图" footer={null} onCancel={onClose}>
      <ul className={styles.managed} ref={list}>
        {views.map((view) => (
          // No two of them show the same; the name may change here.
          <ManagedView
            key={view.search}
            name={view.name}
            views={views}
            onRename={(to) => onChange(renamed(views, view.name, to))}
            onRemove={() => remove(view.name)}
          />
        ))}
      </ul>
    </Modal>
  );
}

type ManagedProps = { name: string; views: Views; onRename: (to: string) => void; onRemove: () => void };

function ManagedView({ name, views, onRename, onRemove }: ManagedProps) {
  const [form] = Form.useForm<{ name: string }>();
  return (
    <li>
      <Form form={form} initialValues={{ name }} onFinish={(values) => onRename(values.name)}>
        <Form.Item name="name" rules={[named(views, name)]}>
          <Input aria-label={`视图“${name}”的名称`} maxLength={LONGEST} />
        </Form.Item>
      </Form>
      <Button aria-label={`改名：${name}`} onClick={() => form.submit()}>
        改名
      </Button>
      <Button danger aria-label={`删除：${name}`} onClick={onRemove}>
        删除
      </Button>
    </li>
  );
}
