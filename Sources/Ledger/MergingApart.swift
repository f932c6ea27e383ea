import Files
import Hashing

extension Ledger {
  /// Takes in what stands apart of entries that count here, from the ledger's folder `source`, which nothing is believed of: values that
  /// are those that entries have the hashes of, and files that entries attach. What was erased does not come back.
  func mergeApart(_ source: Folder, into report: inout MergeReport) throws {
    var problems: [PrivateMessage] = []
    func files(_ folder: String) -> [FolderEntry] {
      do throws(FileError) {
        return (try source.entries(of: folder) ?? []).filter { !AtomicFile.isTemporary($0.name) }
      } catch {
        problems.append(.unread(error))
        return []
      }
    }
    let (values, attachments) = (files(PrivateFile.folder), files(Attachment.folder))
    report.problemsApart += problems
    guard !values.isEmpty || !attachments.isEmpty, let ledger = try opened() else { return }
    try holdingApart {
      var merge = ApartMerge(from: source, into: ledger, try entries())
      try merge.takeValues(values)
      try merge.takeAttachments(attachments)
      (report.values, report.attachments) = (merge.values, merge.attachments)
      report.problemsApart += merge.problems
    }
  }
}

/// Takes in what stands apart of entries.
private struct ApartMerge {
  private(set) var values = 0
  private(set) var attachments = 0
  private(set) var problems: [PrivateMessage] = []
  private let source: Folder
  private let ledger: Folder
  private let entries: [Hash32: Entry]
  private let erasures: Erasures

  init(from source: Folder, into ledger: Folder, _ counting: [Entry]) {
    (self.source, self.ledger) = (source, ledger)
    entries = Dictionary(counting.filter { !$0.privateHashes.isEmpty }.map { ($0.id, $0) }) { first, _ in first }
    erasures = Erasures(counting)
  }

  // MARK: Values

  mutating func takeValues(_ files: [FolderEntry]) throws {
    var strays = 0
    for file in files {
      guard let id = PrivateFile.entry(file.name), let entry = entries[id] else {
        strays += 1
        continue
      }
      let given: PrivateFile
      do {
        guard let read = try source.privateFile(of: id) else { continue }
        given = read
      } catch let error as PrivateMessage {
        problems.append(error)
        continue
      } catch let error as FileError {
        problems.append(.unread(error))
        continue
      }
      if let field = given.wrongField(of: entry) {
        let path = "\(source.path)/\(PrivateFile.path(of: id))"
        problems.append(.wrongValue(file: path, field: field, entry: id.hex))
      } else {
        try take(given, of: entry)
      }
    }
    if strays > 0 { problems.append(.strays(folder: "\(source.path)/\(PrivateFile.folder)", count: strays)) }
  }

  private mutating func take(_ given: PrivateFile, of entry: Entry) throws {
    // What is damaged here is told by whoever checks it, and mended by what is right.
    let here = (try? ledger.privateFile(of: entry.id)).flatMap { $0 } ?? PrivateFile()
    var all = here
    for (field, value) in given.values where erasures[entry.id, field] == nil { all.values[field] = value }
    guard all != here else { return }
    values += all.values.filter { here.values[$0.key] != $0.value }.count
    try ledger.write(all, of: entry.id)
  }

  // MARK: Attachments

  mutating func takeAttachments(_ files: [FolderEntry]) throws {
    let attaching = Dictionary(entries.values.compactMap { entry in entry.attachedName.map { ($0, entry) } }) {
      $0.id.hex < $1.id.hex ? $0 : $1
    }
    // Whoever attaches a second entry to the name of an erased file does not bring it back.
    let erased = Set(entries.values.filter { erasures[$0.id, Attachment.field] != nil }.compactMap(\.attachedName))
    let here = Dictionary(
      uniqueKeysWithValues: (try ledger.entries(of: Attachment.folder) ?? []).map { ($0.name, Int($0.stamp.size)) })
    var together = here.values.reduce(0, +)
    var strays = 0
    for file in files {
      guard let entry = attaching[file.name] else {
        strays += 1
        continue
      }
      let stated = ledger.attachment(of: entry)
      let isHere = here[file.name].map { $0 == stated?.size ?? $0 } ?? false
      guard !isHere, !erased.contains(file.name) else { continue }
      let size = Int(file.stamp.size)
      // Sizes are claims, and may be larger than any sum.
      guard size <= Attachment.largestTogether.bytes - together else {
        problems.append(.tooMuch(file: "\(source.path)/\(Attachment.path(file.name))"))
        continue
      }
      if try take(file.name, stated) { together += size }
    }
    if strays > 0 { problems.append(.strays(folder: "\(source.path)/\(Attachment.folder)", count: strays)) }
  }

  /// Takes in one file; whether it was. Where what it is stands here, it must be that; else an entry names it, and that is all there is.
  private mutating func take(_ name: String, _ stated: Attachment?) throws -> Bool {
    let file: MappedFile
    do throws(FileError) {
      file = try source.file(Attachment.path(name))
      try file.check(Attachment.largest)
    } catch {
      problems.append(.unread(error))
      return false
    }
    do {
      if let stated, file.count != stated.size {
        throw PrivateMessage.wrongSize(file: file.path, bytes: file.count, stated: stated.size)
      }
      _ = try ledger.makeFolder(Attachment.folder).replace(mode: 0o600) { out in
        let digest = try out.copy(file)
        if let stated, digest != stated.digest { throw PrivateMessage.wrongContent(file: file.path) }
        return (name, ())
      }
      attachments += 1
      return true
    } catch let error as PrivateMessage {
      problems.append(error)
    } catch let error as FileError where error == .changed(path: file.path) {
      problems.append(.unread(error))
    }
    return false
  }
}
