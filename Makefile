# The two commands of the README: make run, make test. Everything they need is installed when it is missing.

SWIFT ?= swift
# For `sitmap --version`; + where something is not committed.
export SITMAP_COMMIT ?= $(shell git rev-parse --short HEAD 2>/dev/null)$(shell git diff --quiet HEAD 2>/dev/null || echo +)
ARGS ?=
# What the program may have beside: TRAITS=GDAL opens shapefiles, GeoPackage, SQLite, FlatGeobuf, MapInfo, GML, GeoRSS and file geodatabases, and
# writes GeoPackage; TRAITS=PostgreSQL opens servers with PostGIS. Both: TRAITS=GDAL,PostgreSQL. GeoPackage is the old name of GDAL.
TRAITS ?=
# Without debug information, which costs a fifth of the time and half of the size; names of functions stay in crash reports and profiles.
UNTRACED = -debug-info-format none
RELEASE = --configuration release --product sitmap --static-swift-stdlib $(UNTRACED) $(if $(TRAITS),--traits $(TRAITS))
# Debian's packages that it is built with, each with a file that it brings.
NEEDS = libncursesw5-dev=/usr/include/curses.h $(if $(findstring GDAL,$(TRAITS))$(findstring GeoPackage,$(TRAITS)),$(LIBGDAL)) \
  $(if $(findstring PostgreSQL,$(TRAITS)),$(LIBPQ))
LIBGDAL = libgdal-dev=/usr/include/gdal/gdal.h
LIBPQ = libpq-dev=/usr/include/postgresql/libpq-fe.h
TESTING = libncursesw5-dev=/usr/include/curses.h tmux=/usr/bin/tmux libvterm-dev=/usr/include/vterm.h strace=/usr/bin/strace
SERVER = postgresql-15=/usr/lib/postgresql/15/bin/postgres postgresql-15-postgis-3=/usr/share/postgresql/15/extension/postgis.control
PACKING = dpkg-dev=/usr/bin/dpkg-shlibdeps binutils=/usr/bin/strip
FORMATTED = Package.swift Sources Tests

.PHONY: build run install uninstall deb test-install test test-gdal test-geopackage test-db build-asked packages cluster-demo fuzz sanitize wander soak kill-desk format lint folders imports documentation pictures clean bench

build:
	@.ci/require $(NEEDS)
	$(SWIFT) build $(RELEASE)

run:
	@.ci/require $(NEEDS)
	@$(SWIFT) build $(RELEASE) >&2
	@.build/release/sitmap $(ARGS)

# Below PREFIX, in a folder DESTDIR that stands for the root: the program, its data, the manual page, completions of shells.
PREFIX ?= /usr/local
DESTDIR ?=
PLACE = $(DESTDIR)$(PREFIX)
SHARE = $(PLACE)/share
MANUAL = $(SHARE)/man/man1/sitmap.1
COMPLETIONS = $(SHARE)/bash-completion/completions/sitmap $(SHARE)/zsh/site-functions/_sitmap \
  $(SHARE)/fish/vendor_completions.d/sitmap.fish

