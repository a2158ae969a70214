/** What to bring, how it goes, whom to ask, and what is often asked. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { PolicyContact, PolicyContent, PolicyMaterial, PolicyQuestion, PolicyStage } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { MATERIAL_SOURCE } from "@/labels/policies";
import { lazyPart, Room } from "@/ui/lazyPart";
import { NativeSelect } from "@/ui/NativeSelect";
import { WholeInput } from "@/ui/ScaledInput";
import { ConflictsField } from "./ConflictsField";
import { Rows } from "./Rows";

const UploadField = lazyPart(() => import("@/ui/UploadField").then((m) => m.UploadField), <Room rem={5} />);

const needed = (message: string) => ({ required: true, whitespace: true, message });

type Props = {
  /** The item itself, which conflicts with nothing. */
  own: string | undefined;
  /** Files that it has already. */
  files: Schema<"FileInfo">[] | undefined;
};

export function ProcessStep({ own, files }: Props) {
  return (
    <>
      <div className="form-grid">
        <Form.Item name="publicity_days" label="公示天数（不公示则不填）">
          <WholeInput unit="个工作日" />
        </Form.Item>
        <Form.Item name="conflicts" label="不重复享受（选填）">
          <ConflictsField own={own} />
        </Form.Item>
      </div>
      <Rows
        name="materials"
        legend="申报材料（没有则不填）"
        one="材料"
        most={PolicyContent.materials.max}
        fresh={{ name: "", source: "upload", required: true }}
      >
        {(at) => (
          <div className="form-grid">
            <Form.Item name={[at, "name"]} label="材料名称" rules={[needed("请填写材料名称")]}>
              <Input maxLength={PolicyMaterial.name.max} />
            </Form.Item>
            <Form.Item name={[at, "source"]} label="来源">
              <NativeSelect options={options(MATERIAL_SOURCE)} />
            </Form.Item>
            <Form.Item name={[at, "required"]} valuePropName="checked">
              <Checkbox>必须提供</Checkbox>
            </Form.Item>
          </div>
        )}
      </Rows>
      <Rows
        name="steps"
        legend="办理环节"
        one="环节"
        most={PolicyContent.steps.max}
        fresh={{ name: "", days: null }}
      >
        {(at) => (
          <div className="form-grid">
            <Form.Item name={[at, "name"]} label="环节名称" rules={[needed("请填写环节名称")]}>
              <Input maxLength={PolicyStage.name.max} placeholder="例如 受理" />
            </Form.Item>
            <Form.Item
              name={[at, "days"]}
              label="办理时限"
              rules={[{ required: true, message: "请填写办理时限" }]}
            >
              <WholeInput unit="个工作日" />
            </Form.Item>
          </div>
        )}
      </Rows>
      <Rows
        name="contacts"
        legend="咨询联系方式"
        one="联系人"
        most={PolicyContent.contacts.max}
        fresh={{ name: "", phone: "", place: "" }}
      >
        {(at) => (
          <div className="form-grid">
            <Form.Item name={[at, "name"]} label="联系人或科室" rules={[needed("请填写联系人或科室")]}>
              <Input maxLength={PolicyContact.name.max} />
            </Form.Item>
            <Form.Item name={[at, "phone"]} label="电话" rules={[needed("请填写电话")]}>
              <Input maxLength={PolicyContact.phone.max} inputMode="tel" />
            </Form.Item>
            <Form.Item name={[at, "place"]} label="受理地址（选填）">
              <Input maxLength={PolicyContact.place.max} />
            </Form.Item>
          </div>
        )}
      </Rows>
      <Form.Item
        name="attachments"
        label="附件（政策原文、申报指南、空白表样等，选填；发布后所有人可以下载）"
      >
        <UploadField
          label="附件"
          known={files}
          most={PolicyContent.attachments.max}
          types=".pdf,.docx,.xlsx"
        />
      </Form.Item>
      <Rows
        name="faq"
        legend="常见问题（选填）"
        one="问题"
        most={PolicyContent.faq.max}
        fresh={{ question: "", answer: "" }}
      >
        {(at) => (
          <>
            <Form.Item name={[at, "question"]} label="问题" rules={[needed("请填写问题")]}>
              <Input maxLength={PolicyQuestion.question.max} />
            </Form.Item>
            <Form.Item name={[at, "answer"]} label="回答" rules={[needed("请填写回答")]}>
              <TextArea rows={2} maxLength={PolicyQuestion.answer.max} showCount />
            </Form.Item>
          </>
        )}
      </Rows>
    </>
  );
}
