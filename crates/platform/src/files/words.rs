//! What people read for the codes of this concept in the audit trail and among the jobs.

use crate::words::Words;

/// Words of this concept.
pub const WORDS: Words = Words {
    actions: &[
        ("files.storage_low", "存储空间提醒"),
        ("files.upload", "上传附件"),
        ("files.download", "下载本单位附件"),
        ("files.discard", "移除未使用的附件"),
        ("files.stranger_upload", "注册时上传证照"),
        ("files.paper", "查看注册证照"),
        ("files.purge", "清理未使用的附件"),
    ],
    ..Words::NONE
};
