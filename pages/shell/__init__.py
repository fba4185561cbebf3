"""The shell around every screen: start, page frame, header, what is said when something fails."""
