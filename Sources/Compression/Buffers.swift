internal import CZlib

/// The CRC-32 (ISO 3309, as in gzip and ZIP) of bytes whose first part has the checksum `seed`, and whose rest is
/// `bytes`; a `seed` of 0 is that of no bytes.
public func crc32(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
  // For zlib "no buffer" means "start anew".
  guard let start = bytes.assumingMemoryBound(to: Bytef.self).baseAddress else { return seed }
  return UInt32(truncatingIfNeeded: crc32_z(UInt(seed), start, bytes.count))
}

/// The version of the zlib in use, such as `1.2.13`: another version may compress the same content to other bytes.
public var zlibVersion: String { String(cString: CZlib.zlibVersion()) }

/// The whole of `bytes` compressed. Throws `CompressionError.outOfMemory`.
public func compress(_ bytes: [UInt8], _ format: CompressionFormat) throws -> [UInt8] {
  var out: [UInt8] = []
  let deflater = try Deflater(format)
  try bytes.withUnsafeBytes { bytes in try deflater.write(bytes) { out.append(contentsOf: $0) } }
  try deflater.finish { out.append(contentsOf: $0) }
  return out
}

/// The content of the complete stream `bytes`, at most `limit` bytes. Throws a `CompressionError`.
public func decompress(_ bytes: [UInt8], _ format: CompressionFormat, limit: Int) throws -> [UInt8] {
  var out: [UInt8] = []
  let inflater = try Inflater(format, limit: limit)
  try bytes.withUnsafeBytes { bytes in try inflater.write(bytes) { out.append(contentsOf: $0) } }
  try inflater.finish()
  return out
}
