import Compression
import TestSupport
import Testing

/// Bytes of `count` from a small alphabet, so that they compress.
func sample(_ count: Int, letters: UInt8 = 7, seed: UInt64 = 1) -> [UInt8] {
  var generator = Seeded(seed: seed)
  return (0..<count).map { _ in UInt8.random(in: 0..<letters, using: &generator) }
}

let formats: [CompressionFormat] = [.raw, .zlib, .gzip]

@Suite struct CompressionTests {
  @Test(arguments: formats, [0, 1, 65_535, 65_536, 65_537, 300_000])
  func whatGoesInComesOut(format: CompressionFormat, size: Int) throws {
    for letters: UInt8 in [1, 7, 255] {
      let content = sample(size, letters: letters)
      let packed = try compress(content, format)
      #expect(try decompress(packed, format, limit: size) == content)
    }
  }

  @Test(arguments: formats) func chunksDoNotMatter(format: CompressionFormat) throws {
    let content = sample(5_000)
    let whole = try compress(content, format)
    let deflater = try Deflater(format)
    var pieces: [UInt8] = []
    for byte in content { try [byte].withUnsafeBytes { try deflater.write($0) { pieces.append(contentsOf: $0) } } }
    try deflater.finish { pieces.append(contentsOf: $0) }
    #expect(pieces == whole)

    let inflater = try Inflater(format, limit: content.count)
    var out: [UInt8] = []
    for byte in whole { try [byte].withUnsafeBytes { try inflater.write($0) { out.append(contentsOf: $0) } } }
    try inflater.finish()
    #expect(out == content)
    #expect(inflater.count == content.count)
  }

  @Test(arguments: formats) func aDeflaterStartsAnewAfterFinish(format: CompressionFormat) throws {
    let deflater = try Deflater(format)
    try sample(100, seed: 9).withUnsafeBytes { try deflater.write($0) { _ in } }
    try deflater.finish { _ in }
    var second: [UInt8] = []
    try sample(100).withUnsafeBytes { try deflater.write($0) { second.append(contentsOf: $0) } }
    try deflater.finish { second.append(contentsOf: $0) }
    #expect(try second == compress(sample(100), format))
  }

  @Test(arguments: formats) func everyTruncationIsAnError(format: CompressionFormat) throws {
    let packed = try compress(sample(2_000), format)
    for length in packed.indices {
      #expect(throws: CompressionError.truncated) { try decompress(Array(packed[..<length]), format, limit: .max) }
    }
  }

  @Test(arguments: formats) func bytesBehindTheEndAreAnError(format: CompressionFormat) throws {
    let packed = try compress(sample(2_000), format)
    for tail: [UInt8] in [[0], [1, 2, 3], [UInt8](repeating: 0, count: 512)] {
      #expect(throws: CompressionError.trailingBytes) { try decompress(packed + tail, format, limit: .max) }
    }
  }

  @Test(arguments: [0, 1, 512, 100_000], [1, 7, 1 << 20]) func paddingIsZerosAlone(zeros: Int, chunk: Int) throws {
    let content = sample(2_000)
    func unpacked(_ tail: [UInt8]) throws -> [UInt8] {
      var (out, rest) = ([UInt8](), ArraySlice(try compress(content, .gzip) + tail))
      let inflater = try Inflater(.gzip, limit: .max)
      inflater.allowsPadding = true
      while !rest.isEmpty {
        try Array(rest.prefix(chunk)).withUnsafeBytes { try inflater.write($0) { out.append(contentsOf: $0) } }
        rest = rest.dropFirst(chunk)
      }
      try inflater.finish()
      return out
    }
    let padding = [UInt8](repeating: 0, count: zeros)
    #expect(try unpacked(padding) == content)
    #expect(throws: CompressionError.trailingBytes) { try unpacked(padding + [3]) }
    guard zeros > 0 else { return }
    #expect(throws: CompressionError.trailingBytes) { try unpacked(padding + compress(content, .gzip)) }
  }

  @Test func gzipMembersFollowOneAnother() throws {
    let (one, two) = (sample(70_000), sample(10, seed: 4))
    let packed = try compress(one, .gzip) + compress([], .gzip) + compress(two, .gzip)
    #expect(try decompress(packed, .gzip, limit: .max) == one + two)
    #expect(throws: CompressionError.truncated) { try decompress(packed.dropLast(), .gzip, limit: .max) }
    #expect(throws: CompressionError.corrupt) { try decompress(packed + [0x1f, 0], .gzip, limit: .max) }
    #expect(throws: CompressionError.truncated) { try decompress(packed + [0x1f], .gzip, limit: .max) }
    let inflater = try Inflater(.gzip)
    var out: [UInt8] = []
    for byte in packed { try [byte].withUnsafeBytes { try inflater.write($0) { out.append(contentsOf: $0) } } }
    try inflater.finish()
    #expect(out == one + two)
  }

