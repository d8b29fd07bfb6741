#!/usr/bin/env python3
"""Makes the spreadsheets of this folder, and what is to be read of each.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 XlsxWriter==3.3.1 odfpy==1.4.1 python-calamine==0.9.1
    venv/bin/python make.py        # soffice of LibreOffice has to be there for the files named libreoffice-*

The readers are tested against FILE.expected: each row that has a cell, as openpyxl (XLSX) or calamine (ODS) read it: the sheet, the
number of the row, and its values as they are shown, with tabs between them. Both readers have to agree on XLSX, or this ends.
"""

import datetime
import decimal
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from odf import dc, office, opendocument, style, table, text
from odf.number import DateStyle, Day, Hours, Minutes, Month, Seconds, Text, Year
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from python_calamine import CalamineWorkbook

UTC = datetime.datetime
EPOCH = datetime.timedelta(0)


def day(month, number, hour=None, minute=0, second=0):
    if hour is None:
        return datetime.date(2024, month, number)
    return UTC(2024, month, number, hour, minute, second)


# --- The files ---------------------------------------------------------------------------------------------------------------


def openpyxl_types(path, epoch=None):
    """Types of cells, a title above the columns, blank rows, hidden rows and sheets, merged cells."""
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "Events"
    sheet["B1"] = "Incidents of the week"
    sheet.merge_cells("B1:H1")
    sheet["B2"] = "as of 15 December"
    head = ["id", "date", "seen at", "clock", "title", "latitude", "longitude", "killed", "share", "checked", "note"]
    for column, name in enumerate(head, 2):
        sheet.cell(4, column, name)
    rows = [
        [9007199254740993, day(12, 8), day(12, 8, 14, 30), datetime.time(14, 30), "Strike & \"fire\"", 36.23, 37.16, 3, 0.25, True, " kept "],
        [2, day(12, 9), day(12, 9, 6, 5, 7), datetime.time(6, 5, 7), "Line\nbreak, comma", 35.1, 36.7, 0, 0.07, False, "=not a formula"],
        [3, None, None, None, "Nothing but a title", None, None, None, None, None, "#N/A"],
        [4, day(2, 29), day(2, 29, 0, 0), datetime.time(0, 0), "Midnight", -0.5, 1e-7, 1200000, 1.5, None, "тест ✓ اختبار"],
        [12345678901234567890, day(12, 31), day(12, 31, 23, 59, 59), datetime.time(23, 59, 59), "Last", 33.333333333333336, 44.4, 2.5, 0, True, None],
    ]
    for number, row in zip([5, 6, 8, 9, 11], rows):
        for column, value in enumerate(row, 2):
            cell = sheet.cell(number, column, value)
            name = head[column - 2]
            if value is None:
                continue
            if name == "date":
                cell.number_format = "dd/mm/yyyy"
            elif name == "seen at":
                cell.number_format = "yyyy-mm-dd hh:mm:ss" if number in (6, 11) else "yyyy\\-mm\\-dd\\ hh:mm"
            elif name == "clock":
                cell.number_format = "hh:mm:ss" if number in (6, 11) else "h:mm AM/PM"
            elif name == "share":
                cell.number_format = "0%"
            elif name == "note" and value == "#N/A":
                cell.data_type = "e"
            elif name == "note" and value.startswith("="):
                cell.data_type = "s"
    sheet.row_dimensions[9].hidden = True
    sheet["F8"] = CellRichText("Nothing but ", TextBlock(InlineFont(b=True), "a title"))
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    hidden.append(["id", "date", "latitude", "longitude", "title"])
    hidden.append([77, day(12, 1), 34.5, 36.5, "In a hidden sheet"])
    hidden["B2"].number_format = "yyyy-mm-dd"
    notes = book.create_sheet("Notes")
    notes.append(["Nothing of this is an event."])
    book.create_sheet("Empty")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=9, min_row=4, max_row=6))
    book.create_chartsheet("Chart").add_chart(chart)
    book.save(path)
    # Openpyxl writes integers as binary fractions have them; other programs write their digits.
    with zipfile.ZipFile(path) as made:
        cells = made.read("xl/worksheets/sheet1.xml").decode()
    cells = cells.replace("9007199254740992", "9007199254740993").replace("1.234567890123457e+19", "12345678901234567890")
    replace(path, "xl/worksheets/sheet1.xml", cells)


