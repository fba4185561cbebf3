"""Districts' reports on their way to an edition: who may do what with them, and where they are kept."""
