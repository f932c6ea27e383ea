internal import Crypto
public import Files

/// SHA-256 digests of files and bytes (FIPS 180-4), as texts of lower-case hexadecimal digits.
public enum Digest {
  /// The digest of `bytes`.
  public static func of(_ bytes: some Sequence<UInt8>) -> String { hex(SHA256.hash(data: Array(bytes))) }

  /// The digest of the content of the file at `path`.
  public static func ofFile(_ path: String) throws(FileError) -> String {
    let file = try MappedFile(path: path)
    return file.withUnsafeBytes { hex(SHA256.hash(data: $0)) }
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
