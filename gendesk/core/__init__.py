"""The words every room uses: plain data that imports no other room."""
