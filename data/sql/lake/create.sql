-- The tables of the lake, made once.
-- observation: one row per indicator × area × period × kind × standard; value in the indicator's unit.
-- shipped: the same, as the shipped tables have it. turn: one row, see turn.sql.
-- origin: where an office's figures came from (data.origins); one row a key and publication.
-- source: where figures come from. document: catalogue, areas and texts as JSON, as they were at that
--       edition.
create table if not exists lake.observation (
    indicator varchar, area varchar, period_start date, period_end date, kind varchar, standard varchar,
    value double, status varchar, source varchar, published varchar, note varchar,
    approx varchar
);
create table if not exists lake.shipped (
    indicator varchar, area varchar, period_start date, period_end date, kind varchar, standard varchar,
    value double, status varchar, source varchar, published varchar, note varchar, approx varchar
);
create table if not exists lake.turn (taken boolean);
insert into lake.turn select true where not exists (from lake.turn);
create table if not exists lake.source (
    source varchar, title varchar, address varchar, published varchar, grade varchar, note varchar
);
alter table lake.observation add column if not exists approx varchar default '';
alter table lake.shipped add column if not exists approx varchar default '';
alter table lake.source add column if not exists grade varchar default '';
alter table lake.source add column if not exists note varchar default '';
create table if not exists lake.origin (
    indicator varchar, area varchar, period_start date, period_end date, kind varchar, standard varchar,
    value double, value_before double, file varchar, sheet varchar, cell varchar, sha256 varchar,
    author varchar, reason varchar, "time" timestamp
);
create table if not exists lake.document (name varchar, body varchar);
