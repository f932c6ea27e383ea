/// Whether archives look like those of `ArchiveWriter`, damaged or not.
public enum ArchiveForm {
  /// Whether most of the headers at the ends of `bytes` begin as the writer's do: its version, flags, methods and time.
  ///
  /// A header that was changed does not make an archive another program's.
  public static func isOwn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var (own, others) = (0, 0)
    let width = 1 << 16
    let parts = bytes.count <= 2 * width ? [0..<bytes.count] : [0..<width, (bytes.count - width)..<bytes.count]
    for place in parts.joined() where bytes[place] == 0x50 && place + 18 <= bytes.count {
      switch bytes.little(place, as: UInt32.self) {
      case ZipRecords.localSignature: if isOwn(bytes, at: place + 4) { own += 1 } else { others += 1 }
      case ZipRecords.centralSignature: if isOwn(bytes, at: place + 6) { own += 1 } else { others += 1 }
      default: break
      }
    }
    return own > others
  }

  /// Whether what both kinds of header state in the same order is what the writer states.
  private static func isOwn(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    func field(_ offset: Int) -> UInt16 { bytes.little(place + offset, as: UInt16.self) }
    return [20, 45].contains(field(0)) && field(2) == ZipRecords.utf8Flag
      && ArchiveEntry.Method(rawValue: field(4)) != nil && field(6) == 0 && field(8) == ZipRecords.date
  }
}
