# The two commands of the README: make run, make test. Everything they need is installed when it is missing.

SWIFT ?= swift
ARGS ?=
# What the program may have beside: TRAITS=GeoPackage opens GeoPackage and SQLite files, and writes GeoPackage.
TRAITS ?=
RELEASE = --configuration release --product sitmap --static-swift-stdlib $(if $(TRAITS),--traits $(TRAITS))
# Debian's packages that it is built with, each with a file that it brings.
NEEDS = libncursesw5-dev=/usr/include/curses.h $(if $(findstring GeoPackage,$(TRAITS)),libsqlite3-dev=/usr/include/sqlite3.h)
FORMATTED = Package.swift Sources Tests

.PHONY: build run test test-geopackage fuzz sanitize wander soak format lint imports pictures clean bench

build:
	@.ci/require $(NEEDS)
	$(SWIFT) build $(RELEASE)

run:
	@.ci/require $(NEEDS)
	@$(SWIFT) build $(RELEASE) >&2
	@.build/release/sitmap $(ARGS)

# The sessions drive the release program, so it is built first.
test: lint imports build
	@.ci/require tmux=/usr/bin/tmux libvterm-dev=/usr/include/vterm.h strace=/usr/bin/strace
	$(SWIFT) test

# With GeoPackage, in a build folder of its own.
test-geopackage:
	@.ci/require libncursesw5-dev=/usr/include/curses.h libvterm-dev=/usr/include/vterm.h libsqlite3-dev=/usr/include/sqlite3.h
	$(SWIFT) test --traits GeoPackage --scratch-path .build/geopackage --filter "GeoPackageTests|ConvertCommandTests"

lint:
	$(SWIFT) format lint --strict --recursive $(FORMATTED)

format:
	$(SWIFT) format --in-place --recursive $(FORMATTED)

# The rooms of Sources/ARCHITECTURE.md are the rooms of the code: no import that Package.swift does not state.
imports:
	@.ci/require libncursesw5-dev=/usr/include/curses.h
	$(SWIFT) build --explicit-target-dependency-import-check error

# The README's picture; a test holds it to the program.
pictures: build
	.build/release/sitmap render --size 100x32 --select hmeimim-an124 --format svg >Data/pictures/coast.svg

clean:
	$(SWIFT) package clean

# What a map costs to draw, what the program costs in a terminal, and how both stand to peers: Tests/Benchmarks/README.md.
# COUNTS says of how many events.
COUNTS ?= 10000 100000 1000000 10000000
PEERS = Tests/Benchmarks/peers-venv

bench: build $(PEERS)
	$(SWIFT) build --configuration release --package-path Tests/Benchmarks
	Tests/Benchmarks/.build/release/mapbench Data/basemap
	python3 Tests/Benchmarks/terminal.py .build/release/sitmap
	$(PEERS)/bin/python Tests/Benchmarks/events.py .build/release/sitmap Tests/Benchmarks/.build/release/makeevents $(COUNTS)
	$(PEERS)/bin/python Tests/Benchmarks/counts.py Tests/Benchmarks/.build/release/playbench Data/basemap

# The peers, in an environment of their own.
$(PEERS):
	python3 -m venv $@
	$@/bin/pip install --quiet --requirement Tests/Benchmarks/peers/loaders.txt

# Looks for input that breaks a reader, by what it covers: Tests/Fuzzing/README.md. TARGET= is one of its targets, or several.
SECONDS = 600
TARGET =
fuzz:
	@.ci/require libncursesw5-dev=/usr/include/curses.h
	$(SWIFT) build --configuration release --package-path Tests/Fuzzing --product fuzz \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld
	Tests/Fuzzing/run $(SECONDS) $(TARGET)

# The tests on programs that look for wrong memory and for races, in build folders of their own.
sanitize:
	@.ci/require libncursesw5-dev=/usr/include/curses.h libvterm-dev=/usr/include/vterm.h
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no $(SWIFT) test --sanitize=address --scratch-path .build/asan --skip SessionTests
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --sanitize=thread --scratch-path .build/tsan --skip SessionTests

# Random keys, mouse and resizes on an optimised program: the bundled situation three times, and 100,000 events.
STEPS = 10000
wander:
	@.ci/require libncursesw5-dev=/usr/include/curses.h libvterm-dev=/usr/include/vterm.h
	SITMAP_STEPS=$(STEPS) $(SWIFT) test --configuration release -Xswiftc -enable-testing --scratch-path .build/wander --filter RandomTests

# Follows a file that grows: no row lost, memory flat, nothing done while nothing comes.
MINUTES = 60
soak: build
	python3 Tests/Faults/soak.py .build/release/sitmap $(MINUTES)
