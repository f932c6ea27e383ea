/// The bytes in the alphabet of RFC 4648, section 4, padded.
func base64(_ bytes: some Sequence<UInt8>) -> String {
  var (out, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
  for byte in bytes {
    (bits, count) = (bits << 8 | UInt32(byte), count + 8)
    while count >= 6 {
      count -= 6
      out.append(alphabet[Int(bits >> UInt32(count)) & 63])
    }
    bits &= 63
  }
  if count > 0 { out.append(alphabet[Int(bits << UInt32(6 - count)) & 63]) }
  while !out.count.isMultiple(of: 4) { out.append(UInt8(ascii: "=")) }
  return String(decoding: out, as: UTF8.self)
}

private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
