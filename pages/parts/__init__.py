"""Widgets and pieces that screens are put together from: address, cards, pictures, tables, notes."""
