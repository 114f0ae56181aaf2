# One node. `docker compose up` (compose.yaml) runs two of them, with all they need.

FROM python:3.11-slim AS build
WORKDIR /src

# What changes seldom comes first, so that it is kept from one build to the next.
COPY requirements/build.txt requirements/scale.txt requirements/
RUN python -m venv /opt/build \
 && /opt/build/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/build.txt \
 && python -m venv --without-pip /opt/vissenkom \
 && /opt/build/bin/pip --python /opt/vissenkom/bin/python install \
      --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/scale.txt

COPY pyproject.toml hatch_build.py README.md LICENSE CHANGELOG.md ./
COPY migrations migrations
COPY app app
RUN /opt/build/bin/python -m hatchling build -t wheel -d /src/dist \
 && /opt/build/bin/pip --python /opt/vissenkom/bin/python install \
      --no-cache-dir --disable-pip-version-check --no-deps --no-index /src/dist/*.whl


FROM python:3.11-slim
COPY --from=build /opt/vissenkom /opt/vissenkom
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin vissenkom \
 && install -d -o vissenkom -g vissenkom -m 0700 /data
ENV PATH=/opt/vissenkom/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    VISSENKOM_HOST=0.0.0.0 \
    VISSENKOM_PORT=8000 \
    VISSENKOM_DATA=/data \
    VISSENKOM_LOG_FORMAT=json \
    VISSENKOM_LOG_LEVEL=info
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# Not a command of the program's own, which would cost several times as much every time.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["vissenkom", "serve"]
