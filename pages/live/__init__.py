"""The live conference: its state, store, stream and minutes."""
