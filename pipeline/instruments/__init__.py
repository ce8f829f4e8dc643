"""The instruments of a corpus: which are held, which are only named, who cites whom."""
