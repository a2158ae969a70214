//! What is written when the disk fills up.

use super::{Disk, StorageLow};
use crate::letter::{Letter, MessageTopic, Recipient, Writer};
use jinqiao_kernel::Role;

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "files.letters",
    about: &["files."],
    topic: MessageTopic::Platform,
    write: |_, fact| Box::pin(async move { Ok(vec![of_storage(&fact.decode()?)]) }),
};

/// On a disk that is nearly full: to those who run the platform.
fn of_storage(fact: &StorageLow) -> Letter {
    let words = match Disk::of(fact.percent) {
        Disk::Scarce => "已停止接收附件上传，其他业务不受影响。请立即清理或扩容。",
        Disk::Low | Disk::Plenty => "达到 95% 时将停止接收附件上传，请尽快清理或扩容。",
    };
    let body = format!("存储空间已使用 {}%。{words}", fact.percent);
    Letter { to: Recipient::Role(Role::Operator), title: "存储空间不足", body, link: "/operator".into() }
}
