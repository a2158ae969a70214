//! Names of files as people give them: cleaned, or refused.

use super::FileKind;
use jinqiao_kernel::{Error, Result, normal::invisible, typed::half_width};

/// Longest name kept, in characters.
const LONGEST: usize = 120;

/// Inner parts that make a name look like what it is not (`报表.exe.pdf`). `com` is none: it ends the names of web sites.
const PROGRAMS: [&str; 74] = [
    "exe", "bat", "cmd", "scr", "pif", "msi", "msp", "mst", "msix", "appx", "dll", "ocx", "sys", "drv", "cpl", "msc",
    "reg", "inf", "scf", "url", "gadget", "jar", "jnlp", "class", "js", "jse", "mjs", "vb", "vbs", "vbe", "ws", "wsf",
    "wsh", "ps1", "psm1", "sh", "bash", "csh", "py", "pyc", "pyw", "rb", "pl", "lua", "elf", "apk", "ipa", "dmg",
    "pkg", "deb", "rpm", "iso", "lnk", "hta", "chm", "htm", "html", "xhtml", "mht", "svg", "swf", "php", "jsp", "asp",
    "aspx", "docm", "dotm", "xlsm", "xltm", "xlam", "xll", "pptm", "potm", "ppam",
];

/// What separates the parts of a name, as typed with and without an input method.
const POINTS: [char; 2] = ['.', '．'];

/// A part of a name, as it is compared.
fn part(text: &str) -> String {
    half_width(text).trim().to_lowercase()
}

/// The name with the extension of `kind`, when it has another's.
pub fn with_extension(name: &str, kind: FileKind) -> String {
    match name.rsplit_once('.') {
        Some((_, extension)) if FileKind::of_extension(extension) == Some(kind) => name.to_owned(),
        Some((stem, _)) => format!("{stem}.{}", kind.extension()),
        None => name.to_owned(),
    }
}

fn refused(message: &str) -> Error {
    Error::field("name", message)
}

/// The name without folders and hidden characters, and the kind that its extension claims.
///
/// # Errors
/// `validation` on `name`: nothing left, another extension, or a program's extension inside.
pub fn clean(given: &str) -> Result<(String, FileKind)> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|c| !c.is_control() && !invisible(*c)).collect();
    let visible: String = visible.chars().map(|c| if r#"<>:"|?*"#.contains(c) { '_' } else { c }).collect();
    let visible = visible.trim().trim_matches(POINTS).trim();
    let Some((stem, extension)) = visible.rsplit_once(POINTS) else {
        return Err(refused("文件名须带扩展名：pdf、png、jpg、docx、xlsx 或 pptx"));
    };
    let stem = stem.trim().trim_end_matches(POINTS);
    let extension = part(extension);
    let Some(kind) = FileKind::of_extension(&extension) else {
        return Err(refused("只接受 pdf、png、jpg、docx、xlsx、pptx 格式的文件"));
    };
    if stem.is_empty() {
        return Err(refused("请填写文件名"));
    }
    if stem.split(POINTS).skip(1).any(|inner| PROGRAMS.contains(&part(inner).as_str())) {
        return Err(refused("文件名含有多重扩展名，请重新命名后上传"));
    }
    let room = LONGEST - extension.chars().count() - 1;
    let stem: String = stem.chars().take(room).collect();
    Ok((format!("{stem}.{extension}"), kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names() {
        for (given, cleaned) in [
            ("营业执照.pdf", Some("营业执照.pdf")),
            ("../../etc/审计报告.PDF", Some("审计报告.pdf")),
            (r"C:\我的文档\报表.xlsx", Some("报表.xlsx")),
            ("报表\u{202e}fdp.exe", None),
            ("a.pdf.exe", None),
            ("a.exe.pdf", None),
            ("a．ｅｘｅ．pdf", None),
            ("a.apk.pdf", None),
            ("a.DOCM.pdf", None),
            ("a.xlsm .xlsx", None),
            ("a.py.2025.pdf", None),
            ("合同.com.pdf", Some("合同.com.pdf")),
            ("资料.ＰＤＦ", Some("资料.pdf")),
            ("资料．ＰＤＦ", Some("资料.pdf")),
            ("a.2025.pdf", Some("a.2025.pdf")),
            ("a\r\nSet-Cookie: x.png", Some("aSet-Cookie_ x.png")),
            ("\"><script>.png", Some("___script_.png")),
            ("照片.jpeg", Some("照片.jpeg")),
            (".pdf", None),
            ("..", None),
            ("", None),
            ("readme", None),
            ("a.zip", None),
            ("a.docm", None),
            ("a.pdf.", Some("a.pdf")),
        ] {
            assert_eq!(clean(given).ok().map(|(name, _)| name).as_deref(), cleaned, "{given:?}");
        }
        assert_eq!(with_extension("照片.png", FileKind::Jpg), "照片.jpg");
        assert_eq!(with_extension("照片.jpeg", FileKind::Jpg), "照片.jpeg");
        let (long, _) = clean(&format!("{}.docx", "长".repeat(900))).expect("cut, not refused");
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with(".docx"));
    }

    proptest! {
        #[test]
        fn whatever_is_kept_is_harmless(given in "\\PC{0,40}(\\.pdf)?") {
            if let Ok((name, _)) = clean(&given) {
                prop_assert!(!name.contains(['/', '\\', '"', '\0', '\n']));
                prop_assert!(name.chars().count() <= LONGEST && !name.starts_with('.'));
                prop_assert_eq!(clean(&name).map(|(again, _)| again).ok(), Some(name));
            }
        }
    }
}
