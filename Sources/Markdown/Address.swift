/// What is wrong with the address of a link or an image; nil where nothing is.
///
/// Safe are `https:`, `http:`, `mailto:` and fragments. A scheme ends at the first colon before any `/`, `?` or `#`
/// (RFC 3986, section 3.1). Browsers drop blanks and control characters from schemes, so an address with any is unsafe.
func addressProblem(_ address: String) -> MarkdownMessage? {
  if address.utf8.first == UInt8(ascii: "#"), address.utf8.count > 1 { return nil }
  let end = address.utf8.firstIndex { [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), 0x23].contains($0) }
  guard let end, address.utf8[end] == UInt8(ascii: ":") else { return .relativeAddress(address) }
  let scheme = address[..<end]
  return ["https", "http", "mailto"].contains(scheme.lowercased()) ? nil : .unsafeScheme(String(scheme))
}

/// Whether a link to `address` is safe: it leads to the web, to a mailbox or to a part of the page.
public func isSafeAddress(_ address: String) -> Bool { addressProblem(address) == nil }
