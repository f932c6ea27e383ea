public import Diagnostics
public import Language

/// Why an archive is refused; one case a rule.
///
/// The rules are those of a profile of ZIP (PKWARE's APPNOTE 6.3.10) that leaves nothing to a reader's taste: whatever
/// two programs could see differently is refused. Entries are named as `ArchiveName.shown` shows them.
public enum ArchiveMessage: Error, DiagnosticMessage, Hashable {
  // The frame.

  /// No end record stands at the very end.
  case noEndRecord
  /// A comment or other bytes follow the end record.
  case comment
  /// The archive is one part of several.
  case severalParts
  /// The end record's two counts of entries differ.
  case countsDiffer
  /// The ZIP64 end record or its locator breaks a rule, and which.
  case zip64End(Text)
  /// The directory does not end where the end record begins.
  case directoryPlace
  /// The directory is cut short or damaged at entry `number`, from 1.
  case directoryDamaged(number: Int)
  /// The directory has bytes behind its last entry.
  case directorySize
  /// Bytes before the first entry, between entries or before the directory belong to nobody.
  case gap(at: Int)
  /// The entry begins before the one before it ends.
  case overlap(entry: String)
  /// The entry does not lie inside the archive.
  case outside(entry: String)

  // One entry's header.

  /// The flags say something other than "the name is UTF-8".
  case flags(entry: String, UInt16)
  /// The compression method is neither stored nor deflated.
  case method(entry: String, UInt16)
  /// The time is not the one that stands for "no time".
  case timestamp(entry: String)
  /// The entry asks for a later version of the format.
  case version(entry: String, UInt16)
  /// An extra field other than that of ZIP64, or a broken one.
  case extraField(entry: String)
  /// The ZIP64 field does not hold exactly what the header leaves out.
  case zip64Field(entry: String)
  /// The entry has a comment.
  case entryComment(entry: String)
  /// The entry is a folder, link, device or the like, or has unusual permissions.
  case notRegular(entry: String)
  /// The entry's name breaks a rule.
  case name(entry: String, ArchiveName.Fault)
  /// The local header and the directory differ in `part`.
  case headersDiffer(entry: String, part: Text)
  /// A stored entry whose two sizes differ.
  case storedSizes(entry: String)
  /// The headers are valid, but not byte for byte those that this format's writer makes: told, not refused.
  case notCanonical(entry: String?)

  // The names together.

  /// The entry does not come behind the one before it in the order of the names' bytes.
  case order(entry: String)
  /// Two names that some file system takes for one.
  case collision(entry: String, with: String)

  // What a lenient reader refuses beyond that.

  /// The archive can be read from more than one end record.
  case severalEnds
  /// At this byte begins an entry that the directory does not list.
  case unlisted(at: Int)
  /// An extra field gives the entry another name.
  case anotherName(entry: String)
  /// A folder with content.
  case folderContent(entry: String)
  /// What stands behind the entry's data does not say what the directory says.
  case descriptor(entry: String)

  // Quotas.

  /// More entries than allowed.
  case tooManyEntries(Int, limit: Int)
  /// More content than allowed, in bytes.
  case tooLarge(limit: Int)

  // The content.

