"""Who says what in news text, by rules: quotations, cues, speakers and the way words came to the reader."""