def openpyxl_merged(path):
    """Two rows of names, the upper one merged, and merged cells beside several records."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Log"
    sheet.append(["Date", "Position", None, "What happened", "Casualties", None])
    sheet.append([None, "Lat", "Lon", None, "killed", "injured"])
    for area in ("A1:A2", "B1:C1", "D1:D2", "E1:F1"):
        sheet.merge_cells(area)
    sheet.append([day(12, 8), 36.2, 37.1, "First", 1, 2])
    sheet.append([None, 36.3, 37.2, "Second, the same day", None, 4])
    sheet.append([None, 36.4, 37.3, "Third, the same day", 0, None])
    sheet.append([day(12, 9), 36.5, 37.4, "Fourth", None, None])
    sheet.merge_cells("A3:A5")
    for cell in sheet["A"][2:]:
        cell.number_format = "d mmm yyyy"
    sheet.append([])
    sheet["A8"] = "A remark over several columns and rows"
    sheet.merge_cells("A8:F9")
    book.save(path)


def openpyxl_formulas(path):
    """Formulas whose values nobody has saved."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["date", "title", "lat", "lon", "sum"])
    sheet.append([day(12, 8), "One", 36.2, 37.1, "=1+1"])
    sheet.append([day(12, 9), "Two", 36.3, 37.2, "=SUM(C2:C3)"])
    for cell in sheet["A"][1:]:
        cell.number_format = "yyyy-mm-dd"
    book.save(path)


def xlsxwriter_values(path, in_memory=True, mac=False):
    """Saved values of formulas, rich and inline texts, numbers shown as dates, a filter that hides rows."""
    book = xlsxwriter.Workbook(path, {"constant_memory": not in_memory, "date_1904": mac})
    sheet = book.add_worksheet("Data")
    formats = {
        code: book.add_format({"num_format": code})
        for code in ("yyyy-mm-dd", "mmm yyyy", "yyyy", "d.m.yy h:mm", "[h]:mm:ss", "mm:ss.000", "00000", "0.0%", '0.0" days"', "[$-409]d\\-mmm\\-yy;@", "[Red]0.00")
    }
    names = ["date", "month", "year", "moment", "length", "seconds", "pcode", "share", "days", "english", "red", "formula", "text", "title"]
    sheet.write_row(0, 0, names)
    base = 44172 if mac else 45634  # 8 December 2024
    bold = book.add_format({"bold": True})
    for row in range(1, 6):
        sheet.write_number(row, 0, base + row - 1, formats["yyyy-mm-dd"])
        sheet.write_number(row, 1, base + row - 1, formats["mmm yyyy"])
        sheet.write_number(row, 2, base + row - 1, formats["yyyy"])
        sheet.write_number(row, 3, base + row - 1 + 0.604166666666667, formats["d.m.yy h:mm"])
        sheet.write_number(row, 4, 1.25 * row, formats["[h]:mm:ss"])
        sheet.write_number(row, 5, 0.001 * row, formats["mm:ss.000"])
        sheet.write_number(row, 6, 17 * row, formats["00000"])
        sheet.write_number(row, 7, 0.123 * row, formats["0.0%"])
        sheet.write_number(row, 8, 1.5 * row, formats['0.0" days"'])
        sheet.write_number(row, 9, base + row - 1, formats["[$-409]d\\-mmm\\-yy;@"])
        sheet.write_number(row, 10, 0.1 + 0.2, formats["[Red]0.00"])
        sheet.write_formula(row, 11, "=A2&\"x\"", None, ["text", 12.5, True, "", "#DIV/0!"][row - 1])
        sheet.write_string(row, 12, ["_x000D_", "a_x0041_b", "tab\there", "\x01 control", "_x00e9_"][row - 1])
        if row == 2 and in_memory:
            sheet.write_rich_string(row, 13, "Convoy ", bold, "of 40", " vehicles")
        else:
            sheet.write_string(row, 13, f"Event {row}")
    sheet.autofilter(0, 0, 5, len(names) - 1)
    if in_memory:
        sheet.filter_column("N", "x == Event*")
        sheet.set_row(2, options={"hidden": True})
    book.close()


