import Files
import Glibc
import ModuleKit

/// What a photograph, film or scan tells beside what it shows.
///
/// Whatever the format, the same blocks stand in it: EXIF (CIPA DC-008, TIFF 6.0), XMP (ISO 16684-1), QuickTime's metadata,
/// C2PA manifests in JUMBF (ISO/IEC 19566-5). They are looked for in all bytes, so that no format has to be known. What is
/// compressed again, as XMP in PNG can be, is not seen.
struct MediaTraces: OptionSet {
  let rawValue: UInt8
  /// Where it was taken.
  static let position = MediaTraces(rawValue: 1)
  /// With which device, or whose.
  static let device = MediaTraces(rawValue: 2)
  /// A C2PA manifest: who made and changed it, signed.
  static let manifest = MediaTraces(rawValue: 4)

  /// The traces in words, to go behind "tells".
  var words: [Text] {
    [
      (.position, Text(en: "where it was taken", es: "dónde se tomó")),
      (.device, Text(en: "with which device, or whose", es: "con qué dispositivo, o de quién es")),
      (.manifest, Text(en: "its history (C2PA)", es: "su historia (C2PA)")),
    ].compactMap { (trace: MediaTraces, words) in contains(trace) ? words : nil }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bytes that are looked at together, and how many of them again with the next, as what is looked for must lie in one part.
  private static let (part, again) = (1 << 24, 1 << 20)

  /// The traces in `file`, which may hold anything.
  init(in file: MappedFile) throws {
    self = try file.reading { bytes in
      var traces: MediaTraces = []
      for start in stride(from: 0, to: max(bytes.count - Self.again, 1), by: Self.part - Self.again) {
        let part = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(Self.part))
        traces.formUnion(MediaTraces(in: part))
        file.giveBack(part)
      }
      return traces
    }
  }

  /// The traces in `bytes`, which may be anything.
  init(in bytes: UnsafeRawBufferPointer) {
    self = []
    for text in ["GPSLatitude", "GPSCoordinates", "location.ISO6709"]
    where Self.find(text, in: bytes) != nil {
      insert(.position)
    }
    if Self.hasPlaceOfFilm(bytes) { insert(.position) }
    for text in ["tiff:Model", "tiff:Make", "aux:SerialNumber", "exifEX:BodySerialNumber", "quicktime.model"]
    where Self.find(text, in: bytes) != nil { insert(.device) }
    if Self.find("jumdc2pa", in: bytes) != nil { insert(.manifest) }
    if let block = ExifBlock(bytes) { formUnion(block.traces) }
    for (mark, gap) in [("Exif\0\0", 6), ("eXIf", 4), ("EXIF", 8)] {
      for start in Self.places(of: Array(mark.utf8), in: bytes) {
        if let block = ExifBlock(UnsafeRawBufferPointer(rebasing: bytes[min(start + gap, bytes.count)...])) {
          formUnion(block.traces)
        }
      }
    }
  }

  /// Whether the atom `©xyz` of a film stands in `bytes`: two lengths, and latitude and longitude with their signs (ISO
  /// 6709). Its name alone, in the code of old Macintoshes, stands by chance in a quarter of all gigabytes.
  private static func hasPlaceOfFilm(_ bytes: UnsafeRawBufferPointer) -> Bool {
    places(of: [0xa9, 0x78, 0x79, 0x7a], in: bytes).contains { start in
      let text = bytes[min(start + 8, bytes.count)...]
      return text.first.map { "+-".utf8.contains($0) } ?? false
        && text.dropFirst().first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
  }

  /// Where `needle` begins in `bytes`, one place after the other.
  private static func places(of needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> some Sequence<Int> {
    sequence(state: bytes[...]) { rest in
      guard let start = find(needle, in: rest) else { return nil }
      rest = bytes[(start + 1)...]
      return start
    }
  }

  private static func find(_ text: String, in bytes: UnsafeRawBufferPointer) -> Int? {
    find(Array(text.utf8), in: bytes[...])
  }

  /// Where `needle` first begins in `bytes`. What is looked for is its first capital, which stands in a text less often than
  /// other letters.
  private static func find(_ needle: [UInt8], in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let mark = needle.firstIndex(where: capitals.contains) ?? 0
    var place = bytes.startIndex + mark
    while bytes.endIndex - place >= needle.count - mark {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      guard let start = rest.baseAddress, let hit = memchr(start, Int32(needle[mark]), rest.count) else { return nil }
      place += UnsafeRawPointer(hit) - start
      if bytes[(place - mark)...].starts(with: needle) { return place - mark }
      place += 1
    }
    return nil
  }
}

/// A TIFF structure of tags, as EXIF has it; every offset in it is a claim.
private struct ExifBlock {
  private let bytes: UnsafeRawBufferPointer
  private let isBigEndian: Bool

  /// The structure at the start of `bytes`; nil where there is none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8 else { return nil }
    if bytes.prefix(4).elementsEqual([0x49, 0x49, 0x2a, 0]) {
      isBigEndian = false
    } else if bytes.prefix(4).elementsEqual([0x4d, 0x4d, 0, 0x2a]) {
      isBigEndian = true
    } else {
      return nil
    }
    self.bytes = bytes
  }

  /// What its tags tell.
  var traces: MediaTraces {
    var traces: MediaTraces = []
    let tags = directory(at: number(4, UInt32.self))
    func leads(_ pointer: UInt16, to wanted: Set<UInt16>) -> Bool {
      guard let (_, place) = tags.first(where: { $0.tag == pointer }) else { return false }
      return directory(at: place).contains { wanted.contains($0.tag) }
    }
    // The GPS directory; that of a camera without a receiver says no more than its version.
    if leads(0x8825, to: [2, 4]) { traces.insert(.position) }
    // Maker and model; in the EXIF directory owner, serial numbers of body and lens, the maker's own note.
    if tags.contains(where: { [0x010f, 0x0110].contains($0.tag) })
      || leads(0x8769, to: [0xa430, 0xa431, 0xa435, 0x927c])
    {
      traces.insert(.device)
    }
    return traces
  }

  /// More tags than a camera writes into a directory are not looked at: a file may claim as many as it is long, again and
  /// again.
  private static let mostTags = 512

  /// The tags and values of the directory at `place`, as far as it is there.
  private func directory(at place: UInt32) -> [(tag: UInt16, value: UInt32)] {
    let start = Int(place)
    guard start + 2 <= bytes.count else { return [] }
    let entries = min(Int(number(start, UInt16.self)), Self.mostTags, (bytes.count - start - 2) / 12)
    return (0..<entries).map {
      (number(start + 2 + $0 * 12, UInt16.self), number(start + 2 + $0 * 12 + 8, UInt32.self))
    }
  }

  private func number<Number: FixedWidthInteger & BitwiseCopyable>(_ place: Int, _ type: Number.Type) -> Number {
    let stored = bytes.loadUnaligned(fromByteOffset: place, as: type)
    return isBigEndian ? Number(bigEndian: stored) : Number(littleEndian: stored)
  }
}
