"""Districts side by side: choices, frames, pictures and views of the screen So sánh."""
