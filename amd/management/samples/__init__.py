"""The sample records, staff and pictures of manage.py load_samples."""
