import FoundationEssentials

/// `bytes` in lower-case hexadecimal digits.
public func hexDigits(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The bytes that `text` writes in lower-case hexadecimal digits; nil for all else.
public func hexBytes(_ text: some StringProtocol) -> [UInt8]? {
  let digits = text.utf8.compactMap { digit -> UInt8? in
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
  guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// `bytes` in base64 (RFC 4648, section 4), padded.
public func base64Text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// The bytes that `text` writes in base64 (RFC 4648, section 4), padded and with nothing left over; nil for all else.
public func base64Bytes(_ text: some StringProtocol) -> [UInt8]? {
  guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text else { return nil }
  return Array(data)
}
