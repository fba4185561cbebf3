"""Documents for offices: report, notice, deck, workbook, hand-out, pages for paper."""
