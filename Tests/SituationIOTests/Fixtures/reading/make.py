#!/usr/bin/env python3
"""Makes the spreadsheets of this folder: addresses behind cells, and units that only the formats of numbers have.

    pip install openpyxl==3.1.5 && python3 make.py
"""

import zipfile

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Date", "Event", "Lat", "Lon", "Source"])
sheet.append(["2024-12-13", "Depot burns", 34.41, 36.75, "Report"])
sheet.append(["2024-12-14", "Bridge closed", 34.42, 36.75, "https://example.org/bridge"])
sheet.append(["2024-12-14", "March", 34.43, 36.75, None])
sheet["B2"].hyperlink = "https://example.org/depot"
sheet["E2"].hyperlink = "https://example.org/report"
sheet["E3"].hyperlink = "https://example.org/bridge"
book.save("hyperlinks.xlsx")

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Date", "Event", "Lat", "Lon", "Radius", "Budget"])
sheet.append(["2024-12-13", "Flight", 38.9, 77.04, 5, 1200])
sheet.append(["2024-12-14", "Crash", 38.8, 77.05, 0.5, 30])
for row in (2, 3):
    sheet.cell(row, 4).number_format = '0.00"° W"'
    sheet.cell(row, 5).number_format = '0.0" km"'
    sheet.cell(row, 6).number_format = '0 "EUR"'
book.save("units.xlsx")

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet><table:table table:name="Events">
%s</table:table></office:spreadsheet></office:body></office:document-content>"""
ROWS = [
    ["Date", "Event", "Lat", "Lon", "Source"],
    ["2024-12-13", ("Depot burns", "https://example.org/depot?a=1&amp;b=2"), "34.41", "36.75", "Report"],
    ["2024-12-14", "Bridge closed", "34.42", "36.75", "Report"],
]


def cell(value):
    if isinstance(value, tuple):
        value = f'<text:a xlink:href="{value[1]}" xlink:type="simple">{value[0]}</text:a>'
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>\n" for row in ROWS)
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""
with zipfile.ZipFile("hyperlinks.ods", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.writestr("content.xml", CONTENT % rows)
    archive.writestr("META-INF/manifest.xml", MANIFEST)
