"""Pages for paper, served beside Streamlit: the same HTML as on the screen, laid out for A4."""