def xlsxwriter_early(path):
    """Around 29 February 1900, which Excel has and no calendar."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Early")
    shown = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["date", "title"])
    for row, serial in enumerate([1, 59, 61, 36526, 2958465], 1):
        sheet.write_number(row, 0, serial, shown)
        sheet.write_string(row, 1, f"Serial {serial}")
    book.close()


def several_sheets(path):
    """Events in three sheets, two of them alike, beside a list of places and a sheet without rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Strikes"
    sheet.append(["id", "date", "lat", "lon", "what"])
    sheet.append(["a", day(12, 8), 36.2, 37.1, "Air strike"])
    sheet.append(["b", day(12, 9), 36.3, 37.2, "Shelling"])
    other = book.create_sheet("Convoys")
    other.append(["Ref", "When", "Position", "Remarks"])
    other.append(["c1", "13/12/2024", "35.5, 36.1", "Trucks heading west"])
    other.append(["c2", "12/12/2024", "35.6, 36.2", "Back again"])
    third = book.create_sheet("Strikes 2023")
    third.append(["id", "date", "lat", "lon", "what"])
    third.append(["a", datetime.date(2023, 1, 2), 36.4, 37.3, "An earlier one"])
    places = book.create_sheet("Places")
    places.append(["City", "Inhabitants"])
    places.append(["Aleppo", 2098000])
    book.create_sheet("Nothing")
    for one in (sheet, third):
        for cell in one["B"][1:]:
            cell.number_format = "yyyy-mm-dd"
    book.save(path)


def hxl(path):
    """Tags of HXL under names that say nothing."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Data of the flood desk"])
    sheet.append(["A", "B", "C", "D", "E", "F", "G", "H", "I"])
    sheet.append(["#event+id", "#date+start", "#date+end", "#geo+lat", "#geo+lon", "#adm2+name", "#affected+killed", "#meta+url", "#event+type"])
    sheet.append(["f1", day(9, 1), day(9, 3), 32.5, 15.5, "Khartoum", 12, "https://example.org/1", "Flood"])
    sheet.append(["f2", day(9, 2), day(9, 2), 32.6, 15.6, "Omdurman", 0, "https://example.org/2", "Flood"])
    for column in "BC":
        for cell in sheet[column][3:]:
            cell.number_format = "yyyy-mm-dd"
    book.save(path)


def phonetic(path):
    """A shared text with phonetic hints, and one of two runs."""
    xlsxwriter_early(path)
    texts = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="7" uniqueCount="7">'
        "<si><t>date</t></si><si><t>title</t></si>"
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><r><rPr><b/></rPr><t xml:space="preserve">Two </t></r><r><t>runs</t></r></si>'
        "<si><t>&#x41;&amp;B</t></si><si><t/></si><si><t><![CDATA[<x>]]></t></si></sst>"
    )
    replace(path, "xl/sharedStrings.xml", texts)


def replace(path, name, content):
    parts = {}
    with zipfile.ZipFile(path) as old:
        for entry in old.namelist():
            parts[entry] = old.read(entry)
    parts[name] = content.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, value in parts.items():
            new.writestr(entry, value)


def odfpy_types(path):
    """Repeated and covered cells, values of all types, blanks as elements, annotations, a hidden sheet."""
    book = opendocument.OpenDocumentSpreadsheet()
    shown = DateStyle(name="N1")
    for part in (Year(style="long"), Text(text="-"), Month(style="long"), Text(text="-"), Day(style="long")):
        shown.addElement(part)
    moment = DateStyle(name="N2")
    for part in (Day(), Text(text="."), Month(), Text(text="."), Year(), Text(text=" "), Hours(), Text(text=":"), Minutes()):
        moment.addElement(part)
    hidden = style.Style(name="ta2", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(shown)
    book.automaticstyles.addElement(moment)
    book.automaticstyles.addElement(style.Style(name="ce1", family="table-cell", datastylename=shown))
    book.automaticstyles.addElement(style.Style(name="ce2", family="table-cell", datastylename=moment))
    book.automaticstyles.addElement(hidden)

    def cell(words=None, **more):
        made = table.TableCell(**more)
        if words is not None:
            made.addElement(text.P(text=words))
        return made

    sheet = table.Table(name="Events & more")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=1024))
    row = table.TableRow()
    for name in ("date", "moment", "clock", "title", "latitude", "longitude", "share", "cost", "checked", "same", "same too"):
        row.addElement(cell(name, valuetype="string"))
    row.addElement(table.TableCell(numbercolumnsrepeated=1000000))
    sheet.addElement(row)
    sheet.addElement(table.TableRow(numberrowsrepeated=3))
    for number in range(1, 4):
        row = table.TableRow()
        row.addElement(cell(f"2024-12-0{number}", valuetype="date", datevalue=f"2024-12-0{number}", stylename="ce1"))
        row.addElement(cell(f"{number}.12.2024 14:30", valuetype="date", datevalue=f"2024-12-0{number}T14:30:00", stylename="ce2"))
        row.addElement(cell(f"0{number}:02:03", valuetype="time", timevalue=f"PT0{number}H02M03S"))
        title = table.TableCell(valuetype="string")
        note = office.Annotation()
        note.addElement(dc.Creator(text="Somebody"))
        note.addElement(text.P(text="A note that is no part of the text"))
        title.addElement(note)
        paragraph = text.P(text="Two")
        paragraph.addElement(text.S(c=2))
        paragraph.addElement(text.Span(text="blanks"))
        paragraph.addText(" & more")
        title.addElement(paragraph)
        title.addElement(text.P(text=f"Paragraph {number}"))
        row.addElement(title)
        row.addElement(cell("36,2", valuetype="float", value=f"36.2000000000000{number}"))
        row.addElement(cell("37,1", valuetype="float", value="37.1"))
        row.addElement(cell("25 %", valuetype="percentage", value="0.25"))
        row.addElement(cell("1.200,00 €", valuetype="currency", currency="EUR", value="1200"))
        row.addElement(cell("WAHR", valuetype="boolean", booleanvalue="true" if number % 2 else "false"))
        row.addElement(cell("5", valuetype="float", value="5", numbercolumnsrepeated=2))
        row.addElement(table.TableCell(numbercolumnsrepeated=1000))
        sheet.addElement(row)
    row = table.TableRow(numberrowsrepeated=2, visibility="collapse")
    row.addElement(cell("2024-12-09", valuetype="date", datevalue="2024-12-09", stylename="ce1"))
    row.addElement(cell("9.12.2024 00:00", valuetype="date", datevalue="2024-12-09T00:00:00", stylename="ce2"))
    row.addElement(table.TableCell())
    row.addElement(cell("Twice there", valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1))
    row.addElement(table.CoveredTableCell())
    sheet.addElement(row)
    end = table.TableRow(numberrowsrepeated=1048000)
    end.addElement(table.TableCell(numbercolumnsrepeated=16384))
    sheet.addElement(end)
    book.spreadsheet.addElement(sheet)
    other = table.Table(name="Hidden", stylename="ta2")
    row = table.TableRow()
    for name in ("date", "title"):
        row.addElement(cell(name, valuetype="string"))
    other.addElement(row)
    row = table.TableRow()
    row.addElement(cell("2024-12-24", valuetype="date", datevalue="2024-12-24", stylename="ce1"))
    row.addElement(cell("In a hidden sheet", valuetype="string"))
    other.addElement(row)
    book.spreadsheet.addElement(other)
    book.save(path)


def libreoffice(source, target):
    """What LibreOffice makes of another file."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target.split(".")[-1], "--outdir", folder, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        name = os.path.basename(source).rsplit(".", 1)[0] + "." + target.split(".")[-1]
        shutil.move(os.path.join(folder, name), target)


