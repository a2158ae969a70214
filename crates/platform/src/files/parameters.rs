//! Numbers of this concept that the operator sets.

use crate::permissions::Parameter;

/// All of them, in the order of the operator's page.
pub const PARAMETERS: &[Parameter] = &[UPLOAD_MEGABYTES, STORAGE_MEGABYTES];

/// Largest size of an uploaded file, megabytes.
pub const UPLOAD_MEGABYTES: Parameter = Parameter {
    name: "upload_megabytes",
    text: "单个附件的大小上限",
    help: "超过上限的文件在上传时被拒绝，已上传的不受影响。",
    unit: "MB",
    default: 20,
    min: 1,
    max: 50,
};

/// Room for all files of one organisation, megabytes.
pub const STORAGE_MEGABYTES: Parameter = Parameter {
    name: "storage_megabytes",
    text: "每个单位的附件总空间",
    help: "一个单位保存的全部附件合计不能超过此数；空间用完后不能再上传，已有的附件不受影响。",
    unit: "MB",
    default: 1_024,
    min: 10,
    max: 102_400,
};
