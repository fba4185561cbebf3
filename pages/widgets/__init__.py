"""The parts that screens are made of: the only Streamlit beside the screens and their frame."""
