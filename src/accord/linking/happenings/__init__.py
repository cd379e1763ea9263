"""Which words of several articles name one happening: drafts are compared in pairs, scored and joined."""
