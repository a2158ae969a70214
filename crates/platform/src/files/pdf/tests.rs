//! What PDF files are refused for, wherever it hides; and what documents of every day may hold.

use super::*;
use flate2::{Compression, write::ZlibEncoder};
use proptest::prelude::*;
use std::io::{Cursor, Write};

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![], Compression::default());
    encoder.write_all(text).expect("packed");
    encoder.finish().expect("packed")
}

/// A file with `object` as one of its objects.
fn with(object: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n{object}\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
        .into_bytes()
}

/// A file whose object stream, with `head` as its dictionary, holds `objects` with their offsets.
fn stream(head: &str, objects: &[&str]) -> Vec<u8> {
    let (mut numbers, mut body) = (String::new(), String::new());
    for (index, object) in objects.iter().enumerate() {
        numbers += &format!("{} {} ", index + 10, body.len());
        body += &format!("{object} ");
    }
    let dict = format!("<</Type/ObjStm/N {}/First {}{head}>>", objects.len(), numbers.len());
    let data = packed(format!("{numbers}{body}").as_bytes());
    [format!("%PDF-1.7\n9 0 obj\n{dict}\nstream\r\n").as_bytes(), &data, b"\nendstream\nendobj\n"].concat()
}

fn refused(file: &[u8]) -> bool {
    check(&mut Cursor::new(file)).is_err()
}

#[test]
fn what_acts_or_points_outside_is_refused_wherever_it_stands() {
    for object in [
        "<</S/JavaScript/JS(app.alert(1))>>",
        "<</S/J#61vaScript/J#53 4 0 R>>",
        "<</S/Launch/F(cmd.exe)>>",
        "<</Type/Filespec/EF<</F 5 0 R>>>>",
        "<</Names<</EmbeddedFiles 6 0 R>>>>",
        "<</AcroForm<</XFA 7 0 R>>>>",
        "<</Type/Page/AA<</O 8 0 R>>>>",
        "<</S/SubmitForm/F(http://a.cn)>>",
        "<</S/GoToR/F(other.pdf)>>",
        "<</S/URI/URI(java\\163cript:alert)>>",
        "<</S/URI/URI<66696c653a2f2f2f>>>",
        "<</S/URI/URI(                                                                      file:///c:/x)>>",
        "<</S/URI/URI 12 0 R>>\nendobj\n12 0 obj\n(file:///c:/x)",
        "<</URI<</Base(file:///c:/)>>>>",
        "<</Subtype/3D/3DD 5 0 R>>",
        "<</Type/3D/Subtype/U3D/OnInstantiate 6 0 R>>",
        "<</Subtype/RichMedia>>",
        "<</OpenAction<</S/URI/URI(http://a.cn)>>>>",
        "<</OpenAction 12 0 R>>\nendobj\n12 0 obj\n<</S/URI/URI(http://a.cn)>>",
        "<</OpenAction<</S/GoTo/D[2 0 R/Fit]/Next 4 0 R>>>>",
        "<</Length 0/F(other.bin)>>stream\nendstream",
        "(a string ( that hides \n4 0 obj<</S/JavaScript/JS 1 0 R>>endobj",
        "%\r4 0 obj<</S/Launch>>",
        "<</Encrypt 5 0 R>>",
    ] {
        assert!(refused(&with(object)), "{object}");
    }
    let trailer = b"%PDF-1.4\ntrailer\n<</Encrypt 5 0 R>>";
    assert!(refused(trailer), "encrypted");
}

#[test]
fn documents_of_every_day_are_taken() {
    for object in [
        "<</S/URI/URI(https://www.example.cn/JS/AA?q=/Launch)>>",
        "<</OpenAction[2 0 R/XYZ null null 0]>>",
        "<</OpenAction<</S/GoTo/D[2 0 R/Fit]>>/OutputIntents[<</S/GTS_PDFA1>>]>>",
        "<</OpenAction 12 0 R>>\nendobj\n12 0 obj\n<</S/GoTo/D[2 0 R/Fit]>>",
        "<</Title(How /JavaScript works \\) /JS)/Producer(WPS)>>",
        "<</Length 8/Filter/FlateDecode>>stream\n/JS /AA \nendstream",
        "<</Subtype/Link/A<</S/URI/URI(mailto:a@b.cn)>>/F 4>>",
        "<</FT/Tx/T(name)/V(text)>>",
    ] {
        assert!(!refused(&with(object)), "{object}");
    }
    let plain = ["<</Type/Page>>", "<</S/URI/URI(http://a.cn)>>"];
    assert!(!refused(&stream("/Filter/FlateDecode", &plain)));
    assert!(!refused(&stream("/Filter[/FlateDecode]/Length 99", &plain)));
}

#[test]
fn object_streams_are_opened() {
    let hidden = ["<</Type/Page>>", "<</S/Java#53cript/JS(x)>>"];
    assert!(refused(&stream("/Filter/FlateDecode", &hidden)));
    assert!(refused(&stream("/Filter [ /Fl ]", &hidden)));
    // What cannot be opened cannot be judged.
    let plain = ["<</Type/Page>>"];
    for head in [
        "/Filter/LZWDecode",
        "/Filter[/ASCIIHexDecode/FlateDecode]",
        "/Filter 5 0 R",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
        "/Filter/FlateDecode/DecodeParms 5 0 R",
    ] {
        assert!(refused(&stream(head, &plain)), "{head}");
    }
    // An offset into a string, which another object's reading passes over.
    let body = "10 0 11 1 (<</S/JavaScript/JS 1 0 R>>)";
    let file =
        [b"9 0 obj<</N 2/First 10/Filter/FlateDecode>>stream\n".as_slice(), &packed(body.as_bytes()), b"endstream"];
    assert!(refused(&file.concat()));
}

#[test]
fn bombs_are_cut_off() {
    let zeros = vec![b' '; 80 * 1024 * 1024];
    let file = [b"9 0 obj<</N 0/First 0/Filter/FlateDecode>>stream\n".as_slice(), &packed(&zeros), b"endstream"];
    assert!(refused(&file.concat()), "unpacks to too much");
    let overlapping = "1 0 obj[".repeat(400_000);
    assert!(refused(overlapping.as_bytes()), "each object holds all that follow");
}

proptest! {
    #[test]
    fn any_bytes_are_answered(text in "(obj|stream\n|endstream|/N 1|/First|/S|/JS|<<|>>|<|>|\\(|\\)|\\[|\\]|%|#|[0-9]| |\n|\\\\|.){0,80}") {
        let _ = check(&mut Cursor::new(text.as_bytes()));
    }
}
