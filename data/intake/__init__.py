"""Tables as offices really write them, read in one way by the command line, the first start and the browser.

One subject a file: what a file is (`kinds`), text cells (`text_table`), workbook cells (`workbook`,
`sheet_xml`), headings (`tables`), numbers (`numbers`) and dates (`dates`) as written. Nothing here knows
Streamlit or the lake; every refusal is a `data.errors.Fault`.
"""