  @Test func gzipHeadersHoldNeitherNameNorTime() throws {
    let packed = try compress(sample(10), .gzip)
    #expect(Array(packed[..<8]) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
  }

  @Test(arguments: formats) func theQuotaHoldsToTheByte(format: CompressionFormat) throws {
    for size in [1, 1_000, 65_536, 1_000_000] {
      let packed = try compress([UInt8](repeating: 0, count: size), format)
      #expect(try decompress(packed, format, limit: size).count == size)
      #expect(throws: CompressionError.overLimit(size - 1)) { try decompress(packed, format, limit: size - 1) }
      #expect(throws: CompressionError.overLimit(0)) { try decompress(packed, format, limit: 0) }
    }
  }

  @Test func damagedChecksumsAreErrors() throws {
    var packed = try compress(sample(1_000), .gzip)
    packed[packed.count - 6] ^= 1
    #expect(throws: CompressionError.corrupt) { try decompress(packed, .gzip, limit: .max) }
    var other = try compress(sample(1_000), .zlib)
    other[other.count - 1] ^= 1
    #expect(throws: CompressionError.corrupt) { try decompress(other, .zlib, limit: .max) }
    // A zlib header that asks for a preset dictionary.
    #expect(throws: CompressionError.corrupt) { try decompress([0x78, 0xbb, 0, 0, 0, 1], .zlib, limit: .max) }
  }

  @Test(arguments: formats) func hostileBytesNeverCrash(format: CompressionFormat) throws {
    var generator = Seeded(seed: 3)
    let packed = try compress(sample(600), format)
    for _ in 0..<3_000 {
      var bytes = packed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if let content = try? decompress(bytes, format, limit: 10_000) { #expect(content.count <= 10_000) }
    }
  }

  @Test func fillingBitsOfRawStreamsAreZeros() throws {
    // One last block of fixed codes without content: three bits of header, seven of the end, six that fill up.
    #expect(try decompress([0b011, 0], .raw, limit: 0) == [])
    for bit in 2..<8 {
      #expect(throws: CompressionError.corrupt) { try decompress([0b011, 1 << bit], .raw, limit: 0) }
    }
    // A stored block: three bits of header, five that fill up, length 1 and its complement, one byte; then the last.
    let stored: [UInt8] = [0, 1, 0, 254, 255, 77]
    let end: [UInt8] = [0b011, 0]
    #expect(try decompress(stored + end, .raw, limit: 1) == [77])
    for bit in 3..<8 {
      let hiding: [UInt8] = [1 << bit] + stored[1...]
      #expect(throws: CompressionError.corrupt) { try decompress(hiding + end, .raw, limit: 1) }
      #expect(throws: CompressionError.corrupt) { try decompress(stored + hiding + end, .raw, limit: 2) }
      let inflater = try Inflater(.raw)
      #expect(throws: CompressionError.corrupt) {
        for byte in stored + hiding + end { try [byte].withUnsafeBytes { try inflater.write($0) { _ in } } }
      }
    }
    // A stored block behind one whose end falls inside a byte: the header begins at the third bit.
    let behind: [UInt8] = [0b010, 0, 1, 0, 254, 255, 77]
    #expect(try decompress(behind + end, .raw, limit: 1) == [77])
    for bit in 5..<8 {
      let hiding: [UInt8] = [0b010, 1 << bit] + behind[2...]
      #expect(throws: CompressionError.corrupt) { try decompress(hiding + end, .raw, limit: 1) }
    }
  }

  @Test func crcMatchesTheCheckValue() {
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    let digits = Array("123456789".utf8)
    #expect(digits.withUnsafeBytes { crc32($0) } == 0xCBF4_3926)
    let head = digits[..<4].withUnsafeBytes { crc32($0) }
    #expect(digits[4...].withUnsafeBytes { crc32($0, seed: head) } == 0xCBF4_3926)
    #expect(crc32(UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
    #expect(crc32(UnsafeRawBufferPointer(start: nil, count: 0), seed: 77) == 77)
  }

  @Test func theVersionHasNumbers() {
    #expect(zlibVersion.split(separator: ".").count >= 2)
  }
}
