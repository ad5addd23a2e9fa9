#!/bin/sh
# Run once by the image of PostgreSQL, on an empty data folder: one role and its databases per program.
set -eu

psql -v ON_ERROR_STOP=1 --username postgres \
  -v estampille="$ESTAMPILLE_DB_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" -v keycloak="$KEYCLOAK_DB_PASSWORD" <<'SQL'
CREATE ROLE estampille LOGIN PASSWORD :'estampille';
CREATE DATABASE estampille OWNER estampille;
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE keycloak OWNER keycloak;
SQL
