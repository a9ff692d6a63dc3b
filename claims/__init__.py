"""The app of the workbench: claims, their evidence, and what became of them."""

VERSION = "0.2.0"
