"""What the campaign starts with, as plain values; read by loading.py and load_samples."""