# --- What is to be read ------------------------------------------------------------------------------------------------------


def escaped(value):
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def number(value):
    if isinstance(value, int):
        return str(value)
    digits = format(decimal.Decimal(repr(value)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def percent(value):
    shown = number(round(value * 100, 9))
    return shown + "%"


def clock(value, seconds):
    return value.strftime("%H:%M:%S" if seconds else "%H:%M")


def shown(value, code=""):
    """A value of openpyxl as its number format shows it, in the order year, month, day."""
    bare = code.lower().split(";")[0]
    for quoted in ("[$-409]", "[red]", '" days"'):
        bare = bare.replace(quoted, "")
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime.time):
        value = datetime.datetime.combine(datetime.date(2000, 1, 1), value)
        if ".000" in bare:
            return value.strftime("%H:%M:%S.") + f"{round(value.microsecond / 1000):03}"
        return clock(value, "s" in bare)
    if isinstance(value, (datetime.datetime, datetime.date)):
        if bare == "yyyy":
            return value.strftime("%Y")
        if "d" not in bare and "yy" in bare:
            return value.strftime("%Y-%m")
        if isinstance(value, datetime.datetime) and "h" in bare:
            return value.strftime("%Y-%m-%d ") + clock(value, "s" in bare)
        return value.strftime("%Y-%m-%d")
    if isinstance(value, str):
        return value
    if "%" in bare:
        return percent(value)
    if bare == "00000":
        return f"{value:05}"
    return number(value)


def lines_of_xlsx(path):
    book = openpyxl.load_workbook(path, data_only=True)
    other = CalamineWorkbook.from_path(path)
    for sheet in book.worksheets:
        # Openpyxl leaves some escapes, such as _x0001_, as they are.
        unescaped = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        filled = {}
        for area in sheet.merged_cells.ranges:
            if area.min_col == area.max_col:
                for row in range(area.min_row + 1, area.max_row + 1):
                    filled[row, area.min_col] = sheet.cell(area.min_row, area.min_col)
        for row in sheet.iter_rows():
            texts = [
                unescaped[cell.row - 1][cell.column - 1] if isinstance(cell.value, str) and "_x" in cell.value
                else shown(cell.value, cell.number_format)
                for cell in row
            ]
            if not any(texts):
                continue
            for place, cell in enumerate(row):
                if not texts[place] and (cell.row, cell.column) in filled:
                    held = filled[cell.row, cell.column]
                    texts[place] = shown(held.value, held.number_format)
            yield sheet.title, row[0].row, texts


def lines_of_ods(path):
    """Calamine has the values, and no number formats: those of the columns are known by their names here."""
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name)
        names = None
        # Calamine has no merged cells of ODS either: those of openpyxl_merged hold for the rows below.
        merged = {3: 2, 4: 2} if name == "Log" else {}
        rows = rows.to_python(skip_empty_area=False)
        for index, values in enumerate(rows):
            if index in merged:
                values[0] = rows[merged[index]][0]
            values = [None if value == "" else value for value in values]
            if not any(value is not None for value in values):
                continue
            if names is None and sum(value is not None for value in values) > 1:
                names = [str(value or "") for value in values]
            texts = []
            for place, value in enumerate(values):
                column = names[place] if names and place < len(names) else ""
                if column == "share" and isinstance(value, float):
                    texts.append(percent(value))
                elif isinstance(value, datetime.datetime):
                    seconds = value.second != 0
                    texts.append(value.strftime("%Y-%m-%d ") + clock(value, seconds))
                elif column == "seen at" and isinstance(value, datetime.date):
                    texts.append(value.strftime("%Y-%m-%d 00:00"))
                elif isinstance(value, datetime.timedelta):
                    texts.append(shown(value))
                elif isinstance(value, datetime.time):
                    texts.append(clock(value, value.second != 0))
                else:
                    texts.append(shown(value))
            yield name, index + 1, texts


