//! Marks of some institutions of the demo: simple shapes that belong to nobody, drawn as pictures of two colours.

use super::stage::Stage;
use jinqiao_kernel::Result;
use jinqiao_platform::certifications;

/// Width and height, pixels.
const SIDE: u8 = 96;

/// What of a mark is coloured, by the distances from its middle to the right and downwards.
type Shape = fn(i32, i32) -> bool;

/// Who has which mark, in which colour.
const MARKS: [(&str, [u8; 3], Shape); 3] = [
    ("jigou1", [0x0b, 0x5c, 0xad], ring),
    ("jigou2", [0x1d, 0x7a, 0x46], leaves),
    ("jijin7", [0x9a, 0x3b, 0x12], steps),
];

/// A ring that is half full.
fn ring(x: i32, y: i32) -> bool {
    let far = x * x + y * y;
    (far < 23 * 23 && y > -2) || (30 * 30..42 * 42).contains(&far)
}

/// Two squares on their corners, one in the other.
fn leaves(x: i32, y: i32) -> bool {
    let far = x.abs() + y.abs();
    far < 14 || (24..42).contains(&far)
}

/// Three bars that rise.
fn steps(x: i32, y: i32) -> bool {
    let bar = (x + 36).div_euclid(26);
    let within = (x + 36).rem_euclid(26) < 20;
    (0..3).contains(&bar) && within && (14 - bar * 24..=36).contains(&y)
}

/// Lets them show their marks.
pub async fn show(stage: &Stage) -> Result<()> {
    for (login, colour, shape) in MARKS {
        let file = stage.upload_as(login, "mark.png", picture(colour, shape)).await?;
        certifications::set_mark(&stage.db, stage.files.as_ref(), &stage.actor(login).await?, Some(file)).await?;
    }
    Ok(())
}

/// A png of `shape` on white. What is compressed in it is stored as it is: a few thousand bytes.
fn picture(colour: [u8; 3], shape: Shape) -> Vec<u8> {
    let half = i32::from(SIDE / 2);
    let mut rows = vec![];
    for y in 0..i32::from(SIDE) {
        // No filter before each row.
        rows.push(0);
        rows.extend((0..i32::from(SIDE)).map(|x| u8::from(shape(x - half, y - half))));
    }
    let header = [0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 3, 0, 0, 0];
    let palette = [&[0xff; 3][..], &colour].concat();
    let chunks = [(b"IHDR", &header[..]), (b"PLTE", &palette), (b"IDAT", &stored(&rows)), (b"IEND", &[])];
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in chunks {
        let named = [name, content].concat();
        file.extend(length(content).to_be_bytes());
        file.extend(&named);
        file.extend(crc(&named).to_be_bytes());
    }
    file
}

fn length(content: &[u8]) -> u32 {
    u32::try_from(content.len()).unwrap_or(u32::MAX)
}

/// `rows` in the form of zlib, in one block that is not compressed (RFC 1950, RFC 1951).
fn stored(rows: &[u8]) -> Vec<u8> {
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in rows {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    let sum = (high << 16) | low;
    [&[0x78, 0x01, 0x01][..], &count.to_le_bytes(), &(!count).to_le_bytes(), rows, &sum.to_be_bytes()].concat()
}

/// The checksum of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_ends_with_the_chunk_that_every_png_ends_with() {
        let file = picture(MARKS[0].1, MARKS[0].2);
        assert_eq!(file[file.len() - 12..], *b"\0\0\0\0IEND\xae\x42\x60\x82");
        assert!(file.len() < 10_000, "{}", file.len());
        // RFC 1950: the sum of "a" is 0x00620062.
        assert_eq!(stored(b"a")[8..], [0, 0x62, 0, 0x62]);
    }
}
