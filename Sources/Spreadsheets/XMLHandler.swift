/// What a part's elements and texts are handed to, in the order of the part.
///
/// A base class and no protocol: the parser's callbacks are functions of C, which reach one through a pointer.
class XMLHandler {
  /// What is wrong with the part; reading stops once it is set.
  final var fault: SpreadsheetMessage? { didSet { isStopped.pointee = fault != nil } }
  /// Whether a fault is set: asked for after each of millions of elements.
  final let isStopped: UnsafeMutablePointer<Bool>

  init() {
    isStopped = .allocate(capacity: 1)
    isStopped.initialize(to: false)
  }

  deinit { isStopped.deallocate() }

  /// An element begins.
  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {}
  /// The element that began last, of those still open, ends.
  func end(_ name: UnsafePointer<CChar>) {}
  /// A piece of text inside the open element.
  func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// The attributes of an element, valid while it begins.
struct XMLAttributes {
  private let list: UnsafePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// Calls `body` with each name and value.
  @inline(__always)
  func forEach(_ body: (_ name: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) -> Void) {
    var place = list
    while let name = place[0], let value = place[1] {
      body(name, value)
      place += 2
    }
  }

  /// The value of the attribute `name`, whose prefix counts as part of it; nil where there is none.
  func text(_ name: StaticString) -> String? { pointer(name).map { String(cString: $0) } }

  /// The value of the attribute with the local name `name`, whatever its prefix.
  func local(_ name: StaticString) -> String? {
    var found: String?
    forEach { if $0.local.equals(name), found == nil { found = String(cString: $1) } }
    return found
  }

  /// The bytes of the attribute `name`, ending with a zero.
  func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
    var found: UnsafePointer<CChar>?
    forEach { if $0.equals(name) { found = $1 } }
    return found
  }

  /// Whether the attribute `name` says yes, as XML Schema writes that.
  func flag(_ name: StaticString) -> Bool {
    guard let value = pointer(name) else { return false }
    return value.equals("1") || value.equals("true")
  }

  /// The whole number from 0 on in the attribute `name`; nil where there is none.
  func number(_ name: StaticString) -> Int? { pointer(name).flatMap { $0.number } }
}

extension UnsafePointer<CChar> {
  /// Whether the bytes up to the zero are those of `name`.
  @inline(__always)
  func equals(_ name: StaticString) -> Bool {
    let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    for place in 0..<name.utf8CodeUnitCount where self[place] != start[place] { return false }
    return self[name.utf8CodeUnitCount] == 0
  }

  /// The name behind a prefix.
  var local: UnsafePointer<CChar> {
    var place = 0
    while self[place] != 0 {
      if self[place] == CChar(UInt8(ascii: ":")) { return self + place + 1 }
      place += 1
    }
    return self
  }

  /// The whole number of up to nine digits; nil for anything else.
  var number: Int? {
    var (value, place) = (0, 0)
    while self[place] != 0 {
      let digit = Int(self[place]) - 48
      guard 0..<10 ~= digit, place < 9 else { return nil }
      value = value * 10 + digit
      place += 1
    }
    return place == 0 ? nil : value
  }
}
