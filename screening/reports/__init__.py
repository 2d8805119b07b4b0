"""The workbook, Parquet tables and manifest a run leaves behind."""
