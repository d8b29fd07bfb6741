// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building or testing the program never builds it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "sitmap", path: "../..")],
  targets: [
    .executableTarget(name: "mapbench", dependencies: [.product(name: "SitmapRooms", package: "sitmap")]),
    .executableTarget(name: "playbench", dependencies: [.product(name: "SitmapRooms", package: "sitmap")]),
    .executableTarget(name: "makeevents"),
  ],
  swiftLanguageModes: [.v6]
)
