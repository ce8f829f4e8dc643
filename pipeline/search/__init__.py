"""Questions of users, answered by an engine."""
