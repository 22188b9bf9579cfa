# A small image of the command line: ./mvnw -Pdist verify, then docker build -t vigie .
# docker run --rm -v "$PWD:/data" vigie detect posts.csv --out results
FROM debian:12.11-slim AS unpack
RUN apt-get update && apt-get install -y --no-install-recommends unzip
COPY dist/target/vigie-*-linux-*.zip /vigie.zip
RUN unzip -q /vigie.zip && mv /vigie-* /opt/vigie

FROM debian:12.11-slim
COPY --from=unpack /opt/vigie /opt/vigie
USER 1000:1000
WORKDIR /data
ENTRYPOINT ["/opt/vigie/bin/vigie"]
