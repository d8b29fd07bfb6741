// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building or testing the program never builds it. `make fuzz` gives the flags of the sanitizers
// to all of it, the program's targets too: coverage is worth nothing without theirs.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "sitmap", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CFuzzer", .product(name: "FuzzTargets", package: "sitmap")]),
  ],
  swiftLanguageModes: [.v6]
)
