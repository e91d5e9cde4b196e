"""City Ties: the dashboard at /. Start it with `streamlit run app.py` or `uvicorn app:app`."""

import streamlit as st

app = st.App("pages/shell.py")

if __name__ == "__main__":
    app.run()
