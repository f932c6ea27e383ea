internal import Archive
internal import Diagnostics
internal import Files
internal import Hashing
internal import Signatures

extension Bundle {
  /// Writes the bundle to `path` with a signature more. Nothing else of it changes, and its identity does not; `path` can be its own.
  ///
  /// Throws a `DiagnosticsError` where the bundle is not intact, has signatures that do not hold, or was not read from a file; a
  /// `SignatureMessage` where the key has signed it already.
  @discardableResult
  public func sign(_ signer: BundleSigner, to path: String) throws -> BundleFacts {
    guard case .file(let file) = place else { throw DiagnosticsError([Diagnostic(BundleMessage.unpacked)]) }
    return try file.reading { bytes in
      let check = try BundleCheck(BundleBytes(bytes, of: file), limits: limits)
      guard check.facts.verdict == .intact, let statement = check.facts.statement else {
        throw Self.refusal(check.facts)
      }
      guard check.facts.signatureProblems.isEmpty else { throw DiagnosticsError(check.facts.signatureProblems) }
      guard signer.key.purpose == .bundles || check.hashes[BundleLayout.minisig] == nil else {
        throw SignatureMessage.otherMinisig
      }
      guard !check.facts.signatures.contains(where: { $0.key == signer.key.verifier }) else {
        throw SignatureMessage.alreadySigned(signer.key.verifier)
      }
      let signature = try signer.signature(of: statement)
      let manifest = check.tagManifest(with: signature)
      try AtomicFile.replace(path) { output in
        let writer = try ArchiveWriter(output, limits: limits)
        var isAdded = false
        for entry in try ArchiveDirectory(parsing: bytes, limits: limits).entries {
          if !isAdded, signature.path.utf8.lexicographicallyPrecedes(entry.path.utf8) {
            try writer.add(signature.path, signature.bytes)
            isAdded = true
          }
          if entry.path == BundleLayout.tagManifest {
            try writer.add(entry.path, manifest)
          } else {
            try writer.copy(entry, from: bytes)
          }
        }
        try writer.finish()
      }
      return check.facts
    }
  }
}
