import Glibc

extension Language {
  /// `value` with exactly `places` digits behind the point, correctly rounded, no separators.
  static func fixed(_ value: Double, places: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 352 + places)
    let length = withVaList([Int32(places), value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
