"""Fills terrascope's cache from the base map, so that it starts without a network."""

import json
from pathlib import Path


def load(data, name):
    return json.loads((data / f"{name}.geojson").read_text())


def fill(data: Path, cache: Path):
    """`data` is the folder basemap/ of the project; `cache` is made if need be."""
    cache.mkdir(parents=True, exist_ok=True)
    countries = load(data, "world_countries")
    for feature in countries["features"]:
        own = feature["properties"]
        feature["properties"] = {"ADMIN": own["name"], "NAME": own["name"], "ADM0_A3": own.get("a3", "")}
    cities = load(data, "world_cities")
    cities["features"] += [
        feature for feature in load(data, "places")["features"] if feature["properties"].get("pop", 0) > 20_000]
    for feature in cities["features"]:
        own = feature["properties"]
        longitude, latitude = feature["geometry"]["coordinates"]
        feature["properties"] = {
            "name": own["name"], "adm0cap": int(bool(own.get("capital"))), "pop_max": int(own.get("pop", 0)),
            "adm0name": own.get("cc", ""), "latitude": latitude, "longitude": longitude}
    files = {
        "ne_50m_admin_0_countries": countries, "ne_10m_populated_places_simple": cities,
        "ne_10m_admin_1_states_provinces_lines": load(data, "provinces")}
    for name, collection in files.items():
        (cache / f"{name}.geojson").write_text(json.dumps(collection))
    # Without this its first screen is a greeting.
    (cache / "welcome_skip").touch()