def expect(path):
    lines = list(lines_of_xlsx(path) if path.endswith("xlsx") else lines_of_ods(path))
    with open(path + ".expected", "w", encoding="utf-8", newline="\n") as out:
        for sheet, row, texts in lines:
            while texts and not texts[-1]:
                texts.pop()
            out.write("\t".join([escaped(sheet), str(row)] + [escaped(text) for text in texts]) + "\n")
    if path.endswith("xlsx"):
        agree(path)


def agree(path):
    """Ends where calamine reads other texts and numbers than openpyxl."""
    book = openpyxl.load_workbook(path, data_only=True)
    other = CalamineWorkbook.from_path(path)
    for sheet in book.worksheets:
        rows = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if cell.row > len(rows) or cell.column > len(rows[cell.row - 1]) or value is None:
                    continue
                found = rows[cell.row - 1][cell.column - 1]
                if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(found - value) > abs(value) * 1e-15:
                    sys.exit(f"{path}: {sheet.title}!{cell.coordinate}: {value!r} is not {found!r}")
                if isinstance(value, str) and not value.startswith("#") and "_x" not in value and found != value:
                    sys.exit(f"{path}: {sheet.title}!{cell.coordinate}: {value!r} is not {found!r}")


def main():
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    openpyxl_types("openpyxl-types.xlsx")
    openpyxl_types("openpyxl-1904.xlsx", CALENDAR_MAC_1904)
    openpyxl_merged("openpyxl-merged.xlsx")
    openpyxl_formulas("openpyxl-formulas.xlsx")
    xlsxwriter_values("xlsxwriter-values.xlsx")
    xlsxwriter_values("xlsxwriter-inline.xlsx", in_memory=False)
    xlsxwriter_values("xlsxwriter-1904.xlsx", mac=True)
    xlsxwriter_early("xlsxwriter-early.xlsx")
    several_sheets("openpyxl-sheets.xlsx")
    hxl("openpyxl-hxl.xlsx")
    phonetic("phonetic.xlsx")
    odfpy_types("odfpy-types.ods")
    if shutil.which("soffice"):
        libreoffice("openpyxl-types.xlsx", "libreoffice-types.ods")
        libreoffice("openpyxl-types.xlsx", "libreoffice-types.xlsx")
        libreoffice("xlsxwriter-values.xlsx", "libreoffice-values.xlsx")
        libreoffice("openpyxl-merged.xlsx", "libreoffice-merged.ods")
        libreoffice("openpyxl-sheets.xlsx", "libreoffice-sheets.ods")
        libreoffice("openpyxl-hxl.xlsx", "libreoffice-hxl.ods")
    for name in sorted(os.listdir(".")):
        if name.endswith((".xlsx", ".ods")):
            expect(name)


main()
