# The app in a container:
#   docker build -t digitnb . && docker run -p 8866:8866 -v digitnb-feedback:/feedback digitnb
FROM python:3.12-slim
WORKDIR /src
COPY settings.ini setup.py MANIFEST.in README.md LICENSE voila.json ./
COPY digitnb digitnb
COPY nbs/05_app.ipynb nbs/
RUN pip install --no-cache-dir ".[app]" && useradd --create-home visitor && install -d -o visitor /feedback
USER visitor
WORKDIR /home/visitor
ENV DIGITNB_FEEDBACK=/feedback
VOLUME /feedback
EXPOSE 8866
CMD ["digitnb", "app", "--host", "0.0.0.0", "--no-browser"]
