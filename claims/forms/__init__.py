"""What people type, checked for its form; whether it may be done is for the services."""