install: build
	install -d $(PLACE)/bin $(SHARE)/sitmap/basemap/LICENSES $(SHARE)/sitmap/situations $(SHARE)/sitmap/drafting $(SHARE)/doc/sitmap/Data/pictures \
	  $(SHARE)/doc/sitmap/Data/manual \
	  $(dir $(MANUAL) $(COMPLETIONS))
	install -m 755 .build/release/sitmap $(PLACE)/bin/sitmap
	install -m 644 Data/basemap/*.geojson Data/basemap/CREDITS.txt $(SHARE)/sitmap/basemap
	install -m 644 Data/basemap/LICENSES/* $(SHARE)/sitmap/basemap/LICENSES
	install -m 644 Data/situations/* $(SHARE)/sitmap/situations
	install -m 644 Data/drafting/*.json $(SHARE)/sitmap/drafting
	install -m 644 README.md $(SHARE)/doc/sitmap
	install -m 644 Data/*.md $(SHARE)/doc/sitmap/Data
	install -m 644 Data/manual/*.md $(SHARE)/doc/sitmap/Data/manual
	install -m 644 Data/pictures/* $(SHARE)/doc/sitmap/Data/pictures
	install -m 644 LICENSE $(SHARE)/doc/sitmap/copyright
	.build/release/sitmap manual >$(MANUAL)
	for shell in bash zsh fish; do \
	  .build/release/sitmap --generate-completion-script $$shell >.build/completion.$$shell || exit 1; done
	sed -i 1d .build/completion.bash
	install -m 644 .build/completion.bash $(word 1,$(COMPLETIONS))
	install -m 644 .build/completion.zsh $(word 2,$(COMPLETIONS))
	install -m 644 .build/completion.fish $(word 3,$(COMPLETIONS))

# Removes what `make install` with the same PREFIX put there, and no folder of others.
uninstall:
	rm -f $(PLACE)/bin/sitmap $(MANUAL) $(COMPLETIONS)
	rm -rf $(SHARE)/sitmap $(SHARE)/doc/sitmap

# A package for Debian, in .build: sitmap_VERSION_ARCHITECTURE.deb.
deb: build
	@.ci/require $(PACKING)
	.ci/deb

# What is installed runs from anywhere, and leaves nothing behind; the package too.
test-install: deb
	.ci/installed

# One build serves the tests and the sessions, which drive the program: optimised, since the tests then take a fifth of the time, and open
# to the tests. It has a folder of its own, so that neither it nor `make build` undoes the other.
TESTED = --configuration release -Xswiftc -enable-testing $(UNTRACED) --scratch-path .build/tests
test: lint
	@.ci/require $(TESTING)
	$(SWIFT) build $(TESTED) --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test $(TESTED) --skip-build

# All packages that `.ci/run` needs, at once: stages that run beside each other can't both install.
packages:
	@.ci/require $(TESTING) $(PACKING) $(LIBGDAL) $(LIBPQ) $(SERVER)

# The tests of what is built on request share one build, with both traits, in a folder of its own.
ASKED = --traits GDAL,PostgreSQL --scratch-path .build/asked
build-asked:
	@.ci/require $(TESTING) $(LIBGDAL) $(LIBPQ)
	$(SWIFT) build $(ASKED) --build-tests

# With GDAL; test-geopackage is the old name.
test-gdal test-geopackage: build-asked
	$(SWIFT) test $(ASKED) --skip-build --filter "GDALTests|ConvertCommandTests"

# With PostgreSQL, on servers of the tests' own that they start and stop. The sessions drive the program that is built there with the tests.
test-db: build-asked
	@.ci/require $(SERVER)
	$(SWIFT) test $(ASKED) --skip-build --filter "PostGISTests|ServerSessions|OwnTableSessions"

# The same over three servers that share the rows: a coordinator and two others, on this machine.
cluster-demo:
	@.ci/require libncursesw5-dev=/usr/include/curses.h $(LIBPQ) $(SERVER)
	$(SWIFT) build --configuration release --product sitmap --traits PostgreSQL --scratch-path .build/postgis
	Tests/Cluster/demo .build/postgis/release/sitmap

lint:
	$(SWIFT) format lint --strict --recursive $(FORMATTED)
	@.ci/require python3=/usr/bin/python3
	@.ci/comments --check
	@.ci/folders --check

# Which folder of a target uses which, and the cycles between them.
folders:
	@.ci/folders

format:
	$(SWIFT) format --in-place --recursive $(FORMATTED)

# The rooms of Sources/ARCHITECTURE.md are the rooms of the code: no import that Package.swift does not state. `make test` looks, too.
imports:
	@.ci/require libncursesw5-dev=/usr/include/curses.h
	$(SWIFT) build --explicit-target-dependency-import-check error

# The rooms' documentation, in .build/documentation, a folder each. A warning is an error.
ROOMS = TextCanvas SituationModel Places SituationIO Drafting Cartography Browser Terminal

documentation:
	@.ci/require libncursesw5-dev=/usr/include/curses.h
	mkdir -p .build/documentation
	for room in $(ROOMS); do SITMAP_DOCUMENTATION=1 $(SWIFT) package --scratch-path .build/docc \
	  --allow-writing-to-directory .build/documentation generate-documentation --target $$room --warnings-as-errors \
	  --output-path .build/documentation/$$room || exit 1; done

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
	$(PEERS)/bin/python Tests/Benchmarks/strangers.py .build/release/sitmap Tests/Benchmarks/.build/release/makeevents
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
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Faults/threads.supp SWIFT_BACKTRACE=enable=no \
	  $(SWIFT) test --sanitize=thread --scratch-path .build/tsan --skip SessionTests

# Random keys, mouse and resizes on an optimised program: the bundled situation three times, and 100,000 events.
STEPS = 10000
wander:
	@.ci/require libncursesw5-dev=/usr/include/curses.h libvterm-dev=/usr/include/vterm.h
	SITMAP_STEPS=$(STEPS) $(SWIFT) test --configuration release -Xswiftc -enable-testing --scratch-path .build/wander --filter RandomTests

# Kills sessions of edits at random moments, on the command line and in the form, and looks whether a change is lost that was acknowledged.
SESSIONS = 1000
SEED = 1
kill-desk: build
	@.ci/require tmux=/usr/bin/tmux python3=/usr/bin/python3
	python3 Tests/Faults/kill_desk.py .build/release/sitmap $(SESSIONS) $(SEED)

# Follows a file that grows: no row lost, memory flat, nothing done while nothing comes.
MINUTES = 60
soak: build
	python3 Tests/Faults/soak.py .build/release/sitmap $(MINUTES)
