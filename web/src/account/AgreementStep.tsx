/** The agreement of this kind of user, to read and accept; its version is sent with the registration. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { useEffect } from "react";
import { agreementQuery } from "@/api/agreements";
import type { Schema } from "@/api/types";
import { AgreementBox } from "@/ui/AgreementBox";
import { Loaded } from "@/ui/States";

type Props = { kind: Schema<"RegistrationIn">["kind"]; onVersion: (version: number) => void };

export function AgreementStep({ kind, onVersion }: Props) {
  const query = useQuery(agreementQuery(kind));
  const version = query.data?.version;
  useEffect(() => {
    if (version !== undefined) onVersion(version);
  }, [version, onVersion]);
  return (
    <Loaded query={query}>
      {(agreement) => (
        <>
          <AgreementBox agreement={agreement} />
          <Form.Item
            name="agreed"
            valuePropName="checked"
            rules={[
              {
                validator: async (_, value) => {
                  if (value !== true) throw new Error("请阅读并同意协议后提交");
                },
              },
            ]}
          >
            <Checkbox>我已阅读并同意《{agreement.title}》</Checkbox>
          </Form.Item>
        </>
      )}
    </Loaded>
  );
}
