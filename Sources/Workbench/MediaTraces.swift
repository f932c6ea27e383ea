import Files
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

  /// What says a trace by standing there.
  private static let tellingWords: [(text: String, trace: MediaTraces)] = [
    ("GPSLatitude", .position), ("GPSCoordinates", .position), ("location.ISO6709", .position),
    ("tiff:Model", .device), ("tiff:Make", .device), ("aux:SerialNumber", .device),
    ("exifEX:BodySerialNumber", .device),
    ("quicktime.model", .device), ("jumdc2pa", .manifest),
  ]
  /// What stands before a block of EXIF, in JPEG, PNG and RIFF, and how far before.
  private static let marks: [(text: String, gap: Int)] = [("Exif\0\0", 6), ("eXIf", 4), ("EXIF", 8)]
  /// The atom with the place of a film, in the code of old Macintoshes: ©xyz.
  private static let placeOfFilm: [UInt8] = [0xa9, 0x78, 0x79, 0x7a]
  private static let needles = Needles(
    tellingWords.map { Array($0.text.utf8) } + marks.map { Array($0.text.utf8) } + [placeOfFilm])

  /// The traces in `bytes`, which may be anything.
  init(in bytes: UnsafeRawBufferPointer) {
    var traces = ExifBlock(bytes)?.traces ?? []
    Self.needles.forEach(in: bytes) { needle, place in
      switch needle - Self.tellingWords.count {
      case ..<0: traces.insert(Self.tellingWords[needle].trace)
      case let mark where mark < Self.marks.count:
        let start = min(place + Self.marks[mark].gap, bytes.count)
        traces.formUnion(ExifBlock(UnsafeRawBufferPointer(rebasing: bytes[start...]))?.traces ?? [])
      default: if Self.isPlaceOfFilm(bytes[place...]) { traces.insert(.position) }
      }
    }
    self = traces
  }

  /// Whether the atom in front of `bytes` holds a place: two lengths, and latitude and longitude with their signs (ISO 6709). Its
  /// name alone stands by chance in a quarter of all gigabytes.
  private static func isPlaceOfFilm(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let text = bytes.dropFirst(8)
    return text.first.map { "+-".utf8.contains($0) } ?? false
      && text.dropFirst().first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
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
