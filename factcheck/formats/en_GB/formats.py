"""How the admin writes times: as the desk does, on a clock of 24 hours."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"