  /// The compressed data break the rules of deflate.
  case damaged(entry: String)
  /// The compressed data end too early.
  case cutShort(entry: String)
  /// Bytes follow the end of the compressed data.
  case trailingBytes(entry: String)
  /// The content is larger or smaller than stated.
  case size(entry: String, stated: Int)
  /// The content's checksum is not the one stated.
  case checksum(entry: String)
  /// The content is right, but not packed as the writer packs it with this version of zlib: told, not refused.
  case packing(entry: String, zlib: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noEndRecord:
      .init(
        "Z001", en: "this is no ZIP archive, or it is cut short: no end record stands at its end",
        es: "esto no es un archivo ZIP, o está cortado: no termina con un registro final")
    case .comment:
      .init(
        "Z002", en: "the archive has a comment, or bytes behind its end record",
        es: "el archivo ZIP tiene un comentario, o bytes después de su registro final")
    case .severalParts:
      .init("Z003", en: "the archive is one part of several", es: "el archivo ZIP es una parte de varias")
    case .countsDiffer:
      .init(
        "Z004", en: "the end record states two different numbers of entries",
        es: "el registro final indica dos números distintos de entradas")
    case .zip64End(let rule):
      .init(
        "Z005", en: "the ZIP64 end record is wrong: \(rule.en)", es: "el registro final ZIP64 es incorrecto: \(rule.es)"
      )
    case .directoryPlace:
      .init(
        "Z006", en: "the directory does not end where the end record begins",
        es: "el directorio no termina donde empieza el registro final")
    case .directoryDamaged(let number):
      .init(
        "Z007", en: "the directory is damaged at entry \(number)",
        es: "el directorio está dañado en la entrada \(number)")
    case .directorySize:
      .init(
        "Z008", en: "the directory has bytes behind its last entry",
        es: "el directorio tiene bytes después de su última entrada")
    case .gap(let offset):
      .init(
        "Z009", en: "the bytes from \(offset) on belong to no entry",
        es: "los bytes a partir de \(offset) no pertenecen a ninguna entrada")
    case .overlap(let entry):
      .init("Z010", en: "'\(entry)' overlaps the entry before it", es: "«\(entry)» se superpone a la entrada anterior")
    case .outside(let entry):
      .init("Z011", en: "'\(entry)' does not lie inside the archive", es: "«\(entry)» no está dentro del archivo ZIP")
    case .flags(let entry, let flags):
      .init(
        "Z012", en: "'\(entry)' has flags that are not allowed: 0x\(String(flags, radix: 16))",
        es: "«\(entry)» tiene marcas que no se permiten: 0x\(String(flags, radix: 16))")
    case .method(let entry, let method):
      .init(
        "Z013", en: "'\(entry)' is neither stored nor deflated but packed by method \(method)",
        es: "«\(entry)» no está ni almacenado ni comprimido con deflate, sino con el método \(method)")
    case .timestamp(let entry):
      .init(
        "Z014", en: "'\(entry)' has a time other than 1980-01-01 00:00",
        es: "«\(entry)» tiene una hora distinta de 1980-01-01 00:00")
    case .version(let entry, let version):
      .init(
        "Z015", en: "'\(entry)' needs version \(version) of the format, and 45 is the last allowed",
        es: "«\(entry)» necesita la versión \(version) del formato, y la última que se permite es 45")
    case .extraField(let entry):
      .init(
        "Z016", en: "'\(entry)' has an extra field that is not allowed",
        es: "«\(entry)» tiene un campo adicional que no se permite")
    case .zip64Field(let entry):
      .init(
        "Z017", en: "the ZIP64 field of '\(entry)' does not hold what its header leaves out",
        es: "el campo ZIP64 de «\(entry)» no contiene lo que su cabecera deja fuera")
    case .entryComment(let entry): .init("Z018", en: "'\(entry)' has a comment", es: "«\(entry)» tiene un comentario")
    case .notRegular(let entry):
      .init(
        "Z019", en: "'\(entry)' is not a regular file with ordinary permissions",
        es: "«\(entry)» no es un archivo ordinario con permisos comunes")
    case .name(let entry, let fault):
      .init(
        "Z020", en: "the name '\(entry)' is not allowed: \(fault.words.en)",
        es: "el nombre «\(entry)» no se permite: \(fault.words.es)")
    case .headersDiffer(let entry, let part):
      .init(
        "Z021", en: "the two headers of '\(entry)' state a different \(part.en)",
        es: "las dos cabeceras de «\(entry)» no coinciden: \(part.es)")
    case .storedSizes(let entry):
      .init(
        "Z022", en: "'\(entry)' is stored, but its two sizes differ",
        es: "«\(entry)» está almacenado sin comprimir, pero sus dos tamaños difieren")
    case .notCanonical(let entry):
      .init(
        "Z023",
        en: entry.map { "the headers of '\($0)' are not written as this format writes them" }
          ?? "the end record is not written as this format writes it",
        es: entry.map { "las cabeceras de «\($0)» no están escritas como las escribe este formato" }
          ?? "el registro final no está escrito como lo escribe este formato")
    case .order(let entry):
      .init(
        "Z024", en: "'\(entry)' is out of order: names must ascend by their bytes",
        es: "«\(entry)» está fuera de orden: los nombres deben ascender por sus bytes")
    case .collision(let entry, let other):
      .init(
        "Z025", en: "'\(entry)' and '\(other)' would be one file on some systems",
        es: "«\(entry)» y «\(other)» serían un mismo archivo en algunos sistemas")
    case .tooManyEntries(let count, let limit):
      .init(
        "Z026", en: "the archive has \(count) entries, and \(limit) are allowed",
        es: "el archivo ZIP tiene \(count) entradas, y se permiten \(limit)",
        hint: Text(en: "if you trust where it comes from, allow more", es: "si confía en su procedencia, permita más"))
    case .tooLarge(let limit):
      .init(
        "Z027", en: "the archive's content is larger than the \(limit) bytes allowed",
        es: "el contenido del archivo ZIP supera los \(limit) bytes que se permiten",
        hint: Text(en: "if you trust where it comes from, allow more", es: "si confía en su procedencia, permita más"))
    case .damaged(let entry):
      .init(
        "Z028", en: "the compressed data of '\(entry)' are damaged",
        es: "los datos comprimidos de «\(entry)» están dañados")
    case .cutShort(let entry):
      .init(
        "Z029", en: "the compressed data of '\(entry)' are cut short",
        es: "los datos comprimidos de «\(entry)» están cortados")
    case .trailingBytes(let entry):
      .init(
        "Z030", en: "bytes follow the compressed data of '\(entry)'",
        es: "hay bytes después de los datos comprimidos de «\(entry)»")
    case .size(let entry, let stated):
      .init(
        "Z031", en: "'\(entry)' does not have the \(stated) bytes that it states",
        es: "«\(entry)» no tiene los \(stated) bytes que indica")
    case .checksum(let entry):
      .init("Z032", en: "the checksum of '\(entry)' does not match", es: "la suma de control de «\(entry)» no coincide")
    case .packing(let entry, let zlib):
      .init(
        "Z033", en: "'\(entry)' is not packed as this format is with zlib \(zlib)",
        es: "«\(entry)» no está comprimido como lo hace este formato con zlib \(zlib)",
        hint: Text(
          en: "another version of zlib packs otherwise; the content is what counts",
          es: "otra versión de zlib comprime de otro modo; lo que cuenta es el contenido"))
    case .severalEnds:
      .init(
        "Z034", en: "the archive has more than one end record, from each of which it can be read",
        es: "el archivo ZIP tiene más de un registro final, y se puede leer a partir de cada uno")
    case .unlisted(let offset):
      .init(
        "Z035", en: "the directory does not list the entry that begins at byte \(offset)",
        es: "el directorio no menciona la entrada que empieza en el byte \(offset)")
    case .anotherName(let entry):
      .init(
        "Z036", en: "an extra field gives '\(entry)' another name", es: "un campo adicional da otro nombre a «\(entry)»"
      )
    case .folderContent(let entry):
      .init(
        "Z037", en: "'\(entry)' is a folder, but has content", es: "«\(entry)» es una carpeta, pero tiene contenido")
    case .descriptor(let entry):
      .init(
        "Z038", en: "the checksum and sizes behind the data of '\(entry)' are not those of the directory",
        es: "la suma de control y los tamaños después de los datos de «\(entry)» no son los del directorio")
    }
  }

  /// A warning where the archive is merely written otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .notCanonical, .packing: .warning
    case .noEndRecord, .comment, .severalParts, .countsDiffer, .zip64End, .directoryPlace, .directoryDamaged,
      .directorySize, .gap, .overlap, .outside, .flags, .method, .timestamp, .version, .extraField, .zip64Field,
      .entryComment, .notRegular, .name, .headersDiffer, .storedSizes, .order, .collision, .tooManyEntries, .tooLarge,
      .severalEnds, .unlisted, .anotherName, .folderContent, .descriptor, .damaged, .cutShort, .trailingBytes, .size,
      .checksum:
      .error
    }
  }
}
