import FuzzTargets
import Glibc
import TestKit
import Testing

@Suite("What comes from outside")
struct FuzzTests {
  @Test("every file of the corpus keeps the promises", arguments: FuzzTarget.allCases)
  func corpus(target: FuzzTarget) throws {
    let seeds = try Corpus.files(of: target)
    #expect(!seeds.isEmpty)
    for seed in seeds { #expect(target.fault(in: seed.bytes) == nil, "\(seed.name)") }
  }

  @Test("damaged in any way it keeps them too", arguments: FuzzTarget.allCases)
  func damaged(target: FuzzTarget) throws {
    var random = SeededGenerator(seed: UInt64(target.rawValue.utf8.count))
    let seeds = try Corpus.files(of: target).filter { $0.bytes.count < 8_192 }
    for round in 0..<120 {
      let seed = seeds[round % seeds.count]
      var bytes = seed.bytes
      mutate(&bytes, using: &random)
      let fault = target.fault(in: bytes)
      try #require(fault == nil, "\(seed.name), round \(round): \(bytes)")
    }
  }
}

/// The files that the fuzzer begins with, and those that it once found something with.
enum Corpus {
  static func files(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = "\(root)/Fuzzing/Corpus/\(target.rawValue)"
    guard let directory = opendir(folder) else { throw Failure.noFolder(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return try names.sorted().map { ($0, try bytes("\(folder)/\($0)")) }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure.noFile(path) }
    defer { fclose(file) }
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }

  private enum Failure: Error { case noFolder(String), noFile(String) }

  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/")
}
