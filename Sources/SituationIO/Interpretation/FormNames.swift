/// Tables of forms that were filled in on a phone (ODK, Kobo Toolbox).
enum FormNames {
  /// True if the names of a table's fields are those of a form.
  static func isForm(_ names: [String]) -> Bool {
    let marks: Set<String> = [
      "_uuid", "_submission_time", "_submitted_by", "_validation_status", "meta/instanceid", "instanceid", "key",
      "__version__",
      "submissiondate", "meta-instanceid", "meta.instanceid",
    ]
    let small = names.map { $0.lowercased() }
    return small.contains(where: marks.contains)
      || small.contains { $0.hasPrefix("_") && ($0.hasSuffix("_latitude") || $0.hasSuffix("_altitude")) }
  }
}
